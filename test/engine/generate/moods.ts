/** Moods: how a field or an item delivers its value. The first of each list is what fast-check shrinks towards. */
import { type FieldNode, GraphQLError, type GraphQLResolveInfo } from 'graphql';
import { chance, choose } from './chance.ts';
import { pathList } from './digest.ts';
import { afterTicks, handled, later, type Run, thrownAt } from './run.ts';

export const calmMoods = ['plain', 'promise', 'ticks', 'late', 'thenable'] as const;
export const emptyMoods = ['null', 'nothing', 'promiseOfNull', 'lateNull'] as const;
export const failureMoods = [
  'throw',
  'throwText',
  'throwNothing',
  'throwObject',
  'throwExtended',
  'throwCoded',
  'throwLocated',
  'returnError',
  'promiseOfError',
  'reject',
  'rejectTicks',
  'rejectLate',
  'rejectNothing',
] as const;
export const oddMoods = ['wrong', 'never'] as const;

export type FailureMood = (typeof failureMoods)[number] | 'iterate';
export type Mood =
  | (typeof calmMoods)[number]
  | (typeof emptyMoods)[number]
  | (typeof failureMoods)[number]
  | (typeof oddMoods)[number];

/** Where a value is delivered; `info` is absent for what is no call of a resolver. */
export interface Site {
  readonly run: Run;
  readonly locus: string;
  readonly info?: GraphQLResolveInfo | undefined;
}

const calm: ReadonlySet<string> = new Set(calmMoods);
const rarely = [0, 6, 2, 1] as const;

/** The mood of a place: calm moods always hold, the others as often as the run's strain says. */
export function moodAt(site: Site, moods: readonly Mood[]): Mood {
  const { run, locus } = site;
  const mood = choose(`${run.seed} mood ${locus}`, moods);
  if (calm.has(mood)) return mood;
  const outOf = rarely[run.strain] ?? 0;
  const holds = outOf > 0 && chance(`${run.seed} strain ${locus}`) % outOf === 0;
  return holds ? mood : choose(`${run.seed} calm ${locus}`, ['plain', 'plain', 'promise', 'late']);
}

/** Delivers a value in a mood. `wrong` makes what the type cannot be. */
export function deliver(site: Site, mood: Mood, value: () => unknown, wrong: () => unknown): unknown {
  const { run, locus } = site;
  switch (mood) {
    case 'promise':
      return handled(Promise.resolve(value()));
    case 'ticks':
      return handled(afterTicks(1 + (chance(`${run.seed} ticks ${locus}`) % 5), value));
    case 'late':
      return later(run, value);
    case 'thenable':
      return toThenable(later(run, value));
    case 'null':
      return null;
    case 'nothing':
      return undefined;
    case 'promiseOfNull':
      return Promise.resolve(null);
    case 'lateNull':
      return later(run, () => undefined);
    case 'wrong':
      return wrong();
    case 'never':
      // A run that shows every error has to end.
      return run.brokenIterators === undefined ? new Promise(() => undefined) : null;
    case 'plain':
      return value();
    default:
      return fail(site, mood);
  }
}

function fail(site: Site, mood: FailureMood): unknown {
  const { run } = site;
  const error = errorAt(site, mood);
  switch (mood) {
    case 'returnError':
      return error;
    case 'promiseOfError':
      return later(run, () => error);
    case 'reject':
    case 'rejectNothing':
      return handled(Promise.reject(error));
    case 'rejectTicks':
      return handled(afterTicks(2, () => Promise.reject(error)));
    case 'rejectLate':
      return later(run, () => Promise.reject(error));
    default:
      throw error;
  }
}

/** A thing to throw, the same object in every run of a case. */
export function errorAt({ run, locus, info }: Site, mood: FailureMood): unknown {
  return thrownAt(run, locus, mood, (message) => {
    if (mood === 'throwText') return message;
    if (mood === 'throwNothing' || mood === 'rejectNothing') return undefined;
    if (mood === 'throwObject') return { message, code: 7 };
    if (mood === 'throwExtended') return Object.assign(new RangeError(message), { extensions: { code: 'EXTENDED' } });
    if (mood === 'throwCoded') return new GraphQLError(message, { extensions: { code: 'CODED', at: locus } });
    if (mood === 'throwLocated') return located(message, info);
    return new Error(message);
  });
}

/** An error that brings a path or nodes of its own; executors leave it as it is. `position` says where it really is. */
function located(message: string, info: GraphQLResolveInfo | undefined): Error {
  if (info === undefined) return new GraphQLError(message, { extensions: { code: 'OWN' } });
  const position = pathList(info.path);
  const [nodes] = info.fieldNodes as [FieldNode];
  switch (chance(message) % 3) {
    case 0:
      return new GraphQLError(message, { path: ['own', 1], nodes, extensions: { position } });
    case 1:
      return Object.assign(new Error(message), { path: ['raw'], extensions: { position } });
    default:
      return new GraphQLError(message, { nodes: nodes.selectionSet?.selections[0] ?? nodes });
  }
}

function toThenable(promise: Promise<unknown>): PromiseLike<unknown> {
  // biome-ignore lint/suspicious/noThenProperty: a thenable that is no Promise is the point
  return { then: (onFulfilled, onRejected) => promise.then(onFulfilled, onRejected) };
}
