import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type MobileBff, startMobileBff } from './mobile-bff.fixture.ts';
import { refuse } from './shop.fixture.ts';

let mobile: MobileBff;
beforeEach(async () => {
  mobile = await startMobileBff();
});
afterEach(() => mobile.close());

const send = (operation: string, variables = {}, headers = {}) =>
  mobile.send(operation, variables, { authorization: `Bearer ${mobile.token('acc-001')}`, ...headers });

/** Fills the cart and forgets the calls it took; gives what the app then sends. */
async function fillCart(quantity = 2) {
  const { data } = await send('add-to-cart', { productId: 'prd-102', quantity });
  mobile.takeCalls();
  return { totalToken: data.addToCart.cart.totalToken as string, addressId: 'adr-0002', cardToken: 'card-visa' };
}

const notCharged = ['POST /v1/orders', 'GET /v1/carts?ids=acc-001'];

describe('checkout', () => {
  it('orders with one call, and shows the new order and the empty cart', async () => {
    const agreed = await fillCart();
    const { data, errors } = await send('checkout', agreed, { 'idempotency-key': 'k-1' });
    expect(errors).toBeUndefined();
    const calls = mobile.takeCalls();
    expect(calls.find(({ method }) => method === 'POST')).toMatchObject({
      method: 'POST',
      target: '/v1/orders',
      as: 'acc-001',
      key: 'k-1:checkout:createOrder',
      sent: { totalAmount: 17_380, currency: 'EUR', addressId: 'adr-0002', cardToken: 'card-visa' },
    });
    expect(calls.map(({ method, target }) => `${method} ${target}`)).toEqual([
      'GET /v1/carts?ids=acc-001',
      'POST /v1/orders',
      'GET /v1/orders?ids=ord-100',
      'GET /v1/payments?orderIds=ord-100',
    ]);
    expect(data.checkout).toEqual({
      outcome: 'ORDERED',
      message: 'Thank you! Your order is placed.',
      fields: [],
      shortages: [],
      canTryAgain: false,
      order: {
        id: 'ord-100',
        statusLabel: 'Paid',
        total: '€173.80',
        addressLines: ['Javier Fernández', 'Avenida Diagonal, 87', '48005 Bilbao', 'Spain'],
        payment: { label: 'Visa ending in 4242 · paid' },
        canCancel: true,
      },
      cart: { lines: [], itemCount: 'Your cart is empty', total: '€0.00', totalToken: 'EUR.0', canCheckOut: false },
    });
  });

  it('says what is left of a line that falls short', async () => {
    const agreed = await fillCart(5);
    const { data, errors } = await send('checkout', agreed, { 'accept-language': 'de' });
    expect(errors).toBeUndefined();
    expect(data.checkout).toMatchObject({
      outcome: 'OUT_OF_STOCK',
      message: 'Es sind nicht mehr genug Stücke da. Es wurde nichts abgebucht.',
      shortages: [{ productId: 'prd-102', available: 3, label: 'Nur noch 3 da' }],
      order: null,
      cart: { lines: [{ productId: 'prd-102', quantity: 5 }] },
    });
    expect(mobile.takeSteps()).toEqual(notCharged);
  });

  it.each([
    ['card-no-funds', 'Your card was declined: there is not enough money on it. Please take another one.', false],
    ['card-try-again', 'Your card could not be charged just now. Please try again.', true],
    ['card-of-tomorrow', 'Your card was declined. Please take another one.', false],
  ])('says why %s is declined and whether trying again helps', async (cardToken, message, canTryAgain) => {
    const { data } = await send('checkout', { ...(await fillCart()), cardToken });
    expect(data.checkout).toMatchObject({ outcome: 'PAYMENT_DECLINED', message, canTryAgain, order: null });
    expect(mobile.takeSteps()).toEqual(notCharged);
  });

  it.each([
    ['RESERVATION_EXPIRED', 'RESERVATION_EXPIRED', 'bitte versuche es noch einmal', true],
    ['CONFLICT', 'UNDER_WAY', 'bitte sieh zuerst in deine Bestellungen', false],
  ])('tells %s apart, and shows the cart that is left', async (code, outcome, words, canTryAgain) => {
    const agreed = await fillCart();
    mobile.onCall = (target) => (target === '/v1/orders' ? refuse(409, code) : undefined);
    const { data, errors } = await send('checkout', agreed, { 'accept-language': 'de' });
    expect(errors).toBeUndefined();
    expect(data.checkout).toMatchObject({
      outcome,
      message: expect.stringContaining(words),
      canTryAgain,
      order: null,
      cart: { lines: [{ productId: 'prd-102', quantity: 2 }] },
    });
    expect(mobile.takeSteps()).toEqual(notCharged);
  });

  it('shows the cart at its new total when that is not the one that was shown', async () => {
    const agreed = await fillCart();
    await send('add-to-cart', { productId: 'prd-102' });
    mobile.takeCalls();
    const { data } = await send('checkout', agreed);
    expect(data.checkout).toMatchObject({
      outcome: 'PRICE_CHANGED',
      message: 'The total has changed. Please check the new one; nothing was charged.',
      order: null,
      cart: { total: '€260.70', totalToken: 'EUR.26070' },
    });
    expect(mobile.takeSteps()).toEqual(notCharged);
    const again = await send('checkout', { ...agreed, totalToken: data.checkout.cart.totalToken });
    expect(again.data.checkout).toMatchObject({ outcome: 'ORDERED' });
  });

  it('says that the cart is empty, and which field to mend', async () => {
    const agreed = { totalToken: 'EUR.100', addressId: 'adr-0002', cardToken: 'card-visa' };
    expect((await send('checkout', agreed)).data.checkout).toMatchObject({ outcome: 'CART_EMPTY' });
    expect((await send('checkout', { ...agreed, addressId: 'adr-0001' })).data.checkout).toMatchObject({
      outcome: 'INVALID',
      fields: [{ field: 'addressId', message: 'Choose one of your addresses.' }],
    });
  });

  it.each([
    ['totalToken', '17380'],
    ['totalToken', 'EUR.-1'],
    ['totalToken', 'EUR.1e9'],
    ['addressId', '../adr'],
  ])('refuses the %s %j before any call', async (argument, value) => {
    const { data, errors } = await send('checkout', { ...(await fillCart()), [argument]: value });
    expect(data).toEqual({ checkout: null });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument } }]);
    expect(mobile.takeTargets()).toEqual([]);
  });

  it.each([
    [refuse(503, 'UNAVAILABLE'), 'UPSTREAM_UNAVAILABLE'],
    [refuse(409, 'IDEMPOTENCY_KEY_IN_USE'), 'CONFLICT'],
    [refuse(422, 'IDEMPOTENCY_KEY_REUSED'), 'IDEMPOTENCY_KEY_REUSED'],
  ])('is an error that shows no text of the service when it is no outcome', async (answer, code) => {
    const agreed = await fillCart();
    mobile.onCall = (target) => (target === '/v1/orders' ? answer : undefined);
    const { data, errors } = await send('checkout', agreed);
    expect(data).toEqual({ checkout: null });
    expect(errors).toMatchObject([{ extensions: { code } }]);
    expect(JSON.stringify(errors)).not.toContain('nobody shall see');
    expect(mobile.takeSteps()).toEqual(['POST /v1/orders']);
  });
});

describe('cancelOrder', () => {
  it('cancels with one call, and shows the order as it is now', async () => {
    await send('checkout', await fillCart());
    mobile.takeCalls();
    const { data, errors } = await send('cancel-order', { id: 'ord-100' }, { 'idempotency-key': 'k-2' });
    expect(errors).toBeUndefined();
    expect(data.cancelOrder).toEqual({
      outcome: 'CANCELLED',
      message: 'Your order is cancelled. You get your money back.',
      order: {
        id: 'ord-100',
        status: 'CANCELLED',
        statusLabel: 'Cancelled',
        payment: { label: 'Visa ending in 4242 · refunded' },
        canCancel: false,
      },
    });
    expect(mobile.takeCalls().map(({ target, key }) => [target, key])).toEqual([
      ['/v1/orders/ord-100/cancel', 'k-2:cancelOrder:cancelOrder'],
      ['/v1/orders?ids=ord-100', undefined],
      ['/v1/payments?orderIds=ord-100', undefined],
    ]);
  });

  it('says that it is too late, or that there is no such order', async () => {
    const { data: late } = await send('cancel-order', { id: 'ord-001' });
    expect(late.cancelOrder).toMatchObject({ outcome: 'TOO_LATE', order: null });
    const { data: unknown } = await send('cancel-order', { id: 'ord-999' });
    expect(unknown.cancelOrder).toMatchObject({ outcome: 'UNKNOWN', message: 'You have no such order.', order: null });
  });

  it("treats somebody else's order as one that does not exist", async () => {
    const other = { authorization: `Bearer ${mobile.token('acc-002')}` };
    const foreign = await mobile.send('cancel-order', { id: 'ord-001' }, other);
    expect(foreign).toEqual(await mobile.send('cancel-order', { id: 'ord-999' }, other));
  });
});
