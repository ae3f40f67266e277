/** What the values of one field lead to: objects whose fields come next, and promises to wait for first. */
import { Answer, type Key, Place } from './place.ts';
import type { FieldPlan, SelectionPlan, Shape } from './plan.ts';
import type { Run } from './run.ts';
import type { Step } from './trace.ts';

/** A place in the answer whose value is still a promise. */
export interface Slot {
  readonly parent: Place;
  readonly key: Key;
  readonly shape: Shape;
  readonly promise: PromiseLike<unknown>;
  /** What is done with the fulfilled value, when it is not the value to complete. */
  readonly resume?: (value: unknown, next: NextLevel) => void;
}

/** One promise for the values of many places. */
export interface LevelSlot {
  readonly places: readonly Place[];
  readonly promise: PromiseLike<readonly unknown[]>;
  readonly resume: (values: readonly unknown[], next: NextLevel) => void;
  readonly step: Step | undefined;
}

export class NextLevel {
  readonly run: Run;
  readonly field: FieldPlan;
  /** Objects by what is asked of them. */
  groups: Map<SelectionPlan, Place[]> | undefined;
  slots: Slot[] | undefined;
  level: LevelSlot | undefined;
  /** The object's place by its value, once values repeat. */
  private placeBySource: Map<unknown, Place> | undefined;

  constructor(run: Run, field: FieldPlan) {
    this.run = run;
    this.field = field;
  }

  /** Reports an error of the value at a key of a place. */
  fail({ nonNull }: Shape, parent: Place, key: Key, reason: unknown): void {
    this.run.fail(this.field, nonNull, parent, key, reason);
  }

  /** Reports an error of the field in many places. */
  failAll(places: readonly Place[], reason: unknown): void {
    for (const place of places) this.fail(this.field.shape, place, this.field.responseName, reason);
  }

  /** From now on, objects of the field with the same value have one answer, where nothing in it asks where it stands. */
  shareObjects(): void {
    const { shape } = this.field;
    const isOfType = shape.kind === 'object' && shape.selection.type.isTypeOf;
    if (shape.kind === 'object' && !isOfType && shape.selection.isShareable) this.placeBySource = new Map();
  }

  /** Puts an object into the answer, to be filled. */
  addObject(selection: SelectionPlan, nonNull: boolean, parent: Place, key: Key, source: unknown): void {
    const twin = this.placeBySource?.get(source);
    if (twin !== undefined) {
      parent.out[key] = twin.out;
      twin.twins ??= [];
      twin.twins.push({ parent, key });
      return;
    }
    const out = new Answer();
    parent.out[key] = out;
    const place = new Place(parent, key, nonNull, selection.type, out, source);
    this.placeBySource?.set(source, place);
    this.groups ??= new Map();
    const group = this.groups.get(selection);
    if (group === undefined) this.groups.set(selection, [place]);
    else group.push(place);
  }

  /** Keeps a place, and its order among its siblings, for a value to come. */
  addSlot(slot: Slot): void {
    slot.parent.out[slot.key] = undefined;
    this.slots ??= [];
    this.slots.push(slot);
  }

  get slotCount(): number {
    return this.slots?.length ?? 0;
  }

  /** Waits for none of the slots that were added last, until so many are left; nobody hears of their rejections. */
  dropSlots(count: number): void {
    for (const { promise } of this.slots?.splice(count) ?? []) promise.then(undefined, () => {});
  }

  /** As `addSlot`, for the field itself in many places, with one promise for all. */
  addLevel(level: LevelSlot): void {
    for (const { out } of level.places) out[this.field.responseName] = undefined;
    this.level = level;
  }
}
