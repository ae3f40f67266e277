/** Counts as people read them. */
import { integerFormat, type LocaleInput, pluralRules } from './formats.ts';
import { type Countable, phrasesOf } from './phrases.ts';

/** `1,204`. */
export function toCountText(count: number, locale: string): string {
  return integerFormat(locale).format(count);
}

/** `1,204 reviews`, `1 review`, or what is said when there is none. */
export function toCounted(count: number, what: Countable, locale: string): string {
  const forms = phrasesOf(locale)[what];
  if (count === 0) return forms.none;
  const form = pluralRules(locale).select(count) === 'one' ? forms.one : forms.other;
  return form(toCountText(count, locale));
}

/** Reviews of a section. */
export function toReviewsText({ total }: { total: number }, _args: unknown, { locale }: LocaleInput): string {
  return toCounted(total, 'reviews', locale);
}
