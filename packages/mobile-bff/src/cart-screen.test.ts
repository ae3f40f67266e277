import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type MobileBff, startMobileBff } from './mobile-bff.fixture.ts';
import { refuse } from './shop.fixture.ts';

const readsCart = 'GET /v1/carts?ids=acc-001';

describe('cartScreen', () => {
  let mobile: MobileBff;
  beforeAll(async () => {
    mobile = await startMobileBff();
  });
  afterAll(() => mobile.close());
  afterEach(() => {
    mobile.onCall = () => undefined;
    mobile.takeCalls();
  });
  const as = (account: string) => ({ authorization: `Bearer ${mobile.token(account)}` });
  const send = (operation: string, variables: object, account: string, headers = {}) =>
    mobile.send(operation, variables, { ...as(account), ...headers });

  it('is an empty cart at first', async () => {
    const { data, errors } = await send('cart', {}, 'acc-009');
    expect(errors).toBeUndefined();
    expect(data.cartScreen).toMatchObject({
      lines: [],
      itemCount: 'Your cart is empty',
      total: '€0.00',
      canCheckOut: false,
    });
  });

  it('makes one call for the cart, one for its products and one for the address', async () => {
    for (const productId of ['prd-102', 'prd-103']) await send('add-to-cart', { productId, quantity: 2 }, 'acc-001');
    mobile.takeCalls();
    const { data, errors } = await send('cart', { density: 3 }, 'acc-001', { 'accept-language': 'de' });
    expect(errors).toBeUndefined();
    expect(mobile.takeCalls().map((call) => [call.target, call.as])).toEqual([
      ['/v1/addresses?accountIds=acc-001&limit=20', 'acc-001'],
      ['/v1/carts?ids=acc-001', 'acc-001'],
      ['/v1/products?ids=prd-102,prd-103', 'mobile-bff'],
    ]);
    expect(data.cartScreen).toEqual({
      lines: [expect.anything(), expect.anything()],
      itemCount: '4 Artikel im Warenkorb',
      total: '347,60\u00a0€',
      totalToken: 'EUR.34760',
      canCheckOut: true,
      defaultAddress: {
        id: 'adr-0002',
        lines: ['Javier Fernández', 'Avenida Diagonal, 87', '48005 Bilbao', 'Spanien'],
      },
    });
    expect(data.cartScreen.lines[0]).toEqual({
      productId: 'prd-102',
      name: 'Farrow Architect Lamp 102',
      quantity: 2,
      unitPrice: '86,90\u00a0€',
      linePrice: '173,80\u00a0€',
      product: { imageUrl: 'http://images.test/v1/images/prd-102-1?width=480' },
    });
  });

  it('shows the lines without pictures and address while their services are down', async () => {
    await send('add-to-cart', { productId: 'prd-102' }, 'acc-002');
    mobile.onCall = (target) => (/products|addresses/.test(target) ? 503 : undefined);
    const { data, errors } = await send('cart', {}, 'acc-002');
    expect(data.cartScreen).toMatchObject({ total: '€86.90', defaultAddress: null });
    expect(data.cartScreen.lines).toMatchObject([{ name: 'Farrow Architect Lamp 102', product: null }]);
    expect(errors).toHaveLength(2);
  });

  it('is null without any call for anonymous callers and for an app that speaks for itself', async () => {
    expect(await mobile.send('cart')).toMatchObject({ data: { cartScreen: null } });
    const app = { authorization: `Bearer ${mobile.token('mobile-app', 'mobile-app')}` };
    expect(await mobile.send('cart', {}, app)).toMatchObject({ data: { cartScreen: null } });
    expect(mobile.takeTargets()).toEqual([]);
  });
});

describe('addToCart, updateCartItem and removeCartItem', () => {
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

  it('answers with the cart as it is after the change, each with one call to change and one to read', async () => {
    const added = await send('add-to-cart', { productId: 'prd-102' });
    expect(added.errors).toBeUndefined();
    expect(added.data.addToCart).toMatchObject({
      outcome: 'CHANGED',
      message: '1 item in your cart',
      fields: [],
      cart: { lines: [{ productId: 'prd-102', quantity: 1, linePrice: '€86.90' }], totalToken: 'EUR.8690' },
    });
    expect(mobile.takeSteps()).toEqual(['POST /v1/carts/acc-001/items', readsCart]);

    const updated = await send('update-cart-item', { productId: 'prd-102', quantity: 3 });
    expect(updated.data.updateCartItem).toMatchObject({ outcome: 'CHANGED', cart: { total: '€260.70' } });
    expect(mobile.takeSteps()).toEqual(['PATCH /v1/carts/acc-001/items/prd-102', readsCart]);

    const removed = await send('remove-cart-item', { productId: 'prd-102' });
    expect(removed.data.removeCartItem).toMatchObject({
      outcome: 'CHANGED',
      message: 'Your cart is empty',
      cart: { lines: [], canCheckOut: false },
    });
    expect(mobile.takeSteps()).toEqual(['DELETE /v1/carts/acc-001/items?productIds=prd-102', readsCart]);
  });

  it('reads its own write again after every change of one request', async () => {
    const { data } = await send(`mutation {
      a: addToCart(productId: "prd-102") { cart { itemCount } }
      b: addToCart(productId: "prd-102", quantity: 2) { cart { itemCount } }
      c: removeCartItem(productId: "prd-102") { cart { itemCount } }
    }`);
    expect([data.a, data.b, data.c].map(({ cart }) => cart.itemCount)).toEqual([
      '1 item in your cart',
      '3 items in your cart',
      'Your cart is empty',
    ]);
    const adds = ['POST /v1/carts/acc-001/items', readsCart];
    const removes = ['DELETE /v1/carts/acc-001/items?productIds=prd-102', readsCart];
    expect(mobile.takeSteps()).toEqual([...adds, ...adds, ...removes]);
  });

  it.each([0, -1, 100, 1_000_000_000])(
    'tells which field to mend for %s pieces, and leaves the cart',
    async (quantity) => {
      const { data, errors } = await send(
        'add-to-cart',
        { productId: 'prd-104', quantity },
        { 'accept-language': 'fr' },
      );
      expect(errors).toBeUndefined();
      expect(data.addToCart).toMatchObject({
        outcome: 'INVALID',
        message: 'Votre panier est inchangé. Vérifiez votre saisie.',
        fields: [{ field: 'quantity', message: 'Choisissez un nombre de 1 à 99.' }],
        cart: { lines: [] },
      });
    },
  );

  it.each(['many', 1.5, 10_000_000_000, null])('refuses %j pieces before any call', async (quantity) => {
    const { errors } = await send('add-to-cart', { productId: 'prd-104', quantity });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(mobile.takeTargets()).toEqual([]);
  });

  it('says that a product is not available, or not in the cart any more', async () => {
    const { data } = await send('add-to-cart', { productId: 'prd-9999' });
    expect(data.addToCart).toMatchObject({
      outcome: 'INVALID',
      fields: [{ field: 'productId', message: 'This product is not available.' }],
    });
    const { data: updated } = await send('update-cart-item', { productId: 'prd-150', quantity: 2 });
    expect(updated.updateCartItem).toMatchObject({ outcome: 'NOT_IN_CART', fields: [], cart: { lines: [] } });
  });

  it('says that what was to be taken out is taken for no product', async () => {
    const answer = refuse(400, 'BAD_REQUEST', { errors: [{ parameter: 'productIds', detail: '?' }] });
    mobile.onCall = (target) => (target.includes('/items?productIds=') ? answer : undefined);
    const { data, errors } = await send('remove-cart-item', { productId: 'prd-102' });
    expect(errors).toBeUndefined();
    expect(data.removeCartItem).toMatchObject({
      outcome: 'INVALID',
      message: 'Your cart is unchanged. Please check what you entered.',
      fields: [{ field: 'productId', message: 'This product is not available.' }],
      cart: { lines: [] },
    });
  });

  it.each(['', '../x', 'a,b', 'A'])('refuses the id %j before any call', async (productId) => {
    for (const [operation, field] of [
      ['add-to-cart', 'addToCart'],
      ['remove-cart-item', 'removeCartItem'],
    ] as const) {
      const { data, errors } = await send(operation, { productId });
      expect(data).toEqual({ [field]: null });
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'productId' } }]);
    }
    expect(mobile.takeTargets()).toEqual([]);
  });

  it("derives each step's key from the client's", async () => {
    const document = 'mutation { twice: addToCart(productId: "prd-102") { outcome } }';
    await send(document, {});
    await send(document, {}, { 'idempotency-key': 'order-7' });
    await send('add-to-cart', { productId: 'prd-102' }, { 'idempotency-key': 'order-7' });
    const keys = mobile.takeCalls().flatMap(({ key }) => key ?? []);
    expect(keys).toEqual([
      expect.stringMatching(/^[\da-f-]{36}:twice:addCartItem$/),
      'order-7:twice:addCartItem',
      'order-7:addToCart:addCartItem',
    ]);
  });

  it('tells that it changed although the new cart cannot be read', async () => {
    mobile.onCall = (target) => (target.startsWith('/v1/carts?') ? 503 : undefined);
    const { data, errors } = await send('add-to-cart', { productId: 'prd-160' });
    expect(data.addToCart).toMatchObject({ outcome: 'CHANGED', cart: null });
    expect(errors).toMatchObject([{ path: ['addToCart', 'cart'], extensions: { code: 'UPSTREAM_UNAVAILABLE' } }]);
  });
});

describe('every mutation', () => {
  it('asks anonymous callers and apps that speak for themselves to sign in, before any call', async () => {
    const mobile = await startMobileBff();
    const productId = 'prd-102';
    const variables = {
      'add-to-cart': { productId },
      'update-cart-item': { productId, quantity: 2 },
      'remove-cart-item': { productId },
      checkout: { totalToken: 'EUR.1', addressId: 'adr-0001', cardToken: 'card-visa' },
      'cancel-order': { id: 'ord-001' },
      'write-review': { productId, stars: 5, title: 'Good', body: 'Very good.' },
      'update-profile': { displayName: 'J' },
    };
    const app = { authorization: `Bearer ${mobile.token('mobile-app', 'mobile-app')}` };
    for (const [operation, given] of Object.entries(variables)) {
      for (const headers of [{}, app] as Record<string, string>[]) {
        const { data, errors } = await mobile.send(operation, given, headers);
        expect(Object.values(data)).toEqual([null]);
        expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
      }
    }
    expect(mobile.takeTargets()).toEqual([]);
    await mobile.close();
  });
});
