/** Runs a plan level by level: a field is resolved for all objects that its parents' batch brought. */
import { completeValue } from './complete-value.ts';
import { type LevelSlot, NextLevel, type Slot } from './next-level.ts';
import { Answer, Place } from './place.ts';
import type { FieldPlan, SelectionPlan } from './plan.ts';
import { resolveField } from './resolve-field.ts';
import type { Run, Wait } from './run.ts';

/** Starts the run; it has ended when it waits for nothing. Returns the place of the answer's data. */
export function runPlan(run: Run): Place {
  const { plan, rootValue } = run.inputs;
  const root = new Place(null, '', false, plan.root.type, new Answer(), rootValue);
  if (plan.operation.operation === 'mutation') runSerially(run, plan.root.fields, root);
  else runSelection(run, plan.root, [root]);
  return root;
}

/** One field after the other, each with all that it leads to (GraphQL specification, 6.2.2). */
function runSerially(run: Run, fields: readonly FieldPlan[], root: Place): void {
  for (const [index, field] of fields.entries()) {
    if (root.isRemoved) return;
    runField(run, field, [root]);
    if (!run.isWaiting) continue;
    const rest = fields.slice(index + 1);
    run.whenIdle(() => {
      runSerially(run, rest, root);
      if (!run.isWaiting) run.finish();
    });
    return;
  }
}

function runSelection(run: Run, selection: SelectionPlan, places: readonly Place[]): void {
  for (const field of selection.fields) runField(run, field, places);
}

function runField(run: Run, field: FieldPlan, places: readonly Place[]): void {
  const next = new NextLevel(run, field);
  resolveField(next, places);
  proceed(next);
}

function proceed(next: NextLevel): void {
  for (const [selection, places] of next.groups ?? []) runSelection(next.run, selection, places);
  if (next.slots !== undefined && next.slots.length > 0) awaitSlots(next, next.slots);
  if (next.level !== undefined) awaitLevel(next, next.level);
}

/** One promise for a level. */
function awaitLevel({ run, field }: NextLevel, { places, promise, resume, step }: LevelSlot): void {
  const { trace } = run.inputs;
  const wait: Wait = {
    skipRemoved() {
      if (places.every((place) => run.isGone(place))) run.done(wait);
    },
  };
  run.begin(wait);
  promise.then(
    (values) => {
      if (trace === undefined || step === undefined) settle((next) => resume(values, next));
      else trace.arrive(step, values, () => settle((next) => resume(values, next)));
    },
    (reason) => settle((next) => next.failAll(places, reason)),
  );

  function settle(draw: (next: NextLevel) => void): void {
    if (run.isEnded) return;
    run.guard(() => {
      const next = new NextLevel(run, field);
      draw(next);
      proceed(next);
      run.done(wait);
    });
  }
}

/** Promises of single objects: what follows from them is one level again, so the last of them is waited for. */
function awaitSlots({ run, field }: NextLevel, slots: readonly Slot[]): void {
  const draws: (((next: NextLevel) => void) | undefined)[] = new Array(slots.length);
  let openCount = slots.length;
  const wait: Wait = {
    skipRemoved() {
      for (const [index, { parent }] of slots.entries()) {
        if (draws[index] === undefined && run.isGone(parent)) settle(index, () => {});
      }
    },
  };
  run.begin(wait);
  for (const [index, slot] of slots.entries()) {
    const { parent, key, shape, promise } = slot;
    const refuse = (reason: unknown) => settle(index, (next) => next.fail(shape, parent, key, reason));
    try {
      promise.then((value) => settle(index, (next) => fulfil(next, slot, value)), refuse);
    } catch (reason) {
      // A `then` of somebody's own may throw.
      refuse(reason);
    }
  }

  function settle(index: number, draw: (next: NextLevel) => void): void {
    if (run.isEnded || draws[index] !== undefined) return;
    draws[index] = draw;
    openCount -= 1;
    if (openCount > 0) return;
    run.guard(() => {
      const next = new NextLevel(run, field);
      for (const one of draws) one?.(next);
      proceed(next);
      run.done(wait);
    });
  }
}

function fulfil(next: NextLevel, { parent, key, shape, resume }: Slot, value: unknown): void {
  if (next.run.isGone(parent)) return;
  if (resume === undefined) {
    completeValue(next, shape, parent, key, value);
    return;
  }
  try {
    resume(value, next);
  } catch (reason) {
    next.fail(shape, parent, key, reason);
  }
}
