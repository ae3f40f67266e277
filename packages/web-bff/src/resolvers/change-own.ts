/** The binding of the web's mutations: their one argument is their input. */
import { type ChangeField, type Command, change, type Outcome } from '@facet/core';

/** Binds a mutation to a command of the signed-in person. */
export function changeOwn<Parent, GraphInput, Input, Value>(
  command: Command<Input, Value>,
  inputOf: (input: GraphInput, account: string) => Input,
): ChangeField<Parent, { readonly input: GraphInput }, Outcome<Value>> {
  return change(command, ({ input }, account) => inputOf(input, account));
}
