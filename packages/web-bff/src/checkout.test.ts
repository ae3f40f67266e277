import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startWebBff, type WebBff } from './bff.fixture.ts';
import { toGlobalId } from './views/global-id.ts';

let web: WebBff;
beforeEach(async () => {
  web = await startWebBff();
});
afterEach(() => web.close());

const as = 'acc-001';
const pan = toGlobalId('Product', 'prd-0001');
const addressId = toGlobalId('Address', 'adr-0001');
const terms = { totalMinor: 2002, currency: 'EUR', addressId, cardToken: 'card-visa' };

async function fillCart(): Promise<void> {
  await web.askOperation('add-to-cart', { as, variables: { productId: pan, quantity: 2 } });
  web.services.takeCalls();
  web.services.takeKeys();
}

async function checkOut(input: object = {}, key = 'k-1') {
  const { data, errors } = await web.askOperation('checkout', {
    as,
    key,
    variables: { input: { ...terms, ...input } },
  });
  expect(errors).toBeUndefined();
  return data.checkout;
}

describe('Checkout', () => {
  it('buys in one call, then shows the order and the empty cart', async () => {
    await fillCart();
    expect(await checkOut()).toMatchObject({
      __typename: 'CheckoutSuccess',
      order: {
        id: toGlobalId('Order', 'ord-0057'),
        status: 'PAID',
        itemCount: 2,
        total: { amount: '20.02', currency: 'EUR' },
        items: [{ name: 'Pan 1', quantity: 2, product: { id: pan } }],
        address: { city: 'Berlin', country: 'DE' },
      },
      cart: { itemCount: 0 },
    });
    expect(web.services.takeCalls()).toEqual([
      'acc-001 /v1/carts?ids=acc-001',
      'acc-001 POST /v1/orders {"totalAmount":2002,"currency":"EUR","addressId":"adr-0001","cardToken":"card-visa"}',
      'web-bff /v1/products?ids=prd-0001',
    ]);
    expect(web.services.takeKeys()).toEqual(['k-1:checkout:createOrder']);
  });

  it('leads on to the person and what they bought', async () => {
    await fillCart();
    const query = `mutation ($input: CheckoutInput!) {
      checkout(input: $input) { ... on CheckoutSuccess { viewer { orders(first: 1) { edges { node { id } } } } } }
    }`;
    const { data } = await web.ask(query, { as, variables: { input: terms } });
    expect(data.checkout.viewer.orders.edges).toEqual([{ node: { id: toGlobalId('Order', 'ord-0057') } }]);
  });

  it('shows each purchase of one request the orders as they are after it', async () => {
    await fillCart();
    const bought = '... on CheckoutSuccess { viewer { orders(first: 1) { totalCount } } }';
    const query = `mutation ($input: CheckoutInput!, $pan: ID!) {
      first: checkout(input: $input) { ${bought} }
      addToCart(input: { productId: $pan, quantity: 2 }) { __typename }
      second: checkout(input: $input) { ${bought} }
    }`;
    const { data } = await web.ask(query, { as, variables: { input: terms, pan } });
    const totals = [data.first, data.second].map(({ viewer }) => viewer.orders.totalCount);
    expect(totals).toEqual([56, 57]);
  });

  it('keeps the order where what follows cannot be read', async () => {
    await fillCart();
    web.services.fail('/v1/carts');
    const variables = { input: terms };
    const { data, errors } = await web.askOperation('checkout', { as, variables });
    expect(data.checkout).toMatchObject({ __typename: 'CheckoutSuccess', order: { status: 'PAID' }, cart: null });
    expect(errors).toMatchObject([{ path: ['checkout', 'cart'], extensions: { code: 'UPSTREAM_UNAVAILABLE' } }]);
  });

  it('says what is left of what falls short', async () => {
    web.services.refuse('/v1/orders', {
      status: 409,
      code: 'OUT_OF_STOCK',
      available: [
        { productId: 'prd-0001', available: 1 },
        { productId: 'prd-0002', available: 0 },
      ],
    });
    expect(await checkOut()).toEqual({
      __typename: 'OutOfStock',
      message: expect.stringContaining('Nothing was charged'),
      items: [
        { available: 1, product: { id: pan, name: 'Pan 1' } },
        { available: 0, product: { id: toGlobalId('Product', 'prd-0002'), name: 'Pan 2' } },
      ],
    });
    expect(web.services.takeCalls()).toContain('web-bff /v1/products?ids=prd-0001,prd-0002');
  });

  it('says the new total, and shows the cart in the same call', async () => {
    await fillCart();
    expect(await checkOut({ totalMinor: 1 })).toMatchObject({
      __typename: 'PriceChanged',
      total: { amount: '20.02', amountMinor: 2002, currency: 'EUR' },
      cart: { items: [{ name: 'Pan 1', linePrice: { amount: '20.02' } }] },
    });
    expect(web.services.takeCalls().map((call) => call.split(' ')[1])).toEqual(['/v1/carts?ids=acc-001', 'POST']);
  });

  it.each([
    ['insufficientFunds', 'INSUFFICIENT_FUNDS'],
    ['cardExpired', 'CARD_EXPIRED'],
    ['cardRefused', 'CARD_REFUSED'],
    ['tryAgain', 'TRY_AGAIN'],
    ['aReasonOfTomorrow', 'CARD_REFUSED'],
  ])('says that the card was declined for %s', async (declineReason, reason) => {
    web.services.refuse('/v1/orders', { status: 409, code: 'PAYMENT_DECLINED', declineReason, detail: 'SECRET' });
    expect(await checkOut()).toEqual({
      __typename: 'PaymentDeclined',
      reason,
      message: expect.stringMatching(/^(?!.*SECRET).*Nothing was charged/),
    });
  });

  it('says that the cart is empty', async () => {
    expect(await checkOut()).toMatchObject({ __typename: 'CartEmpty', cart: { itemCount: 0 } });
  });

  it.each([
    ['RESERVATION_EXPIRED', 'ReservationExpired', 'order again'],
    ['CONFLICT', 'CheckoutUnderWay', 'look at your orders'],
  ])('tells %s apart, in words of its own', async (code, type, words) => {
    web.services.refuse('/v1/orders', { status: 409, code, detail: 'SECRET' });
    const { __typename, message, ...rest } = await checkOut();
    expect([__typename, rest]).toEqual([type, {}]);
    expect(message).toMatch(new RegExp(`^(?!.*SECRET).*charged.*${words}`));
    expect(web.services.takeCalls()).toEqual([expect.stringContaining('acc-001 POST /v1/orders ')]);
  });

  it('names wrong fields as its input does', async () => {
    await fillCart();
    expect(await checkOut({ totalMinor: -1 })).toMatchObject({
      __typename: 'ValidationFailed',
      fields: [{ field: 'totalMinor' }, { field: 'cardToken', message: 'Enter a card.' }],
    });
  });

  it.each([
    ['IDEMPOTENCY_KEY_REUSED', 422, 'IDEMPOTENCY_KEY_REUSED'],
    ['IDEMPOTENCY_KEY_IN_USE', 409, 'CONFLICT'],
    ['UNAVAILABLE', 503, 'UPSTREAM_UNAVAILABLE'],
  ])('is an error where the service says %s', async (code, status, told) => {
    web.services.refuse('/v1/orders', { status, code });
    const { data, errors } = await web.askOperation('checkout', { as, variables: { input: terms } });
    expect(data).toEqual({ checkout: null });
    expect(errors).toMatchObject([{ path: ['checkout'], extensions: { code: told } }]);
  });

  it('refuses what is no address before any call', async () => {
    const variables = { input: { ...terms, addressId: pan } };
    const { errors } = await web.askOperation('checkout', { as, variables });
    expect(errors).toMatchObject([
      { message: expect.stringContaining('input.addressId'), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    expect(web.services.takeCalls()).toEqual([]);
  });
});

describe('every change', () => {
  const changes: [name: string, input: string][] = [
    ['addToCart', `productId: "${pan}", quantity: 1`],
    ['updateCartItem', `productId: "${pan}", quantity: 1`],
    ['removeCartItem', `productId: "${pan}"`],
    ['checkout', `totalMinor: 1, currency: "EUR", addressId: "${addressId}", cardToken: "card-visa"`],
    ['cancelOrder', `orderId: "${toGlobalId('Order', 'ord-0001')}"`],
    ['writeReview', `productId: "${pan}", rating: 5, title: "Good", body: "Good."`],
    ['updateProfile', 'displayName: "Ada"'],
  ];

  it.each(changes)('asks anonymous callers and apps to sign in: %s, without a call', async (name, input) => {
    const document = `mutation { ${name}(input: { ${input} }) { __typename } }`;
    // An app that speaks for itself has its own client id as subject.
    for (const asked of [web.ask(document), web.ask(document, { as: 'app' })]) {
      const { data, errors } = await asked;
      expect(data).toEqual({ [name]: null });
      expect(errors).toMatchObject([{ path: [name], extensions: { code: 'UNAUTHENTICATED' } }]);
    }
    expect(web.services.takeCalls()).toEqual([]);
  });
});
