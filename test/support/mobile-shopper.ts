/** A shopper at the mobile BFF. */
import { newKey } from './buy.ts';
import type { ObservedBffs } from './observed-bffs.ts';
import { type Data, firstAddress, type Result, resultOf, type Shopper, type ShownCart } from './shopper.ts';

const mobileCart = 'cart { lines { name quantity } total totalToken }';
/** Of `€1,234.50`. */
const toMinor = (shown: string) => Number(shown.replace(/\D/g, ''));

export function createMobileShopper(observed: ObservedBffs, account?: string): Shopper {
  const ask = (document: string, variables: Record<string, unknown> = {}, key?: string) =>
    observed.query('mobile', document, { as: account, key, variables });
  const toCart = ({ lines, total, totalToken }: Data): ShownCart => ({
    lines: lines.map(({ name, quantity }: Data) => [name, quantity]),
    totalMinor: toMinor(total),
    agreed: { totalToken },
  });
  const toResult = ({ outcome, message, fields, shortages, cart, order }: Data): Result => ({
    outcome,
    ...(['CHANGED', 'ORDERED', 'CANCELLED'].includes(outcome) ? {} : { message }),
    ...(outcome === 'INVALID' ? { fields: fields.map(({ field }: Data) => field) } : {}),
    ...(outcome === 'OUT_OF_STOCK' ? { left: shortages.map(({ available }: Data) => available) } : {}),
    ...(outcome === 'PRICE_CHANGED' ? { totalMinor: toMinor(cart.total) } : {}),
    ...(cart ? { cart: toCart(cart) } : {}),
    ...(order ? { orderId: order.id, orderStatus: order.status } : {}),
  });
  const changeCart = async (call: string, types: string, variables: Record<string, unknown>, key?: string) => {
    const document = `mutation (${types}) { ${call} { outcome message fields { field } ${mobileCart} } }`;
    return resultOf(await ask(document, variables, key), toResult);
  };
  const cart = async () => {
    const { data } = await ask(`{ ${mobileCart.replace('cart', 'cartScreen')} }`);
    return data.cartScreen === null ? undefined : toCart(data.cartScreen);
  };
  const item = '$productId: ID!, $quantity: Int!';
  const itemOf = 'productId: $productId, quantity: $quantity';

  return {
    account,
    cart,
    add: (productId, quantity, key) => changeCart(`addToCart(${itemOf})`, item, { productId, quantity }, key),
    update: (productId, quantity) => changeCart(`updateCartItem(${itemOf})`, item, { productId, quantity }),
    remove: (productId) => changeCart('removeCartItem(productId: $productId)', '$productId: ID!', { productId }),
    checkout: async ({ agreed, addressId, cardToken = 'card-visa', key } = {}) => {
      const shown = agreed ?? (await cart())?.agreed ?? { totalToken: 'none' };
      const variables = { ...shown, addressId: addressId ?? (await firstAddress(observed, account)), cardToken };
      const document = `mutation ($totalToken: String!, $addressId: ID!, $cardToken: String!) {
        checkout(totalToken: $totalToken, addressId: $addressId, cardToken: $cardToken) {
          outcome message fields { field } shortages { available } order { id status } ${mobileCart} } }`;
      return resultOf(await ask(document, variables, key ?? newKey()), toResult);
    },
    orders: async () => {
      const { data } = await ask('{ ordersScreen(first: 20) { rows { id status } } }');
      return data.ordersScreen?.rows.map(({ id, status }: Data) => [id, status]);
    },
    order: async (id) => (await ask('query ($id: ID!) { orderScreen(id: $id) { id } }', { id })).data.orderScreen?.id,
    cancel: async (id) => {
      const document = 'mutation ($id: ID!) { cancelOrder(id: $id) { outcome message order { id status } } }';
      return resultOf(await ask(document, { id }), toResult);
    },
  };
}
