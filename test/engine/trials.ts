/** Executors by name: Facet's engine, and graphql-js against itself, which shows that the comparison is fair. */
import { createExecute } from '@facet/core';
import { execute } from 'graphql';
import { later } from './generate/run.ts';
import { mutants } from './mutants.ts';
import { withResolvers } from './patched-schema.ts';
import type { Trial } from './run-cases.ts';
import type { PathReport } from './summary.ts';

/** Throws on an unknown name. */
export function createTrial(name: string): Trial {
  if (name === 'graphql-js') return { execute, mayLeaveRejections: true };
  if (name === 'engine') return createEngineTrial();
  if (name === 'late graphql-js') return { execute: executeLate, mayLeaveRejections: true, freshWorlds: true };
  const mutant = mutants[name];
  if (mutant !== undefined) return { execute: mutant, mayLeaveRejections: true, freshWorlds: true };
  throw new TypeError(`No executor '${name}': use engine, graphql-js, or one of ${Object.keys(mutants).join(', ')}.`);
}

function createEngineTrial(): Trial {
  let last: PathReport | undefined;
  const engine = createExecute({
    onExecute: (report) => {
      last = report;
    },
  });
  return {
    execute: (args) => {
      last = undefined;
      return engine(args);
    },
    path: () => last,
  };
}

/** graphql-js whose promises come a turn later: other errors win, and that is right, too. */
const executeLate = withResolvers((resolve) => (source, args, run, info) => {
  const value = resolve(source, args, run, info);
  return value instanceof Promise ? later(run, () => value) : value;
});
