/** Payloads: what a change brought. */
import type { Done } from '../mappers.ts';

export function toValue<Value>({ value }: Pick<Done<Value>, 'value'>): Value {
  return value;
}
