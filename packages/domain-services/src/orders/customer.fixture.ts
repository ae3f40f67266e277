// A customer for tests: fills a cart, checks out, cancels, looks at orders.
import type { Answer } from '../database/each-database.fixture.ts';
import type { Shop } from './shop.fixture.ts';

export interface CheckoutInput {
  readonly card?: string;
  readonly key?: string;
  /** The cart's own total when left out. */
  readonly totalAmount?: number;
  readonly currency?: string;
  readonly addressId?: string;
}

export type Customer = ReturnType<typeof createCustomer>;

/** Orders go to the person's first address unless another is given. */
export function createCustomer(shop: Shop, as: string) {
  let addressId: string | undefined;
  const cart = async () => (await shop.request('carts', '/v1/carts', { as })).body.items[0];
  const firstAddress = async (): Promise<string> =>
    (await shop.request('accounts', '/v1/addresses?limit=1', { as })).body.items[0].id;

  return {
    accountId: as,
    cart,
    add: (productId: string, quantity = 1): Promise<Answer> =>
      shop.request('carts', `/v1/carts/${as}/items`, { as, method: 'POST', body: { productId, quantity } }),
    remove: (productId: string): Promise<Answer> =>
      shop.request('carts', `/v1/carts/${as}/items?productIds=${productId}`, { as, method: 'DELETE' }),
    checkOut: async (input: CheckoutInput = {}): Promise<Answer> => {
      const { card: cardToken = 'card-visa', key, currency = 'EUR' } = input;
      addressId ??= await firstAddress();
      const totalAmount = input.totalAmount ?? (await cart()).totalAmount;
      const body = { totalAmount, currency, addressId: input.addressId ?? addressId, cardToken };
      return shop.request('orders', '/v1/orders', { as, method: 'POST', body, ...(key === undefined ? {} : { key }) });
    },
    cancel: (orderId: string, key?: string): Promise<Answer> =>
      shop.request('orders', `/v1/orders/${orderId}/cancel`, {
        as,
        method: 'POST',
        ...(key === undefined ? {} : { key }),
      }),
    orders: async (query = ''): Promise<Answer> => shop.request('orders', `/v1/orders${query}`, { as }),
  };
}
