/** The binding of the app's mutations: all of them change what belongs to the signed-in person. */
import { type ChangeField, type Command, change, FacetError, type Outcome } from '@facet/core';

/**
 * `change`, with the caller's account at hand. UNAUTHENTICATED before any call for anonymous callers and for apps that
 * speak for themselves.
 */
export function changeOwn<Parent, Args, Input, Value>(
  command: Command<Input, Value>,
  inputOf: (args: Args, account: string) => Input,
): ChangeField<Parent, Args, Outcome<Value>> {
  return change(command, (args: Args, { principal }) => {
    const account = principal?.account ?? null;
    if (account === null) throw new FacetError('UNAUTHENTICATED');
    return inputOf(args, account);
  });
}
