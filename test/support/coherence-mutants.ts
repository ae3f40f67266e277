/** Caches that are wrong in one way each, as changes of their source: the coherence test must find every one of them. */

import type { SourceChange } from './plant-changes.ts';

export interface Mutant {
  readonly changes: readonly SourceChange[];
  /** What the test says of it. */
  readonly problem: RegExp;
}

/** By what is wrong with them. */
export const mutants: Readonly<Record<string, Mutant>> = {
  'forgets nothing when something changes': {
    problem: /^before (its own|a) write/,
    changes: [{ file: 'cache/row-cache.ts', from: 'tags.length === 0 ? undefined : touch(tags)', to: 'undefined' }],
  },
  'tells other nodes of no change': {
    problem: /^before (its own|a) write/,
    changes: [{ file: 'cache/redis-tags.ts', from: "await send(['DEL', ...asked.keys()]);", to: '' }],
  },
  'knows public rows by their key alone': {
    problem: /^foreign language/,
    changes: [
      {
        file: 'loaders/batch.ts',
        from: '{ row, params: paramsId, keys, columns }',
        to: "{ row, params: '', keys, columns }",
      },
    ],
  },
  'keeps personal answers': {
    problem: /^(may be kept.*personal|foreign)/,
    changes: [
      { file: 'operation/is-public.ts', from: "source.binding.row.audience === 'public'", to: 'true' },
      { file: 'http/shared-context.ts', from: 'return run.isPublic;', to: 'return false;' },
      { file: 'http/shared-context.ts', from: 'if (run.isPublic) run.refuse();', to: '' },
      {
        file: 'client/call.ts',
        from: 'let freshness = unknownFreshness;',
        to: 'let freshness = { ...unknownFreshness, isStorable: true, freshUntil: Date.now() + 2_000 };',
      },
    ],
  },
  'gives one person the answer that another waits for': {
    problem: /^(foreign|before a write)/,
    changes: [
      { file: 'cache/coalesce.ts', from: "if (audience === 'principal' && !isOnlyNode) return next(request);", to: '' },
      { file: 'cache/coalesce.ts', from: "audience === 'principal' ? context.principal?.token : ''", to: "''" },
    ],
  },
  'has requests join what began before the change of another node': {
    problem: /^before a write/,
    changes: [
      { file: 'cache/kept-answers.ts', from: 'asOf: asOf(versions)', to: "asOf: ''" },
      { file: 'cache/http-cache.ts', from: "versions === undefined ? 'unknown' : asOf(versions)", to: "''" },
    ],
  },
  'uses answers a second longer than services allow': {
    problem: /^(promised too much|stale)/,
    changes: [
      {
        file: 'cache/response-freshness.ts',
        from: 'isStorable ? requestedAt +',
        to: 'isStorable ? requestedAt + 1_000 +',
      },
    ],
  },
  'takes every condition to hold': {
    problem: /^(before a write|stale|promised too much)/,
    changes: [{ file: 'http/conditional.ts', from: 'return false;\n}', to: 'return true;\n}' }],
  },
};
