import type { GraphQLRequestContext } from '@apollo/server';
import { describe, expect, it } from '@jest/globals';
import { type DocumentNode, getOperationAST, parse } from 'graphql';
import type { Settings } from '../config/settings.ts';
import type { RequestContext } from '../context/request-context.ts';
import type { LimitEvent } from '../events.ts';
import { createDocumentLimits } from './document-limits.ts';
import { createEnforcement } from './enforcement.ts';

const settings = {
  maxDepth: 10,
  maxTokens: 1_000,
  maxAliases: 1,
  maxRootFields: 10,
  maxDirectives: 30,
  maxVariables: 1,
  maxVariableDepth: 10,
  maxVariableBytes: 1_000,
};

async function limiting(limitModes?: Settings['limitModes']) {
  const reports: LimitEvent[] = [];
  const enforcement = createEnforcement({ settings: { limitModes }, onLimit: (report) => reports.push(report) });
  const plugin = createDocumentLimits({ settings, enforcement });
  const listener = await plugin.requestDidStart?.({} as GraphQLRequestContext<RequestContext>);
  function resolve(document: DocumentNode, variables?: Record<string, unknown>) {
    const operation = getOperationAST(document) ?? undefined;
    const contextValue = {} as RequestContext;
    const resolved = { document, operation, operationName: null, request: { variables }, contextValue };
    return () => listener?.didResolveOperation?.(resolved as never);
  }
  return { resolve, reports };
}

const twoAliases = parse('{ a: f b: f }');

describe('createDocumentLimits', () => {
  it('refuses an operation beyond a limit, each time it is asked', async () => {
    const { resolve, reports } = await limiting();
    for (const time of [1, 2]) {
      expect(resolve(twoAliases)).toThrow(/^The operation has 2 aliases, 1 are allowed;/);
      expect(reports).toHaveLength(time);
    }
    expect(resolve(parse('{ a: f }'))).not.toThrow();
  });

  it('refuses variables beyond a limit, whatever the document', async () => {
    const { resolve } = await limiting();
    expect(resolve(parse('{ f }'), { a: 1, b: 2 })).toThrow('The request has 2 variables, 1 are allowed.');
  });

  it('reports all, and lets it pass, where it only measures', async () => {
    const { resolve, reports } = await limiting({ MAX_ALIASES: 'measure', MAX_VARIABLES: 'measure' });
    expect(resolve(twoAliases, { a: 1, b: 2 })).not.toThrow();
    expect(reports).toMatchObject([
      { code: 'MAX_ALIASES', found: 2, max: 1, isRefused: false },
      { code: 'MAX_VARIABLES', found: 2, max: 1, isRefused: false },
    ]);
  });

  it('reports what it measures beside what it refuses', async () => {
    const { resolve, reports } = await limiting({ MAX_ALIASES: 'measure' });
    expect(resolve(twoAliases, { a: 1, b: 2 })).toThrow('variables');
    expect(reports.map(({ code, isRefused }) => [code, isRefused])).toEqual([
      ['MAX_ALIASES', false],
      ['MAX_VARIABLES', true],
    ]);
  });

  it('does not look where a limit is off', async () => {
    const { resolve, reports } = await limiting({ MAX_ALIASES: 'off', MAX_VARIABLES: 'off' });
    expect(resolve(twoAliases, { a: 1, b: 2 })).not.toThrow();
    expect(reports).toEqual([]);
  });

  it('leaves a request that means no operation to Apollo', async () => {
    const { resolve } = await limiting();
    expect(resolve(parse('query A { f } query B { f }'))).not.toThrow();
  });
});
