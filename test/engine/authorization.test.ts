/** The SDL's demands are kept wherever they stand, and change nothing else. */
import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type DocumentNode, parse } from 'graphql';
import { type Caller, type Expected, toExpected } from './authorized/reference.ts';
import { type Actual, buildShop, runShop } from './authorized/run-shop.ts';
import { type ShopSpec, toDocument, toShopSpec, withoutDemands } from './authorized/shop-spec.ts';

const callers: readonly (Caller | null)[] = [
  null,
  { account: 'me', scopes: [] },
  { account: 'me', scopes: ['a'] },
  { account: 'me', scopes: ['b', 'a', 'c'] },
  { account: 'nobody', scopes: ['a', 'b'] },
  { account: null, scopes: ['a', 'b'] },
];

/** What the cases met, so that none of this holds for want of occasion. */
const met = { refused: 0, withheld: 0, whole: 0, below: 0, unplanned: 0, refusedUnplanned: 0 };
afterAll(() => {
  for (const count of Object.values(met)) expect(count).toBeGreaterThan(50);
});

function assertAsExpected(actual: Actual, expected: Expected): void {
  expect(actual.data).toEqual(expected.data);
  const possible = new Set(expected.errors);
  expect(actual.errors.filter((error) => !possible.has(error))).toEqual([]);
  expect(new Set(actual.errors).size).toBe(actual.errors.length);
  const told = new Set(actual.errors);
  const owed = expected.errors.filter((error) => isParentThere(actual.data, error));
  expect(owed.filter((error) => !told.has(error))).toEqual([]);
  expect([...actual.calls].filter((call) => !expected.calls.has(call))).toEqual([]);
}

/** Whether nothing was taken back but the place of the error itself. */
function isParentThere(data: unknown, error: string): boolean {
  const path = error.slice(0, error.lastIndexOf(' ')).split('.');
  let value = data;
  for (const key of path) {
    if (value === null || value === undefined) return false;
    value = (value as Record<string, unknown>)[key];
  }
  return true;
}

/** Leaves tell whose they are: no word of an object that belongs to somebody else may be in an answer. */
function assertNothingForeign({ owners }: ShopSpec, { data }: Actual, account: string | null): void {
  for (const [, type, accountId, other] of JSON.stringify(data).matchAll(/ of (\w+), (\w+), (\w+)"/g)) {
    const owner = owners.get(type ?? '');
    if (owner !== undefined) expect(owner.column === 'accountId' ? accountId : other).toBe(account);
  }
}

async function check(spec: ShopSpec, documents: readonly DocumentNode[]): Promise<void> {
  const shop = buildShop(spec);
  const open = buildShop(withoutDemands(spec));
  for (const document of documents) {
    const all = toExpected(open.spec, document, null);
    const unguarded = await runShop(open, document, null);
    assertAsExpected(unguarded, all);
    for (const caller of callers) {
      const expected = toExpected(spec, document, caller);
      const actual = await runShop(shop, document, caller);
      assertAsExpected(actual, expected);
      assertNothingForeign(spec, actual, caller?.account ?? null);
      if (expected.errors.length > 0) met.refused += 1;
      else if (JSON.stringify(expected.data) !== JSON.stringify(all.data)) met.withheld += 1;
      else met.whole += 1;
      if (expected.calls.size < all.calls.size) met.below += 1;
    }
  }
}

async function checkWithoutPlan(spec: ShopSpec, document: DocumentNode): Promise<void> {
  const shop = buildShop(spec);
  const all = toExpected(withoutDemands(spec), document, null);
  const actual = await runShop(shop, document, null, { maxFieldCount: 0 });
  if (actual.errors.includes(' MAX_COST')) {
    expect(actual).toMatchObject({ data: null, calls: new Set(), isPublic: false });
    met.refusedUnplanned += 1;
    return;
  }
  // What was not refused is what nobody is refused.
  for (const caller of callers) expect(toExpected(spec, document, caller)).toEqual(all);
  expect(actual.data).toEqual(all.data);
  met.unplanned += 1;
}

const scene = fc.record({ seed: fc.nat(), rarity: fc.constantFrom(4, 8, 20, 60) });
const toDocuments = (spec: ShopSpec, count: number) =>
  Array.from({ length: count }, (_, at) => parse(toDocument(spec, `${spec.seed} ${at}`)));

describe('a schema with @auth and @owner at random places', () => {
  it('answers each caller what they may have, asks nothing below what is refused, and leaves the rest as it is', async () => {
    const property = fc.asyncProperty(scene, async ({ seed, rarity }) => {
      const spec = toShopSpec(`${seed}`, rarity);
      await check(spec, toDocuments(spec, 4));
    });
    await fc.assert(property, { numRuns: 100, seed: 6 });
  }, 60_000);

  it('is enforced without a plan, too: by a refusal of whatever may meet a demand', async () => {
    const property = fc.asyncProperty(scene, async ({ seed, rarity }) => {
      const spec = toShopSpec(`${seed}`, rarity);
      for (const document of toDocuments(spec, 6)) await checkWithoutPlan(spec, document);
    });
    await fc.assert(property, { numRuns: 60, seed: 6 });
  }, 60_000);
});
