import { describe, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import type { Settings } from '../config/settings.ts';
import type { RequestContext } from '../context/request-context.ts';
import type { LimitEvent } from '../events.ts';
import { buildSchema } from '../index.ts';
import { createEnforcement } from './enforcement.ts';
import { toPlan } from './plan.fixture.ts';
import { createPlanLimits } from './plan-limits.ts';

const schema = buildSchema(
  `type Query {
    cheap: Book
    books(first: Int! = 10): [Book!] @listSize(slicingArguments: ["first"])
    either(first: Int, last: Int): [Book!] @listSize(slicingArguments: ["first", "last"])
  }
  type Book { title: String, author: Author }
  type Author @cost(weight: "9") { name: String }`,
  {},
);

function limiting(limitModes?: Settings['limitModes']) {
  const reports: LimitEvent[] = [];
  const enforcement = createEnforcement({ settings: { limitModes }, onLimit: (report) => reports.push(report) });
  const limits = createPlanLimits({ schema, settings: { maxCost: 1_000, maxPageSize: 100 }, enforcement });
  const context = {} as RequestContext;
  function check(text: string, given?: Record<string, unknown>) {
    const { plan, variables } = toPlan(schema, text, given);
    return limits.check({ operationName: plan.operation.name?.value ?? null, plan }, variables, context);
  }
  return { limits, reports, context, check };
}

function refusalOf(run: () => unknown): GraphQLError {
  try {
    run();
  } catch (reason) {
    if (reason instanceof GraphQLError) return reason;
    throw reason;
  }
  throw new Error('It was not refused.');
}

describe('MAX_COST', () => {
  it('lets 1,000 points pass and refuses 1,001, naming the dearest field', () => {
    const { check, reports, context } = limiting();
    expect(check('{ books(first: 100) { author { name } } }')).toBe(1_000);
    const error = refusalOf(() => check('query Much { books(first: 100) { author { name } }\n cheap { title } }'));
    expect(error.message).toBe(
      'The operation costs 1001 points, 1000 are allowed. 1000 of them are for "books". Ask for smaller pages, or for less of each item.',
    );
    expect(error.extensions).toEqual({ code: 'MAX_COST', maxCost: 1_000, found: 1_001, http: { status: 400 } });
    expect(error.locations).toEqual([{ line: 1, column: 14 }]);
    expect(reports).toEqual([
      { context, operationName: 'Much', code: 'MAX_COST', found: 1_001, max: 1_000, isRefused: true },
    ]);
  });

  it('knows the cost of a context, and of what really came', () => {
    const text = '{ books(first: 100) { author { name } } cheap { title } }';
    const data = { books: [{ author: { name: 'A' } }], cheap: null };
    const [enforcing, measuring] = [limiting(), limiting({ MAX_COST: 'measure' })];
    enforcing.check('{ books(first: 5) { title } }');
    expect(enforcing.limits.costOf(enforcing.context, data)).toEqual({ estimatedCost: 5, actualCost: 1 });
    expect(measuring.check(text)).toBe(1_001);
    expect(measuring.limits.costOf(measuring.context, data)).toEqual({ estimatedCost: 1_001, actualCost: 10 });
    expect(measuring.reports).toMatchObject([{ code: 'MAX_COST', found: 1_001, isRefused: false }]);
    expect(measuring.limits.costOf({} as RequestContext, data)).toEqual({});
  });

  it('refuses what cannot be counted', () => {
    const planned = { operationName: 'Huge' };
    const [enforcing, off] = [limiting(), limiting({ MAX_COST: 'off' })];
    const error = refusalOf(() => enforcing.limits.check(planned, {}, enforcing.context));
    expect(error.extensions).toMatchObject({ code: 'MAX_COST', http: { status: 400 } });
    expect(off.limits.check(planned, {}, off.context)).toBeUndefined();
  });

  it('counts nothing where it is off', () => {
    const { check, limits, context } = limiting({ MAX_COST: 'off' });
    expect(check('{ books(first: 100) { author { name } } cheap { title } }')).toBeUndefined();
    expect(limits.costOf(context, {})).toEqual({});
  });
});

describe('MAX_PAGE_SIZE', () => {
  const byVariable = 'query ($n: Int!) { books(first: $n) { title } }';

  it('lets 100 items pass and refuses 101, literal or variable', () => {
    const { check } = limiting();
    expect(check('{ books(first: 100) { title } }')).toBe(100);
    expect(check(byVariable, { n: 100 })).toBe(100);
    for (const run of [() => check('{ books(first: 101) { title } }'), () => check(byVariable, { n: 101 })]) {
      const error = refusalOf(run);
      expect(error.message).toMatch(/^Query\.books is asked for 101 items, 100 are allowed\./);
      expect(error.extensions).toMatchObject({ code: 'MAX_PAGE_SIZE', maxPageSize: 100, found: 101 });
      expect(error.locations).toHaveLength(1);
    }
  });

  it('looks at pages of no cost, too', () => {
    const { check } = limiting({ MAX_COST: 'off' });
    expect(refusalOf(() => check('{ books(first: 101) { __typename } }')).extensions.code).toBe('MAX_PAGE_SIZE');
  });

  it('wants exactly one of several arguments', () => {
    const { check } = limiting();
    expect(check('{ either(first: 2) { title } }')).toBe(2);
    for (const text of [
      '{ either { title } }',
      '{ either(first: 1, last: 1) { title } }',
      '{ either(last: null) { title } }',
    ]) {
      expect(refusalOf(() => check(text)).message).toMatch(/exactly one of its arguments .*: first, last\.$/);
    }
  });

  it('only reports where it measures', () => {
    const { check, reports } = limiting({ MAX_PAGE_SIZE: 'measure' });
    expect(check('{ books(first: 101) { title } }')).toBe(101);
    expect(reports).toMatchObject([{ code: 'MAX_PAGE_SIZE', found: 101, isRefused: false }]);
  });
});
