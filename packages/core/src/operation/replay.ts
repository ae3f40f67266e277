/** Replays: a public operation whose services answer as they did before has the answer that it had before. */
import { isDeepStrictEqual } from 'node:util';
import type { ExecutionResult } from 'graphql';
import { Comparison } from '../client/comparison.ts';
import type { ResolverContext } from '../loaders/loaders.ts';
import type { OperationPlan } from './plan.ts';
import { isUnchanged, type Step, TraceRecorder } from './trace.ts';

/** Longest answer that is remembered, and longest variables, in characters. */
const maxAnswerLength = 1_000_000;
const maxVariablesLength = 2_000;
/** What is remembered of an answer beside its text and its variables, in characters. */
const overheadLength = 2_000;

/** What a binding may ask of its context without making the answer the caller's. */
const harmless = new Set<PropertyKey>(['loaders', 'locale', 'signal', 'log', 'freshness']);

type Variables = Readonly<Record<string, unknown>> | undefined | null;

/** An operation's last answer. */
interface Known {
  readonly variables: Variables;
  readonly first: readonly Step[];
  readonly result: ExecutionResult;
  readonly length: number;
  readonly comparison: Comparison;
}

export interface Replays {
  /**
   * The answer of `run`, or the one it had before where every question to the loaders brings the very values that it
   * brought then: the calls are made, but nothing is put together again. `run` gets the context to execute with and,
   * where its answer is to be remembered, who hears what it asks.
   *
   * Sound for plans that are public, whose answer depends on nothing but variables, locale and what was loaded. An
   * operation whose bindings look at the caller after all is never remembered, and one that changes all the time is
   * compared ever more seldom.
   */
  answer(asked: Asked, run: RunOnce): Answered;
}

export interface Asked {
  readonly plan: OperationPlan;
  /** As they came. */
  readonly variables: Variables;
  readonly context: ResolverContext;
}

type Answered = ExecutionResult | Promise<ExecutionResult>;
type RunOnce = (context: ResolverContext, trace?: TraceRecorder) => Answered;

const texts = new WeakMap<object, string>();

/** As `JSON.stringify`; an answer that is given again is not written again. */
export function stringifyResult(result: ExecutionResult): string {
  const { data, errors, extensions } = result;
  const known = data && errors === undefined && extensions === undefined ? texts.get(data) : undefined;
  return known ?? JSON.stringify(result);
}

/** All that is remembered has `maxTotalLength` characters at most, 16,000,000 by default. */
export function createReplays(maxTotalLength = 16_000_000): Replays {
  const known = new Map<string, Known>();
  const ids = new WeakMap<OperationPlan, number>();
  let idCount = 0;
  let totalLength = 0;

  function idOf({ plan, variables, context }: Asked): string | undefined {
    let id = ids.get(plan);
    if (id === undefined) {
      idCount += 1;
      id = idCount;
      ids.set(plan, id);
    }
    const text = variables ? textOf(variables) : '';
    return text === undefined || text.length > maxVariablesLength ? undefined : `${id} ${context.locale} ${text}`;
  }

  function forget(id: string): void {
    totalLength -= known.get(id)?.length ?? 0;
    known.delete(id);
  }

  /** The one longest unused gives way first. */
  function refresh(id: string): void {
    const one = known.get(id);
    if (one === undefined) return;
    known.delete(id);
    known.set(id, one);
  }

  function remember(id: string, one: Known): void {
    forget(id);
    known.set(id, one);
    totalLength += one.length;
    for (const oldest of known.keys()) {
      if (totalLength <= maxTotalLength) return;
      forget(oldest);
    }
  }

  function answerAs(id: string, { variables, context }: Asked, run: RunOnce): Answered {
    const found = known.get(id);
    const before = found !== undefined && areSame(found.variables, variables) ? found : undefined;
    if (before === undefined) return runAndRemember(new Comparison());
    if (!before.comparison.isDue()) return run(context);
    const verdict = isUnchanged(before.first, context.loaders);
    return typeof verdict === 'boolean' ? proceed(verdict, before) : verdict.then((same) => proceed(same, before));

    function proceed(isSame: boolean, { comparison, result }: Known): Answered {
      if (isSame) comparison.same();
      else comparison.changed();
      if (!isSame) return runAndRemember(comparison);
      refresh(id);
      return result;
    }

    function runAndRemember(comparison: Comparison): Answered {
      const trace = new TraceRecorder();
      const watched = watch(context);
      const result = run(watched.context, trace);
      const keep = (ended: ExecutionResult) => {
        if (ended.data && ended.errors === undefined && !watched.isPersonal) keepAnswer(trace, ended, comparison);
        return ended;
      };
      return 'then' in result ? result.then(keep) : keep(result);
    }

    function keepAnswer({ first }: TraceRecorder, result: ExecutionResult, comparison: Comparison): void {
      const text = JSON.stringify({ data: result.data });
      if (text.length > maxAnswerLength) return;
      texts.set(result.data as object, text);
      const length = overheadLength + 2 * id.length + text.length;
      remember(id, { variables, first, result, length, comparison });
    }
  }

  return {
    answer(asked, run) {
      const id = idOf(asked);
      return id === undefined ? run(asked.context) : answerAs(id, asked, run);
    },
  };
}

/** `undefined` for what is nested too deeply to be written. */
function textOf(variables: object): string | undefined {
  try {
    return JSON.stringify(variables);
  } catch {
    return undefined;
  }
}

/** What JSON writes alike may differ: `1e999` is read as infinite and written as `null`. */
function areSame(before: Variables, now: Variables): boolean {
  try {
    return isDeepStrictEqual(before, now);
  } catch {
    return false;
  }
}

/** The context, and whether anything but the harmless was asked of it. */
function watch(context: ResolverContext): { readonly context: ResolverContext; readonly isPersonal: boolean } {
  const watched = {
    isPersonal: false,
    context: new Proxy(context, {
      get(target, name) {
        if (!harmless.has(name)) watched.isPersonal = true;
        return Reflect.get(target, name, target);
      },
      has(target, name) {
        watched.isPersonal = true;
        return Reflect.has(target, name);
      },
    }),
  };
  return watched;
}
