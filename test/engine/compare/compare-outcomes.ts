/** Compares what an executor did with what graphql-js did. Where errors race to null one position, either may be told. */
import type { ExecutionResult } from 'graphql';
import type { Run } from '../generate/run.ts';
import { differenceOfData } from './data.ts';
import { errorText, nulledAt, type Path, positionOf } from './errors.ts';
import type { Outcome } from './observe.ts';
import type { PossibleErrors } from './possible-errors.ts';

export interface Comparison {
  /** Of the executor and graphql-js: both ran with the same things to throw. */
  readonly thrown: Run['thrown'];
  /** Whether root fields are executed one after another. */
  readonly serial: boolean;
  /** Asked for only where errors differ. */
  readonly possibleErrors: () => Promise<PossibleErrors>;
}

/**
 * What the executor did otherwise than graphql-js; empty if nothing. Where an error takes a parent back, graphql-js may
 * still wait for what is below it, even for ever: there the executor may answer earlier, never later.
 */
export async function compareOutcomes(expected: Outcome, actual: Outcome, about: Comparison): Promise<string[]> {
  const problems: string[] = [];
  if (expected.how !== actual.how) {
    const problem = `is ${actual.how}, graphql-js is ${expected.how}`;
    if (actual.result === undefined) return [problem];
    if (!propagates(expected) && !propagates(actual)) problems.push(problem);
    if (expected.result === undefined) return problems;
  }
  if ((expected.reason as Error)?.message !== (actual.reason as Error)?.message) {
    problems.push(`fails with ${actual.reason}, graphql-js with ${expected.reason}`);
  }
  const { result: left } = expected;
  const { result: right } = actual;
  if (left === undefined || right === undefined) return problems;
  const keys = [left, right].map((result) => Object.keys(result).sort().join());
  if (keys[0] !== keys[1]) problems.push(`result has ${keys[1]}, graphql-js has ${keys[0]}`);
  const difference = differenceOfData(right.data, left.data);
  if (difference !== undefined) return [...problems, `data: ${difference} of graphql-js`];
  problems.push(...(await compareErrors(left, right, about)));
  if (about.serial) problems.push(...compareRoots(expected, actual));
  if (propagates(expected) || propagates(actual)) return problems;
  return [...problems, ...compareCalls(expected, actual, about.serial)];
}

const propagates = ({ result }: Outcome): boolean => result !== undefined && hasPropagation(result);

async function compareErrors(left: ExecutionResult, right: ExecutionResult, about: Comparison): Promise<string[]> {
  const expected = groupByNull(left);
  const actual = groupByNull(right);
  const problems: string[] = [];
  for (const at of new Set([...expected.keys(), ...actual.keys()])) {
    const ours = actual.get(at) ?? [];
    const theirs = expected.get(at) ?? [];
    const texts = [theirs, ours].map((group) => group.map((error) => errorText(error, about.thrown)).sort());
    if (texts[0]?.join('\n') === texts[1]?.join('\n')) continue;
    const exact =
      !at.startsWith('[') ||
      at.endsWith(notNull) ||
      [...ours, ...theirs].every((error) => pathKey(positionOf(error)) === at);
    const problem = exact
      ? 'has other errors than graphql-js'
      : await judgeRace(ours, at, await about.possibleErrors());
    if (problem === undefined) continue;
    problems.push([`at ${at} it ${problem}`, ...(texts[1] ?? []), '-- graphql-js:', ...(texts[0] ?? [])].join('\n  '));
  }
  return problems;
}

const notNull = ', which is not null';
const pathKey = (path: Path | undefined): string => JSON.stringify(path ?? null);

/** Errors by the position that they made null. */
function groupByNull({ data, errors = [] }: ExecutionResult): Map<string, unknown[]> {
  return Map.groupBy(errors as readonly unknown[], (error) => {
    const position = positionOf(error);
    if (position === undefined || data === undefined) return 'the request';
    const nulled = nulledAt(data, position);
    return nulled === undefined ? `${pathKey(position)}${notNull}` : pathKey(nulled);
  });
}

/**
 * Several errors below a null compete for it. Right is any choice in which each error can happen, no position is nulled
 * twice, and one error goes up to the null.
 */
function judgeRace(errors: readonly unknown[], at: string, possible: PossibleErrors): string | undefined {
  const impossible = errors.find((error) => !possible.has(error));
  if (impossible !== undefined) return `reports what cannot happen: ${(impossible as Error).message}`;
  const handlers = errors.map((error) => pathKey(possible.handlerOf(positionOf(error) ?? [])));
  if (new Set(handlers).size < handlers.length) return 'nulls a position twice';
  return handlers.includes(at) ? undefined : 'does not explain the null';
}

/** Whether any error reached beyond its own position; then work may have been abandoned, earlier or later. */
function hasPropagation({ data, errors = [] }: ExecutionResult): boolean {
  return errors.some((error) => {
    const position = positionOf(error);
    if (position === undefined || error.message.startsWith('iterate at')) return true;
    return data === undefined || nulledAt(data, position)?.length !== position.length;
  });
}

const rootOf = (call: string): string => call.split(/[. ]/)[0] as string;
const rootsOf = ({ calls }: Outcome): string => calls.filter((call) => !call.includes('.')).join();

function compareRoots(expected: Outcome, actual: Outcome): string[] {
  if (rootsOf(expected) === rootsOf(actual)) return [];
  return [`starts the fields ${rootsOf(actual)}, graphql-js starts ${rootsOf(expected)}`];
}

/** The same calls, in any order; of a mutation, those of one root field before those of the next. */
function compareCalls(expected: Outcome, actual: Outcome, serial: boolean): string[] {
  if ([...expected.calls].sort().join() !== [...actual.calls].sort().join()) {
    return [`calls ${actual.calls.join()}, graphql-js calls ${expected.calls.join()}`];
  }
  const roots = actual.calls.map(rootOf);
  const inBlocks = roots.every((root, at) => at === 0 || root === roots[at - 1] || roots.indexOf(root) === at);
  return !serial || inBlocks ? [] : [`serial fields overlap: ${actual.calls.join()}`];
}
