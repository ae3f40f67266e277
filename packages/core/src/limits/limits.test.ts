/** All limits of a BFF at once, asked over HTTP: what is refused, with which code, and that nothing was called for it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Bff, type BffSettings, createBff, errorCodes } from '../index.ts';

const typeDefs = `
  type Query {
    item: Item
    items(first: Int! = 10): [Item!] @listSize(slicingArguments: ["first"])
    find(filter: Filter): [Item] @listSize(assumedSize: 1)
    any: Thing
  }
  type Mutation { login: Boolean }
  input Filter { text: String, and: [Filter!] }
  interface Thing { id: ID, any: Thing }
  type Item implements Thing @cost(weight: "10") {
    id: ID, name: String, any: Thing, item: Item
    items(first: Int! = 10): [Item!] @listSize(slicingArguments: ["first"])
  }
  type Other implements Thing { id: ID, any: Thing, of: [Thing] }
`;

let callCount = 0;
const called = (value: unknown) => () => {
  callCount += 1;
  return value;
};
const resolvers = {
  Query: { item: called({ id: '1' }), items: called([]), find: called([]), any: called(null) },
  Mutation: { login: called(true) },
  Thing: { __resolveType: () => 'Item' },
};

async function start(settings?: Partial<BffSettings>): Promise<{ readonly bff: Bff; readonly url: string }> {
  const base = { environment: 'test', port: 0, logLevel: 'silent', speculate: false, cache: false } as const;
  const bff = await createBff({ name: 'limited', typeDefs, resolvers, settings: { ...base, ...settings } });
  return { bff, url: `${await bff.listen()}/graphql` };
}

async function ask(url: string, query: string, variables?: unknown) {
  callCount = 0;
  const body =
    typeof variables === 'string'
      ? `{"query":${JSON.stringify(query)},"variables":${variables}}`
      : JSON.stringify({ query, variables });
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body });
  const answer = (await response.json()) as { errors?: { message: string; extensions: Record<string, unknown> }[] };
  const codes = (answer.errors ?? []).map(({ extensions }) => String(extensions.code));
  return { status: response.status, codes, answer, calls: callCount };
}

/** 50 ms, with slack for a machine that does other things, too. */
const maxCpuMs = 150;
const ownCodes = Object.keys(errorCodes).filter((code) => code !== 'INTERNAL_SERVER_ERROR');
const knownCode = new RegExp(`^(?:${ownCodes.join('|')}|(?:GRAPHQL|OPERATION|PERSISTED)_.*)$`);

const many = (count: number, one: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => one(index)).join(' ');
const nested = (levels: number) => `{ ${'item { '.repeat(levels)}id${' }'.repeat(levels)} }`;
const byFirst = (first: number) => `{ items(first: ${first}) { __typename } }`;
const deepFilter = (levels: number): unknown => (levels === 0 ? { text: 'x' } : { and: [deepFilter(levels - 1)] });

let bff: Bff;
let url: string;
beforeAll(async () => {
  ({ bff, url } = await start());
});
afterAll(() => bff.close());

describe('a limit', () => {
  it.each<[string, string, number, (count: number) => string]>([
    ['depth', 'MAX_DEPTH', 10, nested],
    ['aliases', 'MAX_ALIASES', 15, (count) => `{ item { ${many(count, (index) => `x${index}: id`)} } }`],
    ['root fields', 'MAX_ROOT_FIELDS', 10, (count) => `{ ${'item { id } '.repeat(count)} }`],
    ['directives', 'MAX_DIRECTIVES', 30, (count) => `{ item { ${'id @skip(if: false) '.repeat(count)} } }`],
    ['items of a page', 'MAX_PAGE_SIZE', 100, byFirst],
  ])('of %s lets its maximum pass, and refuses one more before any call', async (_what, code, max, toText) => {
    const [passed, refused] = [await ask(url, toText(max)), await ask(url, toText(max + 1))];
    expect([passed.status, passed.codes, passed.calls > 0]).toEqual([200, [], true]);
    expect([refused.status, refused.codes, refused.calls]).toEqual([400, [code], 0]);
    const { extensions } = refused.answer.errors?.[0] ?? {};
    expect(extensions).toMatchObject({ found: max + 1, traceId: expect.stringMatching(/^[0-9a-f]{32}$/) });
    expect(extensions).not.toHaveProperty('http');
  });

  it('of cost lets 1,000 points pass, and refuses more before any call', async () => {
    const text = (more: string) => `query ($n: Int!) { items(first: $n) { id } ${more} }`;
    const passed = await ask(url, text(''), { n: 100 });
    const refused = await ask(url, text('any { id }'), { n: 100 });
    expect([passed.status, passed.codes, passed.calls]).toEqual([200, [], 1]);
    expect([refused.status, refused.codes, refused.calls]).toEqual([400, ['MAX_COST'], 0]);
    expect(refused.answer.errors?.[0]?.extensions).toMatchObject({ maxCost: 1_000, found: 1_010 });
  });

  it('of variables holds before they are read, however deep they are', async () => {
    const text = 'query ($f: Filter) { find(filter: $f) { id } }';
    const deep = `{"f":${'{"and":['.repeat(9_000)}${']}'.repeat(9_000)}}`;
    for (const variables of [
      { f: deepFilter(5) },
      deep,
      { f: { text: 'x'.repeat(50_000) } },
      Object.fromEntries(
        many(51, String)
          .split(' ')
          .map((name) => [`v${name}`, 1]),
      ),
    ]) {
      const { status, codes, calls } = await ask(url, text, variables);
      expect([status, codes, calls]).toEqual([400, ['MAX_VARIABLES'], 0]);
    }
    expect(await ask(url, text, { f: deepFilter(4) })).toMatchObject({ status: 200, codes: [] });
  });

  it('only reports where it measures, and does nothing where it is off', async () => {
    const limitModes = {
      MAX_TOKENS: 'measure',
      MAX_ROOT_FIELDS: 'measure',
      MAX_COST: 'measure',
      MAX_ALIASES: 'off',
    } as const;
    const open = await start({ limitModes, coalesce: false });
    const { status, codes, calls } = await ask(open.url, `{ ${many(400, (index) => `x${index}: item { id }`)} }`);
    await open.bff.close();
    expect([status, codes, calls]).toEqual([200, [], 400]);
  });
});

const doubling = (levels: number, leaf: string) =>
  `{ item { ...f0 } } ${many(levels, (index) => `fragment f${index} on Item { ...f${index + 1} ...f${index + 1} }`)} fragment f${levels} on Item { ${leaf} }`;
const chain = (count: number, inner: (next: string) => string) =>
  `{ any { ...f0 } } ${many(count, (index) => `fragment f${index} on Thing { ${inner(`...f${index + 1}`)} }`)} fragment f${count} on Thing { id }`;

const adversarial: readonly (readonly [string, string])[] = [
  ['many aliases', `{ ${many(190, (index) => `x${index}: item { id }`)} }`],
  ['fragments that double', doubling(30, 'x: id')],
  ['fragments that double a little', doubling(9, 'id')],
  ['a chain of fragments', chain(60, (next) => next)],
  ['a chain of fragments that go down', chain(60, (next) => `any { ${next} }`)],
  [
    'fields of all possible types, nested',
    chain(9, (next) => `... on Item { any { ${next} } } ... on Other { any { ${next} } }`),
  ],
  ['a flood of directives', `{ item { ${'id @skip(if: false) @include(if: true) '.repeat(70)} } }`],
  ['inline fragments in each other', `{ ${'... { '.repeat(300)}item { id }${' }'.repeat(300)} }`],
  ['pages of pages', `{ ${'items(first: 100) { '.repeat(9)}id${' }'.repeat(9)} }`],
  ['a page beyond all numbers', '{ items(first: 99999999999) { id } }'],
  ['a page of fewer than none', '{ items(first: -1) { id } }'],
  ['many operations', many(60, (index) => `query Q${index} { ${'item { id } '.repeat(2)} }`)],
  ['a variable in its own default', 'query ($n: Int! = $n) { items(first: $n) { id } }'],
  [
    'conditions of every kind',
    `query (${many(12, (index) => `$c${index}: Boolean = true`)}) { item { ${many(12, (index) => `id @skip(if: $c${index})`)} } }`,
  ],
];

/** Selections of an item and of a thing; each fragment spreads later ones only, so that most documents are valid. */
function selections(fragments: readonly string[]) {
  return fc.letrec<{ item: string; thing: string }>((tie) => {
    const item = tie('item');
    const thing = tie('thing');
    const onItem = fc.oneof(
      { depthSize: 'xsmall', maxDepth: 4 },
      fc.constantFrom('id', 'x: name', '__typename', 'id @skip(if: $c)', ...fragments),
      item.map((inner) => `item ${inner}`),
      fc.tuple(fc.integer({ min: -1, max: 120 }), item).map(([n, inner]) => `i${n + 1}: items(first: ${n}) ${inner}`),
      item.map((inner) => `y: items(first: $n) ${inner}`),
      thing.map((inner) => `any ${inner}`),
    );
    const onThing = fc.oneof(
      { depthSize: 'xsmall', maxDepth: 4 },
      fc.constantFrom('id', 'z: id', ...fragments),
      item.map((inner) => `... on Item ${inner}`),
      thing.map((inner) => `... on Other { of ${inner} }`),
      thing.map((inner) => `... @include(if: true) ${inner}`),
    );
    const toText = (parts: readonly string[]) => `{ ${parts.join(' ')} }`;
    return {
      item: fc.array(onItem, { minLength: 1, maxLength: 3 }).map(toText),
      thing: fc.array(onThing, { minLength: 1, maxLength: 3 }).map(toText),
    };
  });
}
const documents = fc.tuple(selections(['...f0', '...f1']).item, selections(['...f1']).item, selections([]).item).map(
  ([root, first, second]) =>
    `query ($n: Int! = 3, $c: Boolean! = false) { item ${root} items(first: $n) { ...f0 ...f1 id @skip(if: $c) } }
       fragment f0 on Item ${first} fragment f1 on Item ${second}`,
);
const variables = fc.record(
  { n: fc.oneof(fc.integer({ min: -5, max: 150 }), fc.jsonValue()), c: fc.boolean() },
  { requiredKeys: [] },
);

/** Answers of any kind but a fault of the server, with codes that are in the table or Apollo's own. */
async function expectHarmless(query: string, variables?: unknown): Promise<void> {
  let cpuMs = Number.POSITIVE_INFINITY;
  // What is dear is dear each time; what the machine does beside it is not.
  for (let time = 0; time < 3 && cpuMs >= maxCpuMs; time += 1) {
    const before = process.cpuUsage();
    const { status, codes } = await ask(url, `# ${time}\n${query}`, variables);
    const { user, system } = process.cpuUsage(before);
    cpuMs = (user + system) / 1_000;
    expect(status).toBeLessThan(500);
    for (const code of codes) expect(code).toMatch(knownCode);
  }
  expect(cpuMs).toBeLessThan(maxCpuMs);
}

describe('a document made to harm', () => {
  beforeAll(async () => {
    for (const [, text] of adversarial) await ask(url, text);
  });

  it.each(adversarial)('of %s is answered at little cost', async (_what, text) => {
    await expectHarmless(text);
  });

  it('is refused where it unfolds to a thousandfold', async () => {
    for (const name of [
      'many aliases',
      'fragments that double',
      'a chain of fragments that go down',
      'pages of pages',
    ]) {
      const { status, calls } = await ask(url, new Map(adversarial).get(name) ?? '');
      expect([name, status, calls]).toEqual([name, 400, 0]);
    }
  });

  it('of any kind is answered at little cost, and never with a fault', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(documents, variables, async (text, values) => {
        await expectHarmless(text, values);
        seen.add((await ask(url, text, values)).codes[0] ?? 'answered');
      }),
      { numRuns: 150 },
    );
    expect(seen.size).toBeGreaterThan(3);
  });
});
