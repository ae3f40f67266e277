/** Changes of what is the caller's own: mutations whose one argument is their input. */
import { type ChangeField, type Command, change, FacetError, type Outcome, type ResolverContext } from '@facet/core';

/** The caller's account; throws UNAUTHENTICATED where no person is signed in. */
export function accountOf({ principal }: ResolverContext): string {
  const account = principal?.account ?? null;
  if (account === null) throw new FacetError('UNAUTHENTICATED');
  return account;
}

/** Binds a mutation to a command; who is not signed in is refused before anything else is looked at. */
export function changeOwn<Parent, GraphInput, Input, Value>(
  command: Command<Input, Value>,
  inputOf: (input: GraphInput, account: string) => Input,
): ChangeField<Parent, { readonly input: GraphInput }, Outcome<Value>> {
  return change(command, ({ input }, context) => inputOf(input, accountOf(context)));
}
