/** One execution of a plan: its inputs, its errors, and what it still waits for. */
import { type GraphQLError, type GraphQLFieldResolver, type GraphQLTypeResolver, locatedError } from 'graphql';
import type { Authorization } from './authorize.ts';
import { isGone, type Key, type Place, pathsOf, positionsOf } from './place.ts';
import type { FieldPlan, OperationPlan } from './plan.ts';
import type { TraceRecorder } from './trace.ts';

export interface RunInputs {
  readonly plan: OperationPlan;
  readonly rootValue: unknown;
  readonly contextValue: unknown;
  /** Coerced. */
  readonly variableValues: Readonly<Record<string, unknown>>;
  readonly fieldResolver: GraphQLFieldResolver<unknown, unknown>;
  readonly typeResolver: GraphQLTypeResolver<unknown, unknown>;
  /** Decides on what the SDL demands of callers; without it, nobody has what anything is demanded for. */
  readonly authorization?: Authorization | undefined;
  /** Hears what is asked of the loaders; absent where nobody will read it. */
  readonly trace?: TraceRecorder | undefined;
}

/** Something that a run waits for. */
export interface Wait {
  /** Gives up what only removed places want. */
  skipRemoved(): void;
}

export class Run {
  readonly inputs: RunInputs;
  readonly errors: GraphQLError[] = [];
  /** Once true, places must be asked whether they are gone. */
  hasRemovals = false;
  isEnded = false;
  /** A fault of the engine itself, which must not go unnoticed. */
  crash: { readonly reason: unknown } | undefined;
  private readonly waits = new Set<Wait>();
  private sweep: NodeJS.Immediate | undefined;
  private continueWhenIdle: (() => void) | undefined;
  private end: (() => void) | undefined;

  constructor(inputs: RunInputs) {
    this.inputs = inputs;
  }

  get isWaiting(): boolean {
    return this.waits.size > 0;
  }

  /** Reports an error of a key of a place; `null` comes into its place, or into that of the nearest nullable parent. */
  fail(field: FieldPlan, nonNull: boolean, parent: Place, key: Key, reason: unknown): void {
    if (this.isGone(parent)) return;
    const nodes = field.nodes as FieldPlan['nodes'][number][];
    for (const path of pathsOf(parent, key)) this.errors.push(locatedError(reason, nodes, path));
    if (nonNull) this.remove(parent);
    else parent.out[key] = null;
  }

  /** Takes a place back whose own value the caller replaces. */
  markRemoved(place: Place): void {
    this.hasRemovals = true;
    place.isRemoved = true;
  }

  /** Whether a place, or one above it, was taken back: nothing below it is executed or reported any more. */
  isGone(place: Place): boolean {
    return this.hasRemovals && isGone(place);
  }

  begin(wait: Wait): void {
    this.waits.add(wait);
  }

  /** Ends a wait whose consequences have been drawn. */
  done(wait: Wait): void {
    if (!this.waits.delete(wait) || this.waits.size > 0 || this.isEnded) return;
    const next = this.continueWhenIdle;
    this.continueWhenIdle = undefined;
    if (next === undefined) this.finish();
    else next();
  }

  /** Gives up what only removed places wait for. */
  skipRemoved(): void {
    this.sweep = undefined;
    for (const wait of [...this.waits]) wait.skipRemoved();
  }

  /** What happens, instead of the end, as soon as nothing is waited for. */
  whenIdle(next: () => void): void {
    this.continueWhenIdle = next;
  }

  whenEnded(end: () => void): void {
    if (this.isEnded) end();
    else this.end = end;
  }

  /** Does what follows from a promise, in which a fault would otherwise end the process. */
  guard(step: () => void): void {
    try {
      step();
    } catch (reason) {
      this.crash = { reason };
      this.finish();
    }
  }

  finish(): void {
    if (this.isEnded) return;
    this.isEnded = true;
    clearImmediate(this.sweep);
    this.end?.();
  }

  /** Takes a place back: it becomes `null`, or its parent does where it may not be. */
  private remove(place: Place): void {
    if (place.isRemoved) return;
    this.markRemoved(place);
    for (const { parent, key } of positionsOf(place)) {
      if (place.nonNull) this.remove(parent);
      else parent.out[key] = null;
    }
    // Many removals in one turn are one look at what is still wanted.
    if (this.isWaiting) this.sweep ??= setImmediate(() => this.skipRemoved());
  }
}
