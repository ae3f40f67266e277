/** People: changes of a profile as the service takes them. */
import type { UpdateProfileInput } from '../generated/resolvers.ts';

/** Only a phone number can be taken away; null for anything else is the same as leaving it out. */
export function fromUpdateProfileInput({ phone, ...names }: UpdateProfileInput, account: string) {
  const { givenName, familyName, displayName, locale } = names;
  return {
    profileId: account,
    body: {
      ...given('givenName', givenName),
      ...given('familyName', familyName),
      ...given('displayName', displayName),
      ...given('locale', locale),
      ...(phone === undefined ? {} : { phone: phone?.toWellFormed() ?? null }),
    },
  };
}

function given<Name extends string>(name: Name, text: string | null | undefined): { readonly [Key in Name]?: string } {
  return text === null || text === undefined ? {} : ({ [name]: text.toWellFormed() } as { [Key in Name]: string });
}
