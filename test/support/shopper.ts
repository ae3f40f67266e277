/** A person who buys through a BFF, in words that both BFFs share: what they do, and what comes of it. */
import type { GraphqlAnswer, ObservedBffs } from './observed-bffs.ts';

export interface ShownCart {
  /** Name and pieces of each line. */
  readonly lines: readonly (readonly [string, number])[];
  /** What the person reads there, in minor units. */
  readonly totalMinor: number;
  /** What a checkout agrees to. */
  readonly agreed: Readonly<Record<string, unknown>>;
}

export interface Result {
  /** As mobile names it; the error's code where there is no outcome. */
  readonly outcome: string;
  readonly message?: string;
  /** Fields that are to be mended. */
  readonly fields?: readonly string[];
  /** With OUT_OF_STOCK, what is left of each. */
  readonly left?: readonly number[];
  /** With PRICE_CHANGED, the new total. */
  readonly totalMinor?: number;
  readonly cart?: ShownCart;
  /** The order's id as services know it. */
  readonly orderId?: string;
  readonly orderStatus?: string;
}

export interface CheckoutChoices {
  /** The total that was shown; the cart's own when left out. */
  readonly agreed?: ShownCart['agreed'];
  /** As services know it; the person's first when left out. */
  readonly addressId?: string;
  /** card-visa */
  readonly cardToken?: string;
  readonly key?: string;
}

export interface Shopper {
  /** The account; undefined for somebody who is not signed in. */
  readonly account?: string | undefined;
  add(productId: string, quantity: unknown, key?: string): Promise<Result>;
  update(productId: string, quantity: unknown): Promise<Result>;
  remove(productId: string): Promise<Result>;
  /** Undefined where the BFF shows none. */
  cart(): Promise<ShownCart | undefined>;
  checkout(choices?: CheckoutChoices): Promise<Result>;
  /** `[id, status]` of each, as listed; undefined where the BFF shows no list. */
  orders(): Promise<(readonly [string, string])[] | undefined>;
  /** Its id once more; undefined where the BFF has no such order for the person. */
  order(id: string): Promise<string | undefined>;
  cancel(orderId: string): Promise<Result>;
}

// biome-ignore lint/suspicious/noExplicitAny: each document has its own data
export type Data = any;

/** What the mutation's field says, or the code of the error in its place. */
export function resultOf({ data, errors }: GraphqlAnswer, toResult: (payload: Data) => Result): Result {
  const [payload] = Object.values(data ?? {});
  if (payload !== null && payload !== undefined) return toResult(payload);
  return { outcome: errors?.[0]?.extensions.code ?? 'nothing at all' };
}

/** As services know it. */
export async function firstAddress({ read }: ObservedBffs, account: string | undefined): Promise<string> {
  if (account === undefined) return 'adr-0001';
  return JSON.parse(String(await read('accounts', '/v1/addresses?limit=1', { as: account }))).items[0].id;
}
