// What the contract's schema cannot say of a profile change: names that are only space, tags that name no language.
import type { components } from '../generated/accounts.ts';
import { type ParameterError, Problem } from '../problem.ts';

type ProfileChange = components['schemas']['ProfileChange'];

function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

/** Throws a 422 problem with one entry a property that is wrong. */
export function checkProfileChange(change: ProfileChange): void {
  const errors: ParameterError[] = [];
  for (const name of ['givenName', 'familyName', 'displayName'] as const) {
    if (change[name]?.trim() === '') errors.push({ parameter: name, detail: 'must not be blank' });
  }
  if (change.locale !== undefined && !isLanguageTag(change.locale)) {
    errors.push({ parameter: 'locale', detail: 'must be a BCP 47 language tag, for example de-DE' });
  }
  if (errors.length === 0) return;
  const detail = errors.map((error) => `${error.parameter} ${error.detail}`).join('; ');
  throw new Problem('VALIDATION_FAILED', `${detail}.`, { errors });
}
