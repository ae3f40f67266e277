/** What `pnpm bench` can be told. */
import { parseArgs } from 'node:util';
import type { Pace } from './measure.ts';

export const scenarioNames = ['posts', 'operations', 'caching', 'growth'] as const;
export type ScenarioName = (typeof scenarioNames)[number];

export interface BenchOptions {
  readonly only: readonly ScenarioName[];
  /** Undefined: what the scenario has by itself. */
  readonly systems: readonly string[] | undefined;
  /** Tables whose title has this text. */
  readonly match: string | undefined;
  readonly pace: Pace;
  /** The load generator and the upstream that are taken although wrk and nginx are there. */
  readonly load: string | undefined;
  readonly upstream: string | undefined;
}

export const usage = `pnpm bench -- [options]
  --only=posts,operations,…        scenarios to run, of posts, operations, caching, growth; all by default
  --systems=floor,facet,…          systems to run, by name; all by default
  --match=TEXT                     only tables whose title contains TEXT
  --seconds=2                      length of one measured run
  --warmup=3                       seconds of load before the first
  --rounds=3                       measured runs, of which the median counts; systems that are compared take turns
  --connections=100                open connections of the load generator, where the scenario does not say
  --load=autocannon                instead of wrk
  --upstream=node                  instead of nginx`;

/** Throws a TypeError that says what is wrong and what may be given. */
export function parseOptions(args: readonly string[], systemNames: readonly string[]): BenchOptions {
  const names = ['only', 'systems', 'match', 'seconds', 'warmup', 'rounds', 'connections', 'load', 'upstream'] as const;
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  const given = readArguments(args, options);
  const list = (name: string, known: readonly string[]) => {
    const chosen = given[name]?.split(',').map((part) => part.trim());
    const unknown = chosen?.find((each) => !known.includes(each));
    if (unknown !== undefined) throw new TypeError(`--${name}: no '${unknown}'; there are ${known.join(', ')}.`);
    return chosen;
  };
  const count = (name: string, byDefault: number) => {
    const value = Number(given[name] ?? byDefault);
    if (Number.isInteger(value) && value > 0) return value;
    throw new TypeError(`--${name}: must be a whole number above 0, received '${given[name]}'.`);
  };
  return {
    only: (list('only', scenarioNames) ?? scenarioNames) as readonly ScenarioName[],
    systems: list('systems', systemNames),
    match: given.match,
    load: list('load', ['wrk', 'autocannon'])?.[0],
    upstream: list('upstream', ['nginx', 'node'])?.[0],
    pace: {
      seconds: count('seconds', 2),
      warmupSeconds: count('warmup', 3),
      rounds: count('rounds', 3),
      connections: count('connections', 100),
    },
  };
}

function readArguments(
  args: readonly string[],
  options: Record<string, { type: 'string' }>,
): Record<string, string | undefined> {
  try {
    return parseArgs({ args: args.filter((arg) => arg !== '--'), options }).values;
  } catch (reason) {
    throw new TypeError(`${(reason as Error).message}\n${usage}`);
  }
}
