/** A shopper at the web BFF. */
import { newKey } from './buy.ts';
import type { ObservedBffs } from './observed-bffs.ts';
import { type Data, firstAddress, type Result, resultOf, type Shopper, type ShownCart } from './shopper.ts';

export const globalId = (type: string, id: string) => Buffer.from(`${type}:${id}`).toString('base64url');
const localId = (id: string) => Buffer.from(id, 'base64url').toString().split(':')[1] ?? '';

const refusal = '... on Refusal { message }';
const invalid = `${refusal} ... on ValidationFailed { fields { field } }`;
const webCart = 'cart { items { name quantity } total { amountMinor currency } }';
const webOutcomes: Readonly<Record<string, string>> = {
  AddToCartSuccess: 'CHANGED',
  UpdateCartItemSuccess: 'CHANGED',
  RemoveCartItemSuccess: 'CHANGED',
  NotInCart: 'NOT_IN_CART',
  ValidationFailed: 'INVALID',
  CheckoutSuccess: 'ORDERED',
  OutOfStock: 'OUT_OF_STOCK',
  PriceChanged: 'PRICE_CHANGED',
  PaymentDeclined: 'PAYMENT_DECLINED',
  ReservationExpired: 'RESERVATION_EXPIRED',
  CheckoutUnderWay: 'UNDER_WAY',
  CartEmpty: 'CART_EMPTY',
  CancelOrderSuccess: 'CANCELLED',
  OrderNotCancellable: 'TOO_LATE',
  OrderNotFound: 'UNKNOWN',
};

export function createWebShopper(observed: ObservedBffs, account?: string): Shopper {
  const ask = (document: string, input?: object, key?: string) =>
    observed.query('web', document, { as: account, key, ...(input === undefined ? {} : { variables: { input } }) });
  const change = async (name: string, kind: string, selection: string, input: object, key?: string) => {
    const document = `mutation ($input: ${kind}Input!) { ${name}(input: $input) { __typename ${selection} } }`;
    return resultOf(await ask(document, input, key), toResult);
  };
  const toCart = ({ items, total }: Data): ShownCart => ({
    lines: items.map(({ name, quantity }: Data) => [name, quantity]),
    totalMinor: total.amountMinor,
    agreed: { totalMinor: total.amountMinor, currency: total.currency },
  });
  const toResult = ({ __typename, message, fields, items, total, cart, order }: Data): Result => ({
    outcome: webOutcomes[__typename] ?? __typename,
    ...(message === undefined ? {} : { message }),
    ...(fields === undefined ? {} : { fields: fields.map(({ field }: Data) => field) }),
    ...(items === undefined ? {} : { left: items.map(({ available }: Data) => available) }),
    ...(total ? { totalMinor: total.amountMinor } : {}),
    ...(cart ? { cart: toCart(cart) } : {}),
    ...(order ? { orderId: localId(order.id), orderStatus: order.status } : {}),
  });
  const productOf = (id: string) => ({ productId: globalId('Product', id) });
  const cart = async () => {
    const { data } = await ask(`{ viewer { ${webCart} } }`);
    return data.viewer === null ? undefined : toCart(data.viewer.cart);
  };

  return {
    account,
    cart,
    add: (id, quantity, key) =>
      change(
        'addToCart',
        'AddToCart',
        `${invalid} ... on AddToCartSuccess { ${webCart} }`,
        { ...productOf(id), quantity },
        key,
      ),
    update: (id, quantity) => {
      const selection = `${invalid} ... on UpdateCartItemSuccess { ${webCart} }`;
      return change('updateCartItem', 'UpdateCartItem', selection, { ...productOf(id), quantity });
    },
    remove: (id) =>
      change('removeCartItem', 'RemoveCartItem', `... on RemoveCartItemSuccess { ${webCart} }`, productOf(id)),
    checkout: async ({ agreed, addressId, cardToken = 'card-visa', key } = {}) => {
      const shown = agreed ?? (await cart())?.agreed ?? { totalMinor: 1, currency: 'EUR' };
      const address = globalId('Address', addressId ?? (await firstAddress(observed, account)));
      const selection = `${invalid} ... on CheckoutSuccess { order { id status } ${webCart} } ... on OutOfStock { items { available } }
        ... on PriceChanged { total { amountMinor } ${webCart} } ... on CartEmpty { ${webCart} }`;
      const input = { ...shown, addressId: address, cardToken };
      return change('checkout', 'Checkout', selection, input, key ?? newKey());
    },
    orders: async () => {
      const { data } = await ask('{ viewer { orders(first: 20) { edges { node { id status } } } } }');
      return data.viewer?.orders.edges.map(({ node }: Data) => [localId(node.id), node.status]);
    },
    order: async (id) => {
      const { data } = await ask(`{ node(id: "${globalId('Order', id)}") { id } }`);
      return data.node === null ? undefined : localId(data.node.id);
    },
    cancel: (id) => {
      const selection = `${refusal} ... on CancelOrderSuccess { order { id status } }`;
      return change('cancelOrder', 'CancelOrder', selection, { orderId: globalId('Order', id) });
    },
  };
}
