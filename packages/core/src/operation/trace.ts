/** Traces: what a run asked the loaders, and what they brought, so that a later run can tell whether all is as it was. */
import { inStep } from '../loaders/in-step.ts';
import type { Loaders } from '../loaders/loaders.ts';
import type { Key, Row } from '../loaders/row.ts';

/** A question to the loaders. */
export interface Question {
  readonly row: Row;
  /** Absent for a row without keys. */
  readonly keys?: readonly Key[];
  readonly params: object;
  readonly columns: readonly string[] | undefined;
  readonly inStep: boolean;
}

/** A question, its answer, and the questions that were asked as soon as it had come. */
export interface Step extends Question {
  values: readonly unknown[];
  readonly next: Step[];
}

/** Asks; the answer is aligned to the keys, or the one value of a row without keys. */
export function ask(question: Question, loaders: Loaders): readonly unknown[] | Promise<readonly unknown[]> {
  const { row, keys, params, columns } = question;
  if (keys !== undefined) return loaders.loadLevel(row, keys, params, columns);
  const answer = loaders.call(row as Row<never>, params, columns);
  return (question.inStep ? inStep(answer, loaders) : answer).then((value) => [value]);
}

/** Writes the trace of one run. */
export class TraceRecorder {
  readonly first: Step[] = [];
  private asked = this.first;

  add(question: Question): Step {
    const step: Step = { ...question, values: [], next: [] };
    this.asked.push(step);
    return step;
  }

  /** What is asked while `draw` runs follows from the step's answer. */
  arrive(step: Step, values: readonly unknown[], draw: () => void): void {
    step.values = values;
    this.asked = step.next;
    draw();
    this.asked = this.first;
  }
}

/**
 * Asks what the trace asked, each question as soon as those that led to it have the very values they had then; `true`
 * when all of them have. What was asked is known to the loaders, so nothing is asked twice where it turns out otherwise.
 */
export function isUnchanged(first: readonly Step[], loaders: Loaders): boolean | Promise<boolean> {
  let openCount = 0;
  let outcome: boolean | undefined;
  let tell: ((outcome: boolean) => void) | undefined;

  function askAll(steps: readonly Step[]): void {
    openCount += steps.length;
    for (const step of steps) {
      if (outcome === false) return;
      const values = ask(step, loaders);
      if ('then' in values) values.then((arrived) => arrive(step, arrived), refuse);
      else arrive(step, values);
    }
  }

  function arrive(step: Step, values: readonly unknown[]): void {
    if (outcome !== undefined) return;
    if (!areSame(step, values)) {
      end(false);
      return;
    }
    askAll(step.next);
    openCount -= 1;
    if (openCount === 0) end(true);
  }

  const refuse = () => end(false);
  function end(result: boolean): void {
    outcome ??= result;
    tell?.(outcome);
  }

  openCount = 1;
  askAll(first);
  openCount -= 1;
  if (openCount === 0) end(true);
  return outcome ?? new Promise((resolve) => (tell = resolve));
}

function areSame({ row, values }: Step, now: readonly unknown[]): boolean {
  const isSame = row.match.by === 'items' ? haveSameItems : Object.is;
  return values.length === now.length && values.every((value, index) => isSame(value, now[index]));
}

/** The list of a key's items is made anew for each batch; the items in it are those of the answer. */
function haveSameItems(before: unknown, now: unknown): boolean {
  if (!Array.isArray(before) || !Array.isArray(now)) return before === now;
  return before.length === now.length && before.every((item, index) => item === now[index]);
}
