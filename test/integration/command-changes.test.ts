/** Every command names all public values that are others afterwards, so no cache shows what it has replaced. */
import { type Command, change, type ResolverContext, type Row } from '@facet/core';
import {
  addCartItem,
  cancelOrder,
  categoriesByParentId,
  categoryById,
  createOrder,
  createReview,
  productById,
  publicProfileById,
  ratingSummaryByProductId,
  relatedProductsByProductId,
  removeCartItems,
  reviewById,
  reviewsByProductId,
  searchProducts,
  stockByProductId,
  updateCartItem,
  updateProfile,
} from '@facet/sources';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fillCart, listInStock, newKey } from '../support/buy.ts';
import { gatewayOrigins } from '../support/observed-bffs.ts';
import { audience, type ObservedServices, startObservedServices } from '../support/observed-services.ts';
import { startWorkBff, type WorkBff } from '../support/work-bff.ts';

// biome-ignore lint/suspicious/noExplicitAny: rows and commands of any types
type AnyRow = Row<any, any, any>;
// biome-ignore lint/suspicious/noExplicitAny: rows and commands of any types
type AnyCommand = Command<any, any>;

let observed: ObservedServices;
let bff: WorkBff;
let plainBff: WorkBff;
let products: string[] = [];
/** All public rows by the name of their export, and keys that there are. */
let watched: [string, AnyRow, readonly string[]][] = [];

const accounts = ['acc-041', 'acc-042'];
beforeAll(async () => {
  observed = await startObservedServices();
  const client = { clientId: 'web-bff', clientSecret: 'web-bff-secret' };
  const settings = {
    services: gatewayOrigins(observed.gateways),
    identity: { issuer: observed.issuer, audience, ...client },
  };
  bff = await startWorkBff(settings);
  plainBff = await startWorkBff({ ...settings, cache: false });
  const idsAt = async (service: string, target: string) =>
    JSON.parse(String(await observed.read(service, target))).items.map(({ id }: { id: string }) => id) as string[];
  products = (await listInStock(observed, 20)).slice(0, 20);
  const categories = await idsAt('catalog', '/v1/categories?limit=20');
  watched = [
    ['productById', productById, products],
    ['relatedProductsByProductId', relatedProductsByProductId, products],
    ['categoryById', categoryById, categories],
    ['categoriesByParentId', categoriesByParentId, ['root', ...categories]],
    ['stockByProductId', stockByProductId, products],
    ['reviewsByProductId', reviewsByProductId, products],
    ['ratingSummaryByProductId', ratingSummaryByProductId, products],
    ['publicProfileById', publicProfileById, accounts],
    ['reviewById', reviewById, await idsAt('reviews', '/v1/reviews?limit=20')],
  ];
});
afterAll(async () => {
  await bff?.close();
  await plainBff?.close();
  await observed?.close();
});

/** What a request sees of every public row, by the row's name and the key. */
async function look(through: WorkBff): Promise<Map<string, string>> {
  return through.inRequest(async ({ loaders }) => {
    const seen = new Map([['searchProducts', JSON.stringify(await loaders.call(searchProducts))]]);
    for (const [name, row, keys] of watched) {
      const values = await loaders.loadLevel(row, keys, {});
      for (const [index, key] of keys.entries()) seen.set(`${name} ${key}`, JSON.stringify(values[index]));
    }
    return seen;
  });
}

interface Outcome {
  /** Rows and keys whose value is another. */
  readonly changed: readonly string[];
  /** Public rows and keys that the command names. */
  readonly named: readonly string[];
  readonly value: Record<string, never> | undefined;
}

/** Carries a command out between two looks, and expects that the second sees what the services hold. */
async function carryOut(command: AnyCommand, as: string, input: object): Promise<Outcome> {
  const before = await look(plainBff);
  await look(bff);
  const field = change(command, () => input);
  const headers = { authorization: `Bearer ${await observed.token(as)}`, 'idempotency-key': newKey() };
  const run = async (context: ResolverContext) => {
    const outcome = await field.resolve({}, {}, context, { path: { key: 'it', prev: undefined } });
    const value = outcome.kind === 'done' ? outcome.value : undefined;
    return { value, named: namesOf(command, input, value, context) };
  };
  const { value, named } = await bff.inRequest(run, headers);
  const after = await look(plainBff);
  expect(await look(bff)).toEqual(after);
  const changed = [...after.keys()].filter((name) => after.get(name) !== before.get(name));
  const isNamed = (name: string) => named.includes(name) || named.includes(`${name.split(' ')[0]} all`);
  expect(changed.filter((name) => !isNamed(name))).toEqual([]);
  return { changed, named, value };
}

function namesOf({ changes }: AnyCommand, input: object, value: unknown, context: ResolverContext): string[] {
  return changes.flatMap(({ row, keysOf }) => {
    const [name] = watched.find(([, known]) => known === row) ?? [];
    if (name === undefined) return [];
    return (keysOf(input as never, value as never, context) ?? ['all']).map((key) => `${name} ${key}`);
  });
}

describe('what a command names', () => {
  it('is the public profile, of a change of the profile', async () => {
    const input = { profileId: 'acc-041', body: { displayName: 'Somebody Else' } };
    const { changed } = await carryOut(updateProfile, 'acc-041', input);
    expect(changed).toEqual(['publicProfileById acc-041']);
  });

  it('is nothing public, of a change of a cart', async () => {
    const [productId = ''] = products;
    const cart = { cartId: 'acc-041' };
    const changes: [AnyCommand, object][] = [
      [addCartItem, { ...cart, body: { productId, quantity: 2 } }],
      [updateCartItem, { ...cart, productId, body: { quantity: 1 } }],
      [removeCartItems, { ...cart, productIds: [productId] }],
    ];
    for (const [command, input] of changes) {
      expect(await carryOut(command, 'acc-041', input)).toMatchObject({ changed: [], named: [] });
    }
  });

  it('is the reviews and the ratings of the product, of a review', async () => {
    const [, productId = ''] = products;
    const body = { productId, rating: 5, title: 'Splendid', body: 'Does what it should.' };
    const { changed, named, value } = await carryOut(createReview, 'acc-041', { body });
    expect(changed).toEqual([`reviewsByProductId ${productId}`, `ratingSummaryByProductId ${productId}`]);
    expect(named).toContain(`reviewById ${value?.id}`);
    expect(await carryOut(createReview, 'acc-041', { body })).toMatchObject({ changed: [], value: undefined });
  });

  it('is the stock of what was ordered, of an order and of its end', async () => {
    const [, , first = '', second = ''] = products;
    const items = [first, second].map((productId) => ({ productId, quantity: 2 }));
    const stocks = [`stockByProductId ${first}`, `stockByProductId ${second}`];
    const terms = await fillCart(observed, 'acc-042', items);
    const declined = await carryOut(createOrder, 'acc-042', { body: { ...terms, cardToken: 'card-no-funds' } });
    expect(declined).toMatchObject({ value: undefined, named: ['stockByProductId all'] });
    const { changed, value } = await carryOut(createOrder, 'acc-042', { body: terms });
    expect(changed).toEqual(stocks);
    expect((await carryOut(cancelOrder, 'acc-042', { orderId: value?.id })).changed).toEqual(stocks);
  });
});
