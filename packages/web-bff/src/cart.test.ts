import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startWebBff, type WebBff } from './bff.fixture.ts';
import { toGlobalId } from './views/global-id.ts';

let web: WebBff;
beforeEach(async () => {
  web = await startWebBff();
});
afterEach(() => web.close());

const as = 'acc-001';
const [pan, pot] = ['prd-0001', 'prd-0002'].map((id) => toGlobalId('Product', id)) as [string, string];

/** Puts products into the cart, and forgets the calls. */
async function fillCart(...productIds: string[]): Promise<void> {
  for (const productId of productIds)
    await web.askOperation('add-to-cart', { as, variables: { productId, quantity: 2 } });
  web.services.takeCalls();
  web.services.takeKeys();
}

describe('Cart', () => {
  it('makes one call for all products', async () => {
    await fillCart(pan, pot);
    const { data, errors } = await web.askOperation('cart', { as });
    expect(errors).toBeUndefined();
    expect(web.services.takeCalls()).toEqual([
      'acc-001 /v1/carts?ids=acc-001',
      'acc-001 /v1/profiles?ids=acc-001',
      'web-bff /v1/products?ids=prd-0001,prd-0002',
      'web-bff /v1/stock?ids=prd-0001,prd-0002',
    ]);
    expect(data.viewer.cart).toMatchObject({
      id: toGlobalId('Cart', as),
      itemCount: 4,
      total: { amount: '40.06', amountMinor: 4006, currency: 'EUR' },
      items: [
        { name: 'Pan 1', quantity: 2, unitPrice: { amount: '10.01' }, linePrice: { amount: '20.02', currency: 'EUR' } },
        { product: { id: pot, slug: 'pan-2', stock: { status: 'LOW_STOCK' } } },
      ],
    });
  });

  it('is empty at first', async () => {
    const { data } = await web.askOperation('cart', { as });
    expect(data.viewer.cart).toMatchObject({ items: [], itemCount: 0, updatedAt: null, total: { amount: '0.00' } });
  });

  it('keeps names and prices while the catalog is down, and the person while carts is', async () => {
    await fillCart(pan);
    web.services.fail('/v1/products');
    const { data } = await web.askOperation('cart', { as });
    expect(data.viewer.cart.items).toMatchObject([{ name: 'Pan 1', linePrice: { amount: '20.02' }, product: null }]);
    web.services.fail('/v1/carts');
    const { data: rest, errors } = await web.askOperation('cart', { as });
    expect(rest).toEqual({ viewer: { id: toGlobalId('Viewer', as), cart: null } });
    expect(errors).toMatchObject([{ path: ['viewer', 'cart'], extensions: { code: 'UPSTREAM_UNAVAILABLE' } }]);
  });
});

describe('AddToCart', () => {
  it('adds, then reads the cart once', async () => {
    const { data, errors } = await web.askOperation('add-to-cart', { as, variables: { productId: pan, quantity: 3 } });
    expect(errors).toBeUndefined();
    expect(web.services.takeCalls()).toEqual([
      'acc-001 /v1/carts?ids=acc-001',
      'acc-001 POST /v1/carts/acc-001/items {"productId":"prd-0001","quantity":3}',
      'web-bff /v1/products?ids=prd-0001',
    ]);
    expect(data.addToCart).toMatchObject({
      __typename: 'AddToCartSuccess',
      cart: { itemCount: 3, items: [{ quantity: 3, product: { id: pan } }] },
    });
  });

  it.each([0, -1, 100, 1_000_000_000])('refuses %i pieces by field, in words of its own', async (quantity) => {
    const { data, errors } = await web.askOperation('add-to-cart', { as, variables: { productId: pan, quantity } });
    expect(errors).toBeUndefined();
    expect(data.addToCart).toEqual({
      __typename: 'ValidationFailed',
      message: expect.not.stringContaining('SECRET'),
      fields: [{ field: 'quantity', message: expect.stringContaining('1 to 99') }],
    });
  });

  it.each([
    ['a broken id', { productId: 'prd-0001', quantity: 1 }],
    ['the id of something else', { productId: toGlobalId('Review', 'rev-00001'), quantity: 1 }],
    ['a quantity that is no number', { productId: pan, quantity: 'two' }],
    ['a quantity with a fraction', { productId: pan, quantity: 1.5 }],
  ])('refuses %s before any call', async (_what, variables) => {
    const { errors } = await web.askOperation('add-to-cart', { as, variables });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(web.services.takeCalls()).toEqual([]);
  });
});

describe('several changes in one request', () => {
  const twice = `mutation ($pan: ID!, $pot: ID!) {
    first: addToCart(input: { productId: $pan, quantity: 1 }) { ...Answer }
    second: addToCart(input: { productId: $pot, quantity: 1 }) { ...Answer }
  }
  fragment Answer on AddToCartPayload { ... on AddToCartSuccess { cart { itemCount } } }`;

  it('shows each the cart after it, whatever was read before', async () => {
    const { data } = await web.ask(twice, { as, variables: { pan, pot } });
    expect(data).toEqual({ first: { cart: { itemCount: 1 } }, second: { cart: { itemCount: 2 } } });
    expect(web.services.takeCalls().filter((call) => call.includes('/v1/carts?'))).toHaveLength(2);
  });

  it('gives each a key of its own, made of the client’s', async () => {
    await web.ask(twice, { as, variables: { pan, pot }, key: 'k-1' });
    expect(web.services.takeKeys()).toEqual(['k-1:first:addCartItem', 'k-1:second:addCartItem']);
  });

  it('makes a key where the client sent none', async () => {
    await web.ask(twice, { as, variables: { pan, pot } });
    const [first = '', second = ''] = web.services.takeKeys();
    expect(first).toMatch(/^[\da-f-]{36}:first:addCartItem$/);
    expect(second.slice(0, 36)).toBe(first.slice(0, 36));
  });
});

describe('UpdateCartItem', () => {
  it('sets the pieces, then reads the cart once', async () => {
    await fillCart(pan);
    const { data } = await web.askOperation('update-cart-item', { as, variables: { productId: pan, quantity: 5 } });
    expect(web.services.takeCalls()).toEqual([
      'acc-001 /v1/carts?ids=acc-001',
      'acc-001 PATCH /v1/carts/acc-001/items/prd-0001 {"quantity":5}',
      'web-bff /v1/products?ids=prd-0001',
    ]);
    expect(data.updateCartItem).toMatchObject({ __typename: 'UpdateCartItemSuccess', cart: { itemCount: 5 } });
  });

  it('says that the product is not in the cart, and shows the cart', async () => {
    await fillCart(pan);
    const { data, errors } = await web.askOperation('update-cart-item', {
      as,
      variables: { productId: pot, quantity: 5 },
    });
    expect(errors).toBeUndefined();
    expect(data.updateCartItem).toMatchObject({
      __typename: 'NotInCart',
      message: expect.stringContaining('no longer in your cart'),
      cart: { itemCount: 2 },
    });
  });

  it('refuses 0 pieces by field', async () => {
    const { data } = await web.askOperation('update-cart-item', { as, variables: { productId: pan, quantity: 0 } });
    expect(data.updateCartItem).toMatchObject({ __typename: 'ValidationFailed', fields: [{ field: 'quantity' }] });
  });
});

describe('RemoveCartItem', () => {
  it('takes the product out, then reads the cart once', async () => {
    await fillCart(pan, pot);
    const { data } = await web.askOperation('remove-cart-item', { as, variables: { productId: pan } });
    expect(web.services.takeCalls()).toEqual([
      'acc-001 /v1/carts?ids=acc-001',
      'acc-001 DELETE /v1/carts/acc-001/items?productIds=prd-0001',
      'web-bff /v1/products?ids=prd-0002',
    ]);
    expect(data.removeCartItem).toMatchObject({ __typename: 'RemoveCartItemSuccess', cart: { itemCount: 2 } });
  });

  it('says that the service takes it for no product, as every payload says what is wrong', async () => {
    web.services.refuse('/v1/carts/acc-001/items', {
      status: 400,
      code: 'BAD_REQUEST',
      errors: [{ parameter: 'productIds', detail: 'SECRET' }],
    });
    const { data, errors } = await web.askOperation('remove-cart-item', { as, variables: { productId: pan } });
    expect(errors).toBeUndefined();
    expect(data.removeCartItem).toEqual({
      __typename: 'ValidationFailed',
      message: expect.stringContaining('cannot be taken'),
      fields: [{ field: 'productId', message: expect.not.stringContaining('SECRET') }],
    });
  });
});
