/** What a language has to say. */
import type {
  AccountOutcome,
  CartOutcome,
  CheckoutOutcome,
  OrderOutcome,
  OrderStatus,
  ReviewOutcome,
} from '../../generated/resolvers.ts';

/** Something counted; the number comes in as it is written in the language. */
interface Counted {
  readonly none: string;
  readonly one: (count: string) => string;
  readonly other: (count: string) => string;
}

/** What the phrasebook can count. */
export type Countable = 'results' | 'reviews' | 'cartItems' | 'pieces' | 'orders';

/** Fields of forms that a service may refuse; `other` is said of all the rest. */
export type FieldName =
  | 'productId'
  | 'quantity'
  | 'addressId'
  | 'cardToken'
  | 'stars'
  | 'title'
  | 'body'
  | 'givenName'
  | 'familyName'
  | 'displayName'
  | 'locale'
  | 'phone'
  | 'other';

export type DeclineReason = 'insufficientFunds' | 'cardExpired' | 'cardRefused' | 'tryAgain';

/** What is said of a refusal; the rest of the outcomes have words of their own. */
type Said<Outcome extends string, Otherwise extends Outcome = never> = Readonly<
  Record<Exclude<Outcome, Otherwise>, string>
>;

export interface Phrases extends Readonly<Record<Countable, Counted>> {
  readonly inStock: string;
  readonly onlyLeft: (count: string) => string;
  readonly soldOut: string;
  readonly backOn: (date: string) => string;
  readonly bestseller: string;
  readonly filters: { readonly category: string; readonly brand: string; readonly price: string };
  readonly sorts: {
    readonly relevance: string;
    readonly popularity: string;
    readonly newest: string;
    readonly priceAscending: string;
    readonly priceDescending: string;
  };
  readonly orderStatus: Readonly<Record<OrderStatus, string>>;
  readonly paymentStatus: {
    readonly authorized: string;
    readonly captured: string;
    readonly voided: string;
    readonly refunded: string;
    readonly declined: string;
  };
  readonly cardEnding: (brand: string, digits: string) => string;
  readonly cart: Said<CartOutcome, 'CHANGED'>;
  readonly checkout: Said<CheckoutOutcome, 'PAYMENT_DECLINED'>;
  readonly declined: Readonly<Record<DeclineReason, string>>;
  readonly order: Said<OrderOutcome>;
  readonly review: Said<ReviewOutcome>;
  readonly account: Said<AccountOutcome>;
  readonly fields: Readonly<Record<FieldName, string>>;
}
