import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Bffs, type Services, startBffs, startServices } from '../support/bffs-over-services.ts';
import { postOperation } from '../support/post-operation.ts';

let services: Services;
let bffs: Bffs;
const names = ['web', 'mobile'] as const;

beforeAll(async () => {
  services = await startServices();
  bffs = await startBffs(services);
});
afterAll(async () => {
  await bffs.close();
  await services.close();
});

const codes = (answer: { errors: { extensions: { code: string } }[] }) =>
  answer.errors.map(({ extensions }) => extensions.code);

describe('no input', () => {
  const anything = fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' }));
  const words = fc.constantFrom(
    '{',
    '}',
    '(',
    ')',
    'query',
    'fragment',
    'on',
    'Query',
    '...',
    '$a',
    ':',
    '!',
    '"',
    '@skip',
    'id',
    'product',
    'productScreen',
    'node',
    'search',
    'first',
    '-1',
    '1e400',
    '\\u0000',
    '__typename',
    '\ud800',
  );
  const document = fc.array(words, { maxLength: 40 }).map((parts) => parts.join(' '));
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string());

  it.each(names)(
    'gives a 5xx or an unmasked error: documents and bodies, %s',
    async (name) => {
      const body = fc.oneof(
        fc
          .record(
            { query: fc.oneof(document, anything), variables: anything, operationName: anything, extensions: anything },
            { requiredKeys: [] },
          )
          .map((value) => JSON.stringify(value)),
        anything.map((value) => JSON.stringify(value)),
        fc.string({ unit: 'binary' }),
      );
      await fc.assert(
        fc.asyncProperty(body, async (sent) => {
          const answer = await postOperation(bffs[name], { query: '', body: sent });
          expect(answer.status).toBeLessThan(500);
          expect(codes(answer)).not.toContain('INTERNAL_SERVER_ERROR');
        }),
        { numRuns: 300 },
      );
    },
    60_000,
  );

  it('gives a 5xx or an unmasked error: arguments, web', async () => {
    const query = `query ($id: ID!, $text: String!, $after: String, $first: Int!, $brands: [String!]) {
      product(id: $id) { name } node(id: $id) { id }
      search(text: $text, first: $first, after: $after, filter: { brands: $brands }) { totalCount }
    }`;
    const variables = fc.record({
      id: text,
      text,
      after: fc.option(text),
      first: fc.integer({ min: -5, max: 200 }),
      brands: fc.option(fc.array(text, { maxLength: 3 })),
    });
    await fc.assert(
      fc.asyncProperty(variables, async (given) => {
        const answer = await postOperation(bffs.web, { query, variables: given });
        expect([200, 400]).toContain(answer.status);
        for (const code of codes(answer)) expect(['BAD_USER_INPUT', 'MAX_PAGE_SIZE']).toContain(code);
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('gives a 5xx or an unmasked error: arguments, mobile', async () => {
    const query = `query ($id: ID!, $text: String, $after: String, $first: Int!, $width: Int!, $density: Float!) {
      productScreen(id: $id) { gallery { url(width: $width, density: $density) } }
      searchScreen(text: $text, first: $first, after: $after) { tiles { id } }
    }`;
    const variables = fc.record({
      id: text,
      text: fc.option(text),
      after: fc.option(text),
      first: fc.integer({ min: -5, max: 80 }),
      width: fc.integer(),
      density: fc.double({ noNaN: true, noDefaultInfinity: true }),
    });
    await fc.assert(
      fc.asyncProperty(variables, async (given) => {
        const answer = await postOperation(bffs.mobile, { query, variables: given });
        expect([200, 400]).toContain(answer.status);
        for (const code of codes(answer)) expect(code).toBe('BAD_USER_INPUT');
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});
