import { describe, expect, it } from '@jest/globals';
import type { Call } from './list-calls.ts';
import type { OpenApiDocument, SecurityRequirement } from './openapi.ts';
import { toScopes } from './scopes.ts';

const scopesOf = (own: readonly SecurityRequirement[] | undefined, ofDocument?: readonly SecurityRequirement[]) =>
  toScopes(
    { openapi: '3.1.0', ...(ofDocument && { security: ofDocument }) } as OpenApiDocument,
    { operation: own === undefined ? {} : { security: own } } as Call,
  );

describe('toScopes', () => {
  it("gives the operation's own, sorted, each once", () => {
    expect(scopesOf([{ bearer: ['b', 'a'], other: ['b'] }], [{ bearer: ['x'] }])).toEqual(['a', 'b']);
  });

  it("gives the document's where the operation says nothing", () => {
    expect(scopesOf(undefined, [{ bearer: ['x'] }])).toEqual(['x']);
  });

  it('gives the first of several alternatives', () => {
    expect(scopesOf([{ bearer: ['read'] }, { bearer: ['admin'] }])).toEqual(['read']);
  });

  it('gives none where none is named, or no token is needed', () => {
    expect([scopesOf([]), scopesOf([{}]), scopesOf([{ bearer: [] }]), scopesOf(undefined)]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
