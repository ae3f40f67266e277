import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type MobileBff, startMobileBff } from './mobile-bff.fixture.ts';

describe('ordersScreen and orderScreen', () => {
  let mobile: MobileBff;
  beforeAll(async () => {
    mobile = await startMobileBff();
  });
  afterAll(() => mobile.close());
  afterEach(() => {
    mobile.onCall = () => undefined;
    mobile.takeCalls();
  });
  const send = (operation: string, variables = {}, headers = {}) =>
    mobile.send(operation, variables, { authorization: `Bearer ${mobile.token('acc-001')}`, ...headers });

  it('makes one call for the orders and one for the pictures, for 50 orders as for 5', async () => {
    for (const first of [5, 50]) {
      const { data, errors } = await send('orders', { first });
      expect(errors).toBeUndefined();
      expect(data.ordersScreen.rows).toHaveLength(first);
      const products = Array.from({ length: first }, (_, index) => `prd-${101 + index}`);
      expect(mobile.takeTargets()).toEqual([`/v1/orders?limit=${first}`, `/v1/products?ids=${products.join(',')}`]);
    }
  });

  it('shows each order in a row, page by page', async () => {
    const { data } = await send('orders', {}, { 'accept-language': 'es' });
    expect(data.ordersScreen).toMatchObject({ total: '60 pedidos', next: '10' });
    expect(data.ordersScreen.rows[0]).toEqual({
      id: 'ord-060',
      date: '12 mar 2026',
      status: 'PAID',
      statusLabel: 'Pagado',
      total: '260,70\u00a0€',
      pieces: '3 artículos',
      cover: { imageUrl: 'http://images.test/v1/images/prd-101-1?width=240' },
    });
    const { data: last } = await send('orders', { first: 50, after: '55' });
    expect(last.ordersScreen.rows.map(({ id }: { id: string }) => id)).toEqual([
      'ord-005',
      'ord-004',
      'ord-003',
      'ord-002',
      'ord-001',
    ]);
    expect(last.ordersScreen.next).toBeNull();
  });

  it.each([0, 51, -1])('refuses a page of %s orders with the bound, before any call', async (first) => {
    const { data, errors } = await send('orders', { first });
    expect(data).toEqual({ ordersScreen: null });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'first', min: 1, max: 50 } }]);
    expect(mobile.takeTargets()).toEqual([]);
  });

  it('makes one call for each thing an order shows', async () => {
    const { data, errors } = await send('order', { id: 'ord-060' });
    expect(errors).toBeUndefined();
    expect(mobile.takeCalls().map((call) => [call.target, call.as])).toEqual([
      ['/v1/orders?ids=ord-060', 'acc-001'],
      ['/v1/payments?orderIds=ord-060', 'acc-001'],
      ['/v1/products?ids=prd-101,prd-201', 'mobile-bff'],
    ]);
    expect(data.orderScreen).toMatchObject({
      id: 'ord-060',
      lines: [{ productId: 'prd-101', quantity: 2, linePrice: '€173.80' }, { productId: 'prd-201' }],
      addressLines: ['Javier Fernández', 'Avenida Diagonal, 87', '48005 Bilbao', 'Spain'],
      payment: { label: 'Visa ending in 4242 · paid' },
      canCancel: false,
    });
  });

  it("is null for somebody else's order as for one that does not exist", async () => {
    const other = { authorization: `Bearer ${mobile.token('acc-002')}` };
    const foreign = await mobile.send('order', { id: 'ord-060' }, other);
    const unknown = await mobile.send('order', { id: 'ord-999' }, other);
    expect(foreign).toEqual(unknown);
    expect(foreign).toMatchObject({ data: { orderScreen: null } });
    expect(foreign.errors).toBeUndefined();
    expect(mobile.takeTargets()).toEqual(['/v1/orders?ids=ord-060', '/v1/orders?ids=ord-999']);
  });

  it.each(['', 'Not An Id', '../x', 'a,b'])('is null without a call for %j', async (id) => {
    expect(await send('order', { id })).toMatchObject({ data: { orderScreen: null } });
    expect(mobile.takeTargets()).toEqual([]);
  });

  it('shows the order without payment and pictures while their services are down', async () => {
    mobile.onCall = (target) => (/payments|products/.test(target) ? 503 : undefined);
    const { data } = await send('order', { id: 'ord-060' });
    expect(data.orderScreen).toMatchObject({ total: '€260.70', payment: null, lines: [{ product: null }, {}] });
  });

  it('are null without any call for anonymous callers', async () => {
    expect(await mobile.send('orders')).toMatchObject({ data: { ordersScreen: null } });
    expect(await mobile.send('order', { id: 'ord-060' })).toMatchObject({ data: { orderScreen: null } });
    expect(mobile.takeTargets()).toEqual([]);
  });
});
