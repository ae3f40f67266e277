import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startWebBff, type WebBff } from './bff.fixture.ts';
import { numbered } from './data.fixture.ts';
import { toGlobalId } from './views/global-id.ts';

let web: WebBff;
beforeEach(async () => {
  web = await startWebBff();
});
afterEach(() => web.close());

const as = 'acc-001';
const ids = (prefix: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => numbered(prefix, from + index, 4)).join(',');

describe('Orders', () => {
  it.each([5, 50])('makes four calls for %i orders, newest first', async (first) => {
    const { data, errors } = await web.askOperation('orders', { as, variables: { first } });
    expect(errors).toBeUndefined();
    const oldest = 55 - first + 1;
    expect(web.services.takeCalls()).toEqual([
      `acc-001 /v1/orders?limit=${first}`,
      `acc-001 /v1/payments?limit=1&orderIds=${ids('ord', oldest, 55)}`,
      'acc-001 /v1/profiles?ids=acc-001',
      `web-bff /v1/products?ids=${ids('prd', oldest, 56)}`,
    ]);
    expect(data.viewer.orders).toMatchObject({ totalCount: 55, pageInfo: { hasNextPage: true } });
    expect(data.viewer.orders.edges).toHaveLength(first);
    expect(data.viewer.orders.edges[0]).toMatchObject({
      cursor: 'ord-0055',
      node: {
        status: 'PAID',
        itemCount: 4,
        total: { amount: '42.22', currency: 'EUR' },
        items: [{ name: 'Pan 55', quantity: 2, product: { slug: 'pan-55' } }, { name: 'Pan 56' }],
        payments: { edges: [{ node: { status: 'CAPTURED', amount: { amount: '42.22' } } }] },
      },
    });
  });

  it('pages on to the end', async () => {
    const { data: front } = await web.askOperation('orders', { as, variables: { first: 50 } });
    const { endCursor: after } = front.viewer.orders.pageInfo;
    const { data } = await web.askOperation('orders', { as, variables: { first: 50, after } });
    expect(data.viewer.orders.edges.map(({ cursor }: { cursor: string }) => cursor).join(',')).toBe(
      ids('ord', 1, 5).split(',').reverse().join(','),
    );
    expect(data.viewer.orders.pageInfo).toEqual({ hasNextPage: false, endCursor: 'ord-0001' });
  });

  it.each([
    ['a page of 51', { first: 51 }],
    ['a page of none', { first: 0 }],
    ['what is no cursor', { first: 5, after: 'Ord 1' }],
  ])('refuses %s in its own field only', async (_what, variables) => {
    const { data, errors } = await web.askOperation('orders', { as, variables });
    expect(data).toEqual({ viewer: { id: toGlobalId('Viewer', as), orders: null } });
    expect(errors).toMatchObject([{ path: ['viewer', 'orders'], extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('loses only what a dead service backs', async () => {
    for (const path of ['/v1/payments', '/v1/products']) web.services.fail(path);
    const { data } = await web.askOperation('orders', { as, variables: { first: 1 } });
    expect(data.viewer.orders.edges[0].node).toMatchObject({
      total: { amount: '42.22' },
      items: [{ name: 'Pan 55', product: null }, { product: null }],
      payments: null,
    });
  });
});

describe('Order', () => {
  it('makes one call for each thing it shows', async () => {
    const { data, errors } = await web.askOperation('order', {
      as,
      variables: { id: toGlobalId('Order', 'ord-0003') },
    });
    expect(errors).toBeUndefined();
    expect(web.services.takeCalls()).toEqual([
      'acc-001 /v1/orders?ids=ord-0003',
      'acc-001 /v1/payments?limit=5&orderIds=ord-0003',
      'web-bff /v1/products?ids=prd-0003,prd-0004',
    ]);
    expect(data.node).toMatchObject({
      status: 'PAID',
      items: [{ unitPrice: { amount: '10.03' }, linePrice: { amount: '20.06' } }, { quantity: 2 }],
      address: { recipient: 'Ada', postalCode: '10115' },
      payments: { totalCount: 1, edges: [{ node: { cardLabel: 'Visa ending in 4242', declineReason: null } }] },
    });
  });

  it('may be asked for 10 levels deep and no deeper', async () => {
    const deep = (inner: string) => `{ viewer { orders { edges { node { items { product { related { edges { node {
      category { ${inner} } } } } } } } } } } }`;
    expect((await web.ask(deep('id'), { as })).errors).toBeUndefined();
    const { errors } = await web.ask(deep('parent { id }'), { as });
    expect(errors).toMatchObject([{ extensions: { code: 'MAX_DEPTH', maxDepth: 10 } }]);
  });
});

describe('CancelOrder', () => {
  it('cancels in one call and reads what became of the money', async () => {
    const variables = { orderId: toGlobalId('Order', 'ord-0003') };
    const { data, errors } = await web.askOperation('cancel-order', { as, variables, key: 'k-1' });
    expect(errors).toBeUndefined();
    expect(web.services.takeCalls()).toEqual([
      'acc-001 /v1/payments?limit=5&orderIds=ord-0003',
      'acc-001 POST /v1/orders/ord-0003/cancel',
    ]);
    expect(web.services.takeKeys()).toEqual(['k-1:cancelOrder:cancelOrder']);
    expect(data.cancelOrder).toMatchObject({
      __typename: 'CancelOrderSuccess',
      order: { id: variables.orderId, status: 'CANCELLED', payments: { edges: [{ node: { status: 'CAPTURED' } }] } },
    });
  });

  it.each(['ord-0056', 'ord-9999'])('treats %s, which is not the caller’s, as missing', async (id) => {
    const { data, errors } = await web.askOperation('cancel-order', {
      as,
      variables: { orderId: toGlobalId('Order', id) },
    });
    expect(errors).toBeUndefined();
    expect(data.cancelOrder).toEqual({ __typename: 'OrderNotFound', message: 'There is no such order.' });
  });

  it('says that it is too late', async () => {
    web.services.refuse('/v1/orders/ord-0003/cancel', { status: 409, code: 'NOT_CANCELLABLE' });
    const { data } = await web.askOperation('cancel-order', {
      as,
      variables: { orderId: toGlobalId('Order', 'ord-0003') },
    });
    expect(data.cancelOrder).toEqual({
      __typename: 'OrderNotCancellable',
      message: expect.stringContaining('too late'),
    });
  });

  it('refuses what is no order before any call', async () => {
    const { errors } = await web.askOperation('cancel-order', { as, variables: { orderId: 'ord-0003' } });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(web.services.takeCalls()).toEqual([]);
  });
});
