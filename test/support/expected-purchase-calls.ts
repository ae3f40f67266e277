/** The REST calls that buying is expected to make, from the first piece in the cart to the order and beyond. */
import { buy, fillCart, listInStock, newKey, readTerms } from './buy.ts';
import type { ExpectedCalls, ExpectedCallsByOperation } from './expected-calls.ts';
import type { ObservedBffs } from './observed-bffs.ts';
import { toKeys } from './rest-answers.ts';
import { globalId } from './web-shopper.ts';

type Calls = ExpectedCalls['calls'];

/** The same call on both BFFs. */
const as = 'acc-007';
const own = { ids: [as] };
const profile = [as, 'listProfiles', own] as const;
const cart = [as, 'listCarts', own] as const;
const order = (id: string) => [as, 'listOrders', { ids: [id] }] as const;

/** All of one person, who has two products in the cart or ordered before each. */
export function createExpectedPurchaseCalls(observed: ObservedBffs): ExpectedCallsByOperation {
  async function products() {
    const [first = '', second = '', third = ''] = await listInStock(observed, 50);
    return { first, second, third, ids: toKeys([first, second]) };
  }
  const toItems = (ids: readonly string[]) => ids.map((productId) => ({ productId, quantity: 1 }));

  async function withCart() {
    const { ids, ...each } = await products();
    const target = `/v1/carts/${as}/items?productIds=${[...ids, each.third]}`;
    await observed.ask('carts', target, { as, method: 'DELETE' });
    await fillCart(observed, as, toItems(ids));
    return { ids, ...each, terms: await readTerms(observed, as) };
  }
  async function withOrder() {
    const { ids } = await withCart();
    const { id } = await buy(observed, as, []);
    return { ids, id };
  }
  const listOrders = async (limit: number): Promise<{ id: string; items: { productId: string }[] }[]> =>
    JSON.parse(String(await observed.read('orders', `/v1/orders?limit=${limit}`, { as }))).items;

  const asking = (variables: Record<string, unknown>, calls: (key: string) => Calls): ExpectedCalls => {
    const key = newKey();
    return { asking: { as, key, variables }, calls: calls(key) };
  };
  const addCalls = (productId: string, key: string): Calls => [
    [as, 'addCartItem', { cartId: as }, { key: `${key}:addToCart:addCartItem`, body: { productId, quantity: 1 } }],
    cart,
  ];
  const updateCalls = (productId: string): Calls => [
    [as, 'updateCartItem', { cartId: as, productId }, { body: { quantity: 3 } }],
    cart,
  ];
  const removeCalls = (productId: string): Calls => [
    [as, 'removeCartItems', { cartId: as, productIds: [productId] }],
    cart,
  ];
  const cancelCall = (orderId: string, key: string) =>
    [as, 'cancelOrder', { orderId }, { key: `${key}:cancelOrder:cancelOrder` }] as const;
  const checkoutCall = (body: object, key: string) =>
    [as, 'createOrder', {}, { key: `${key}:checkout:createOrder`, body }] as const;
  const profileCall = [as, 'updateProfile', { profileId: as }, { body: { givenName: 'Eva' } }] as const;
  const reviewCall = (productId: string, key: string) => {
    const body = { productId, rating: 4, title: 'Good', body: 'Does what it should.' };
    return [as, 'createReview', {}, { key: `${key}:writeReview:createReview`, body }] as const;
  };

  return {
    'web cart': async () => {
      const { ids } = await withCart();
      return asking({}, () => [profile, cart, ['web-bff', 'listProducts', { ids }], ['web-bff', 'listStock', { ids }]]);
    },
    'mobile cart': async () => {
      const { ids } = await withCart();
      const addresses = [as, 'listAddresses', { accountIds: [as], limit: 20 }] as const;
      return asking({}, () => [cart, addresses, ['mobile-bff', 'listProducts', { ids }]]);
    },
    'web add-to-cart': async () => {
      const { third, ids } = await withCart();
      const productId = globalId('Product', third);
      const products = ['web-bff', 'listProducts', { ids: toKeys([...ids, third]) }] as const;
      return asking({ productId, quantity: 1 }, (key) => [...addCalls(third, key), products]);
    },
    'mobile add-to-cart': async () => {
      const { third: productId } = await withCart();
      return asking({ productId, quantity: 1 }, (key) => addCalls(productId, key));
    },
    'web update-cart-item': async () => {
      const { first, ids } = await withCart();
      const productId = globalId('Product', first);
      return asking({ productId, quantity: 3 }, () => [...updateCalls(first), ['web-bff', 'listProducts', { ids }]]);
    },
    'mobile update-cart-item': async () => {
      const { first: productId } = await withCart();
      return asking({ productId, quantity: 3 }, () => updateCalls(productId));
    },
    'web remove-cart-item': async () => {
      const { first, second } = await withCart();
      const left = ['web-bff', 'listProducts', { ids: [second] }] as const;
      return asking({ productId: globalId('Product', first) }, () => [...removeCalls(first), left]);
    },
    'mobile remove-cart-item': async () => {
      const { first: productId } = await withCart();
      return asking({ productId }, () => removeCalls(productId));
    },
    'web checkout': async () => {
      const { ids, terms } = await withCart();
      const { totalAmount, addressId, ...rest } = terms;
      const input = { ...rest, totalMinor: totalAmount, addressId: globalId('Address', addressId) };
      return asking({ input }, (key) => [checkoutCall(terms, key), cart, ['web-bff', 'listProducts', { ids }]]);
    },
    'mobile checkout': async () => {
      const { terms } = await withCart();
      const { data } = await observed.query('mobile', '{ cartScreen { totalToken } }', { as });
      const { addressId, cardToken } = terms;
      // Which order it became is known afterwards only.
      const newest = async () => (await listOrders(1))[0]?.id ?? '';
      return {
        ...asking({ totalToken: data.cartScreen.totalToken, addressId, cardToken }, (key) => [
          checkoutCall(terms, key),
          cart,
        ]),
        after: async () => [order(await newest()), [as, 'listPayments', { orderIds: [await newest()] }]],
      };
    },
    'web orders': async () => {
      await withOrder();
      const orders = await listOrders(10);
      const orderIds = toKeys(orders.map(({ id }) => id));
      const ids = toKeys(orders.flatMap(({ items }) => items.map(({ productId }) => productId)));
      return asking({}, () => [
        profile,
        [as, 'listOrders', { limit: 10 }],
        [as, 'listPayments', { orderIds, limit: 1 }],
        ['web-bff', 'listProducts', { ids }],
      ]);
    },
    'mobile orders': async () => {
      await withOrder();
      const covers = (await listOrders(10)).map(({ items }) => items[0]?.productId ?? '');
      return asking({}, () => [
        [as, 'listOrders', { limit: 10 }],
        ['mobile-bff', 'listProducts', { ids: toKeys(covers) }],
      ]);
    },
    'web order': async () => {
      const { id, ids } = await withOrder();
      const payments = [as, 'listPayments', { orderIds: [id], limit: 5 }] as const;
      const variables = { id: globalId('Order', id) };
      return asking(variables, () => [order(id), payments, ['web-bff', 'listProducts', { ids }]]);
    },
    'mobile order': async () => {
      const { id, ids } = await withOrder();
      const payments = [as, 'listPayments', { orderIds: [id] }] as const;
      return asking({ id }, () => [order(id), payments, ['mobile-bff', 'listProducts', { ids }]]);
    },
    'web cancel-order': async () => {
      const { id } = await withOrder();
      const payments = [as, 'listPayments', { orderIds: [id], limit: 5 }] as const;
      return asking({ orderId: globalId('Order', id) }, (key) => [cancelCall(id, key), payments]);
    },
    'mobile cancel-order': async () => {
      const { id } = await withOrder();
      const payments = [as, 'listPayments', { orderIds: [id] }] as const;
      return asking({ id }, (key) => [cancelCall(id, key), order(id), payments]);
    },
    'web write-review': async () => {
      const input = {
        productId: globalId('Product', 'prd-1500'),
        rating: 4,
        title: 'Good',
        body: 'Does what it should.',
      };
      const ids = ['prd-1500'];
      return asking({ input }, (key) => [
        reviewCall('prd-1500', key),
        ['web-bff', 'listProducts', { ids }],
        ['web-bff', 'listRatingSummaries', { ids }],
        ['web-bff', 'listPublicProfiles', own],
      ]);
    },
    'mobile write-review': async () => {
      const variables = { productId: 'prd-1501', stars: 4, title: 'Good', body: 'Does what it should.' };
      const ids = ['prd-1501'];
      return asking(variables, (key) => [
        reviewCall('prd-1501', key),
        ['mobile-bff', 'listProducts', { ids }],
        ['mobile-bff', 'listRatingSummaries', { ids }],
        ['mobile-bff', 'listReviews', { productIds: ids, limit: 3 }],
      ]);
    },
    'web update-profile': async () => asking({ input: { givenName: 'Eva' } }, () => [profileCall]),
    'mobile update-profile': async () => asking({ givenName: 'Eva' }, () => [profileCall, profile]),
  };
}
