/** What a change came to, as the app is told: a name to switch on, words to show, fields to mend. */
import type { Outcome, Problem } from '@facet/core';
import type { FieldMessage } from '../generated/resolvers.ts';
import type { LocaleInput } from './formats.ts';
import { invalidAnswer } from './invalid-answer.ts';
import { type FieldName, phrasesOf } from './phrases.ts';

/** An outcome with its columns side by side, so that fields can name them. */
export interface Told<Value> {
  readonly kind: Outcome<Value>['kind'];
  /** Of what is done. */
  readonly value?: Value;
  /** Of what is refused. */
  readonly problem?: Problem;
}

export type Refusable = Pick<Told<unknown>, 'kind' | 'problem'>;

/** The name of what happened. Throws UPSTREAM_INVALID_RESPONSE for a refusal that `refusals` does not name. */
export function toOutcome<Name>(
  { kind, problem }: Refusable,
  done: Name,
  refusals: Readonly<Partial<Record<string, Name>>>,
): Name {
  if (kind === 'done') return done;
  const name = refusals[problem?.code ?? ''];
  if (name === undefined) throw invalidAnswer('problem', problem);
  return name;
}

/** Fields that the app calls otherwise than the services do. */
const fieldByParameter: ReadonlyMap<string, string> = new Map([
  ['productIds', 'productId'],
  ['rating', 'stars'],
  ['totalAmount', 'totalToken'],
  ['currency', 'totalToken'],
]);

/** A message for each field that the services refused, in the app's own names and the caller's language. */
export function toFieldMessages(
  { problem }: Pick<Told<unknown>, 'problem'>,
  _args: unknown,
  { locale }: LocaleInput,
): FieldMessage[] {
  const { fields } = phrasesOf(locale);
  const names = new Set((problem?.errors ?? []).map(({ parameter }) => fieldByParameter.get(parameter) ?? parameter));
  return [...names].map((field) => ({
    field,
    message: Object.hasOwn(fields, field) ? fields[field as FieldName] : fields.other,
  }));
}
