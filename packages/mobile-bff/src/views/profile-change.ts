/** Arguments of a change of the person's own data in the words of the accounts service. */
import type { MutationUpdateProfileArgs } from '../generated/resolvers.ts';

/** Names cannot be taken away, so `null` leaves them as they are; a telephone number can. */
export function toProfileChange({ phone, ...names }: MutationUpdateProfileArgs) {
  const given = Object.entries(names).filter(([, value]) => value !== null && value !== undefined);
  return { ...(Object.fromEntries(given) as Names), ...(phone === undefined ? {} : { phone }) };
}

type Names = { readonly [Name in keyof Omit<MutationUpdateProfileArgs, 'phone'>]?: string };
