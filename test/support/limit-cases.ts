/** Operations with as much as each limit allows, and with one more, of both APIs; nobody needs to sign in for them. */
import type { Operation } from './post-operation.ts';
import { globalId } from './web-shopper.ts';

export interface LimitCase {
  readonly client: 'web' | 'mobile';
  readonly what: string;
  readonly code: string;
  /** As it is set by default. */
  readonly max: number;
  readonly toOperation: (count: number) => Operation;
}

const many = (count: number, one: (index: number) => string) =>
  Array.from({ length: count }, (_, at) => one(at)).join(' ');
const living = globalId('Category', 'cat-living');
const ids = Array.from({ length: 100 }, (_, at) => globalId('Product', `prd-${String(at + 1).padStart(4, '0')}`));

/** Fields of the query: a cheap one of each API, around what is said of it. */
const ofWeb = (fields: string) => ({ query: `{ category(id: "${living}") { ${fields} } }` });
const ofMobile = (fields: string) => ({ query: `{ homeScreen { popular { tiles { ${fields} } } } }` });

type Making = readonly [what: string, code: string, max: number, (count: number) => Operation];

/** What both have; `names` are four fields, with so many tokens around them. */
function common(of: typeof ofWeb, names: readonly string[], tokensAround: number, root: string): Making[] {
  return [
    ['aliases', 'MAX_ALIASES', 15, (count) => of(many(count, (at) => `x${at}: id`))],
    ['root fields', 'MAX_ROOT_FIELDS', 10, (count) => ({ query: `{ ${many(count, (at) => `x${at}: ${root}`)} }` })],
    ['directives', 'MAX_DIRECTIVES', 30, (count) => of(many(count, () => 'id @skip(if: false)'))],
    // Several fields: graphql-js gives up on a thousand times the same one.
    ['tokens', 'GRAPHQL_PARSE_FAILED', 1_000, (count) => of(many(count - tokensAround, (at) => names[at % 4] ?? ''))],
    ['variables', 'MAX_VARIABLES', 50, (count) => ({ ...of('id'), variables: toVariables(count) })],
    ['levels of a variable', 'MAX_VARIABLES', 10, (count) => ({ ...of('id'), variables: { a: toNested(count) } })],
    [
      'bytes of variables',
      'MAX_VARIABLES',
      50_000,
      (count) => ({ ...of('id'), variables: { a: 'x'.repeat(count - 8) } }),
    ],
  ];
}

const toVariables = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`v${at}`, 1]));
const toNested = (levels: number): unknown => (levels === 0 ? 1 : [toNested(levels - 1)]);

/** No screen of mobile is nested so deeply. */
const web: readonly Making[] = [
  ['levels', 'MAX_DEPTH', 10, (count) => ofWeb(`${'parent { '.repeat(count - 1)}id${' }'.repeat(count - 1)}`)],
  ['points', 'MAX_COST', 1_000, toDearOnWeb],
  [
    'items of a page',
    'MAX_PAGE_SIZE',
    100,
    (count) => ({ query: `{ search(text: "lamp", first: ${count}) { edges { node { id } } } }` }),
  ],
  ...common(ofWeb, ['id', 'name', 'slug', '__typename'], 10, 'categories { id }'),
];
const mobile: readonly Making[] = [
  ['points', 'MAX_COST', 1_000, toDearOnMobile],
  [
    'items of a page',
    'MAX_PAGE_SIZE',
    100,
    (count) => ({ query: `{ searchScreen(first: ${count}) { tiles { id } } }` }),
  ],
  ...common(ofMobile, ['id', 'name', 'brand', '__typename'], 11, 'homeScreen { popular { tiles { id } } }'),
];

/** 100 points for each list of 100 nodes, and 1 beside the results of a search. */
function toDearOnWeb(points: number): Operation {
  const nodes = many(9, (at) => `x${at}: nodes(ids: $ids) { id }`);
  const search = `search(text: "lamp", first: ${points - 901}) { edges { node { id } } }`;
  return { query: `query ($ids: [ID!]!) { ${nodes} ${search} }`, variables: { ids } };
}

/** 101 points for each page of 50 tiles with a rating. */
function toDearOnMobile(points: number): Operation {
  const tile = 'tiles { rating { count } }';
  const screens = many(9, (at) => `x${at}: searchScreen(first: 50) { ${tile} }`);
  const left = points - 909;
  const last = `searchScreen(first: ${left % 2 === 0 ? (left - 4) / 2 : (left - 1) / 2}) { ${tile} ${left % 2 === 0 ? 'filters { kind }' : ''} }`;
  return { query: `{ ${screens} ${last} }` };
}

const toCases = (client: LimitCase['client'], makings: readonly Making[]): LimitCase[] =>
  makings.map(([what, code, max, toOperation]) => ({ client, what, code, max, toOperation }));

export const limitCases: readonly LimitCase[] = [...toCases('web', web), ...toCases('mobile', mobile)];
