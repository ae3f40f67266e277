/** Whatever a process is told of limits and rates, no guard that is there is taken for a missing one. */
import { createHash } from 'node:crypto';
import { type BffSettings, createBff } from '@facet/core';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GraphQLError, GraphQLScalarType } from 'graphql';
import { startTestIssuer, type TestIssuer } from '../support/test-issuer.ts';

let issuer: TestIssuer;
beforeAll(async () => {
  issuer = await startTestIssuer();
});
afterAll(() => issuer.close());

/** Each makes it hard in another way to ask for too much, or for no more than one thing too much. */
const schemas = {
  'with nothing to ask for': 'type Query { me: String }',
  'of changes that need nothing': 'type Query { me: String } type Mutation { buy: Boolean }',
  'of changes that need something': `
    type Query { me: String }
    input Card { number: String!, kinds: [Kind!]! } enum Kind { A B }
    type Mutation { buy(card: Card!, count: Int!, parts: [Float!]!): Bought @cost(weight: "30") }
    type Bought { again: Bought }
  `,
  'of changes that need what nobody knows': `
    scalar Odd
    type Query { me: String, odd(of: Odd!): Query }
    type Mutation { buy(odd: Odd!): Boolean }
  `,
  'of pages': `
    type Query {
      pages(first: Int!): [Page!] @listSize(slicingArguments: ["first"])
      node(id: ID!): Node
      either(first: Int, last: Int): [Page] @listSize(slicingArguments: ["first", "last"])
    }
    type Mutation { buy(first: Int!): [Page!] @listSize(slicingArguments: ["first"]) }
    interface Node { id: ID!, nodes(ids: [ID!]!): [Node!]! @listSize(slicingArguments: ["ids"]) }
    type Page implements Node {
      id: ID!
      nodes(ids: [ID!]!): [Node!]!
      pages(first: Int! = 3, hidden: Int): [Page] @listSize(slicingArguments: ["first"], assumedSize: 50)
    }
  `,
  'of pages whose length is no plain number': `
    scalar Odd
    type Query { pages(first: [Odd!]!): [Page!] @listSize(slicingArguments: ["first"]), page(by: By!): [Page] @listSize(slicingArguments: ["by.first"]) }
    type Mutation { buy(odds: [Int!]!): [Page!] @listSize(slicingArguments: ["odds"]) }
    input By { first: Int!, last: Int }
    type Page { id: ID, pages: [Page] }
  `,
  'for which one must be signed in': `
    type Query @auth { me: Me, mine(id: ID!): [Me!]! }
    type Me @owner { id: ID! me: Me }
    type Mutation @auth { buy(id: ID!): Me! }
  `,
} as const;

const refuse = (): never => {
  throw new GraphQLError('Odd values are even.');
};
const odd = new GraphQLScalarType({ name: 'Odd', parseValue: refuse, parseLiteral: refuse });

const count = fc.constantFrom(
  1,
  2,
  3,
  4,
  6,
  8,
  10,
  20,
  99,
  100,
  999,
  1_000,
  1_001,
  10_000,
  100_000,
  2 ** 31 - 1,
  2 ** 40,
);
const orNone = fc.oneof(fc.constant(0), count);
const mode = fc.constantFrom('enforce', 'measure', 'off');
const rate = fc.constantFrom(1, 2, 100, 1_000_000_000);

const settings = fc.record<Partial<BffSettings>>(
  {
    ...{ maxDepth: count, maxTokens: count, maxAliases: orNone, maxRootFields: count, maxDirectives: orNone },
    ...{ maxCost: count, maxPageSize: count, maxVariables: orNone, maxVariableDepth: orNone, maxVariableBytes: count },
    maxBodyBytes: fc.constantFrom(1_000, 1_500, 100_000, 10_000_000),
    anonymousRate: rate,
    pointRate: rate,
    requestTimeoutMs: fc.constantFrom(1, 2_000),
    coalesce: fc.boolean(),
    cache: fc.boolean(),
    trustedDocuments: fc.constantFrom('off', 'log', 'enforce'),
    requireDocumentId: fc.boolean(),
    apq: fc.boolean(),
    rateLimits: fc.constantFrom('enforce', 'measure'),
    environment: fc.constantFrom('production', 'test'),
    dpop: fc.constantFrom('off', 'accept', 'require'),
    limitModes: fc.dictionary(
      fc.constantFrom(
        ...(['MAX_BODY_BYTES', 'MAX_DEPTH', 'MAX_TOKENS', 'MAX_ALIASES', 'MAX_ROOT_FIELDS', 'MAX_DIRECTIVES'] as const),
        ...(['MAX_COST', 'MAX_PAGE_SIZE', 'MAX_VARIABLES'] as const),
      ),
      mode,
    ),
  },
  { requiredKeys: [] },
);

/** The shortest that there is: a process without any that it could answer does not start. */
const body = '{__typename}';
const trustedDocuments = {
  documents: [{ id: createHash('sha256').update(body).digest('hex'), name: 'Shortest', body }],
  retiredBuilds: [],
};
const isStartable = ({ trustedDocuments: mode = 'off', maxTokens = 1_000 }: Partial<BffSettings>) =>
  mode === 'off' || maxTokens > 2;

async function openOf(typeDefs: string, given: Partial<BffSettings>): Promise<unknown> {
  const bff = await createBff({
    name: 'probed',
    typeDefs,
    trustedDocuments,
    resolvers: {
      ...(typeDefs.includes('scalar Odd') ? { Odd: odd } : {}),
      ...(typeDefs.includes('interface Node') ? { Node: { __resolveType: () => 'Page' } } : {}),
    },
    settings: {
      ...{ environment: 'test', port: 0, logLevel: 'silent', rateLimits: 'enforce', ...given },
      ...(typeDefs.includes('buy') ? { fieldRates: { 'Mutation.buy': given.pointRate ?? 10 } } : {}),
      ...(given.environment === 'production' ? { dpopOrigin: 'https://app.example' } : { session: {} }),
      identity: { issuer: issuer.issuer, audience: issuer.audience, clientId: 'web-bff', clientSecret: 'secret' },
    },
  });
  try {
    const { status, open } = (await (await fetch(`${await bff.listen()}/readyz`)).json()) as Record<string, unknown>;
    return { status, open };
  } finally {
    await bff.close();
  }
}

it.each(Object.entries(schemas))(
  'a process is ready with any limits: a schema %s',
  async (_name, typeDefs) => {
    await fc.assert(
      fc.asyncProperty(settings.filter(isStartable), async (given) => {
        expect(await openOf(typeDefs, given)).toEqual({ status: 'ready', open: undefined });
      }),
      { numRuns: 20 },
    );
  },
  60_000,
);
