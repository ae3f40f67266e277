/** Buys as a person's app does, at the services themselves: into the cart, a look at the total, checkout. */
import type { ObservedServices } from './observed-services.ts';

export interface Terms {
  readonly totalAmount: number;
  readonly currency: string;
  readonly addressId: string;
  readonly cardToken: string;
}

export interface BoughtOrder {
  readonly id: string;
  readonly status: string;
  readonly totalAmount: number;
  readonly paymentId: string;
}

type Services = Pick<ObservedServices, 'ask' | 'read'>;
type Items = readonly { readonly productId: string; readonly quantity: number }[];

let keyCount = 0;
export const newKey = () => `key-${++keyCount}`;

/** Products of which there are at least so many pieces, in the order of their ids. */
export async function listInStock({ read }: Services, pieces: number): Promise<string[]> {
  const page = JSON.parse(String(await read('inventory', '/v1/stock?limit=100')));
  const items: { productId: string; available: number }[] = page.items;
  return items.filter(({ available }) => available >= pieces).map(({ productId }) => productId);
}

/** Fills the cart, and gives what a checkout of it would agree to. */
export async function fillCart(services: Services, account: string, items: Items): Promise<Terms> {
  for (const body of items) {
    const headers = { 'idempotency-key': newKey() };
    const target = `/v1/carts/${account}/items`;
    const { status } = await services.ask('carts', target, { as: account, method: 'POST', headers, body });
    if (status !== 200) throw new Error(`carts answered ${status} to ${JSON.stringify(body)}`);
  }
  return readTerms(services, account);
}

export async function readTerms({ read }: Services, account: string, cardToken = 'card-visa'): Promise<Terms> {
  const [cart] = JSON.parse(String(await read('carts', '/v1/carts', { as: account }))).items;
  const [address] = JSON.parse(String(await read('accounts', '/v1/addresses', { as: account }))).items;
  const { totalAmount, currency } = cart;
  return { totalAmount, currency, addressId: address.id, cardToken };
}

export async function buy(services: Services, account: string, items: Items): Promise<BoughtOrder> {
  const body = await fillCart(services, account, items);
  const headers = { 'idempotency-key': newKey() };
  const response = await services.ask('orders', '/v1/orders', { as: account, method: 'POST', headers, body });
  if (response.status !== 201) throw new Error(`orders answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as BoughtOrder;
}
