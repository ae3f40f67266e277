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
const profile = (fields: string) => [as, 'listProfiles', { ...own, fields }] as const;
const cart = (fields: string) => [as, 'listCarts', { ...own, fields }] as const;
/** What is shown of the cart after a change of it, on both BFFs. */
const changedCart = cart('currency,id,itemCount,items,totalAmount');
const order = (id: string, fields: string) => [as, 'listOrders', { ids: [id], fields }] as const;
const paymentsOnMobile = (id: string) =>
  [as, 'listPayments', { orderIds: [id], fields: 'accountId,cardLabel,status' }] as const;

/**
 * All of one person, who has two products in the cart or ordered before each. What is a person's is asked with the column
 * that says whose it is (`@owner`).
 */
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
    changedCart,
  ];
  const updateCalls = (productId: string): Calls => [
    [as, 'updateCartItem', { cartId: as, productId }, { body: { quantity: 3 } }],
    changedCart,
  ];
  const removeCalls = (productId: string): Calls => [
    [as, 'removeCartItems', { cartId: as, productIds: [productId] }],
    changedCart,
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
      return asking({}, () => [
        profile('id'),
        cart('currency,id,itemCount,items,totalAmount,updatedAt'),
        ['web-bff', 'listProducts', { ids, fields: 'id,images,slug' }],
        ['web-bff', 'listStock', { ids, fields: 'available,productId,status' }],
      ]);
    },
    'mobile cart': async () => {
      const { ids } = await withCart();
      const fields = 'accountId,city,country,id,isDefault,postalCode,recipient,street';
      const addresses = [as, 'listAddresses', { accountIds: [as], limit: 20, fields }] as const;
      return asking({}, () => [changedCart, addresses, ['mobile-bff', 'listProducts', { ids, fields: 'id,images' }]]);
    },
    'web add-to-cart': async () => {
      const { third, ids } = await withCart();
      const productId = globalId('Product', third);
      const products = ['web-bff', 'listProducts', { ids: toKeys([...ids, third]), fields: 'id' }] as const;
      return asking({ productId, quantity: 1 }, (key) => [...addCalls(third, key), products]);
    },
    'mobile add-to-cart': async () => {
      const { third: productId } = await withCart();
      return asking({ productId, quantity: 1 }, (key) => addCalls(productId, key));
    },
    'web update-cart-item': async () => {
      const { first, ids } = await withCart();
      const productId = globalId('Product', first);
      return asking({ productId, quantity: 3 }, () => [
        ...updateCalls(first),
        ['web-bff', 'listProducts', { ids, fields: 'id' }],
      ]);
    },
    'mobile update-cart-item': async () => {
      const { first: productId } = await withCart();
      return asking({ productId, quantity: 3 }, () => updateCalls(productId));
    },
    'web remove-cart-item': async () => {
      const { first, second } = await withCart();
      const left = ['web-bff', 'listProducts', { ids: [second], fields: 'id' }] as const;
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
      return asking({ input }, (key) => [
        checkoutCall(terms, key),
        // What any outcome shows: that there is not enough names products, that the price changed lists the cart.
        cart('currency,id,itemCount,items'),
        ['web-bff', 'listProducts', { ids, fields: 'id,images,name,slug' }],
      ]);
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
          changedCart,
        ]),
        after: async () => [
          order(await newest(), 'accountId,address,createdAt,currency,id,status,totalAmount'),
          paymentsOnMobile(await newest()),
        ],
      };
    },
    'web orders': async () => {
      await withOrder();
      const orders = await listOrders(10);
      const orderIds = toKeys(orders.map(({ id }) => id));
      const ids = toKeys(orders.flatMap(({ items }) => items.map(({ productId }) => productId)));
      return asking({}, () => [
        profile('id'),
        [as, 'listOrders', { limit: 10, fields: 'accountId,createdAt,currency,id,items,status,totalAmount' }],
        [as, 'listPayments', { orderIds, limit: 1, fields: 'accountId,amount,currency,id,status' }],
        ['web-bff', 'listProducts', { ids, fields: 'id,images,slug' }],
      ]);
    },
    'mobile orders': async () => {
      await withOrder();
      const covers = (await listOrders(10)).map(({ items }) => items[0]?.productId ?? '');
      return asking({}, () => [
        [as, 'listOrders', { limit: 10, fields: 'accountId,createdAt,currency,id,items,status,totalAmount' }],
        ['mobile-bff', 'listProducts', { ids: toKeys(covers), fields: 'id,images' }],
      ]);
    },
    'web order': async () => {
      const { id, ids } = await withOrder();
      const fields = 'accountId,amount,cardLabel,createdAt,currency,declineReason,id,status';
      const payments = [as, 'listPayments', { orderIds: [id], limit: 5, fields }] as const;
      const products = ['web-bff', 'listProducts', { ids, fields: 'id,images,slug' }] as const;
      const variables = { id: globalId('Order', id) };
      // All columns: which row a node comes from, a resolver written by hand decides.
      return asking(variables, () => [[as, 'listOrders', { ids: [id] }], payments, products]);
    },
    'mobile order': async () => {
      const { id, ids } = await withOrder();
      return asking({ id }, () => [
        order(id, 'accountId,address,createdAt,currency,id,items,status,totalAmount'),
        paymentsOnMobile(id),
        ['mobile-bff', 'listProducts', { ids, fields: 'id,images' }],
      ]);
    },
    'web cancel-order': async () => {
      const { id } = await withOrder();
      const payments = [as, 'listPayments', { orderIds: [id], limit: 5, fields: 'accountId,id,status' }] as const;
      return asking({ orderId: globalId('Order', id) }, (key) => [cancelCall(id, key), payments]);
    },
    'mobile cancel-order': async () => {
      const { id } = await withOrder();
      return asking({ id }, (key) => [
        cancelCall(id, key),
        order(id, 'accountId,createdAt,id,status'),
        paymentsOnMobile(id),
      ]);
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
        ['web-bff', 'listProducts', { ids, fields: 'id' }],
        ['web-bff', 'listRatingSummaries', { ids, fields: 'average,count,productId' }],
        ['web-bff', 'listPublicProfiles', { ...own, fields: 'displayName,id' }],
      ]);
    },
    'mobile write-review': async () => {
      const variables = { productId: 'prd-1501', stars: 4, title: 'Good', body: 'Does what it should.' };
      const ids = ['prd-1501'];
      return asking(variables, (key) => [
        reviewCall('prd-1501', key),
        ['mobile-bff', 'listProducts', { ids, fields: 'id' }],
        ['mobile-bff', 'listRatingSummaries', { ids, fields: 'average,count,productId' }],
        ['mobile-bff', 'listReviews', { productIds: ids, limit: 3, fields: 'body,createdAt,id,rating,title' }],
      ]);
    },
    'web update-profile': async () => asking({ input: { givenName: 'Eva' } }, () => [profileCall]),
    'mobile update-profile': async () =>
      asking({ givenName: 'Eva' }, () => [profileCall, profile('displayName,email,familyName,givenName,id,phone')]),
  };
}
