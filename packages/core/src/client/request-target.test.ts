import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Operation, Parameter } from './operation.ts';
import { toRequestTarget } from './request-target.ts';

const list = (explode: boolean, style: Parameter['style'] = 'form'): Parameter => ({
  in: 'query',
  style,
  explode,
  list: {},
});
const operation: Operation = {
  service: 'shop',
  operationId: 'listThings',
  method: 'GET',
  path: '/v1/shops/{shop}/things',
  parameters: {
    shop: { in: 'path', style: 'simple', explode: false, required: true },
    ids: list(false),
    id: list(true),
    tags: list(false, 'pipeDelimited'),
    limit: { in: 'query', style: 'form', explode: true },
    'X-Tenant': { in: 'header', style: 'simple', explode: false },
  },
};
const target = (input: Record<string, unknown>) => toRequestTarget(operation, { shop: 's1', ...input });

describe('toRequestTarget', () => {
  it('joins a list with commas where the contract does not explode it', () => {
    expect(target({ ids: ['a', 'b'] }).path).toBe('/v1/shops/s1/things?ids=a,b');
  });

  it('repeats the name where the contract explodes it', () => {
    expect(target({ id: [1, 2] }).path).toBe('/v1/shops/s1/things?id=1&id=2');
  });

  it('uses the separator of the style', () => {
    expect(target({ tags: ['a', 'b'] }).path).toBe('/v1/shops/s1/things?tags=a|b');
  });

  it('leaves out what is null or undefined', () => {
    expect(target({ limit: null, ids: undefined }).path).toBe('/v1/shops/s1/things');
  });

  it('writes headers in lower case and a body as JSON', () => {
    expect(target({ 'X-Tenant': 't1', body: { a: 1 } })).toEqual({
      path: '/v1/shops/s1/things',
      headers: { 'x-tenant': 't1', 'content-type': 'application/json' },
      body: '{"a":1}',
    });
  });

  it('refuses a parameter that the contract does not have', () => {
    expect(() => target({ limits: 1 })).toThrow(
      new TypeError("shop.listThings has no parameter 'limits'; it has shop, ids, id, tags, limit, X-Tenant."),
    );
  });

  it('refuses a missing path parameter', () => {
    expect(() => toRequestTarget(operation, {})).toThrow('needs every parameter of its path');
  });

  it('gives any text back through a URL parser, and never leaves its path segment', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1 }),
        fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }),
        (shop, id) => {
          fc.pre(shop !== '.' && shop !== '..');
          const { path } = toRequestTarget(operation, { shop, id });
          const url = new URL(path, 'http://localhost');
          expect(url.searchParams.getAll('id')).toEqual(id.map((text) => text.toWellFormed()));
          expect(decodeURIComponent(url.pathname.split('/')[3] ?? '')).toBe(shop.toWellFormed());
        },
      ),
    );
  });

  it.each(['', '.', '..'])('refuses the path parameter %j, which would lead to another resource', (shop) => {
    expect(() => toRequestTarget(operation, { shop })).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
  });

  it('takes the patterns of String.replace literally', () => {
    expect(toRequestTarget(operation, { shop: '$&' }).path).toBe('/v1/shops/%24%26/things');
  });
});
