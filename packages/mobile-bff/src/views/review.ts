/** A review as its card shows it. */
import type { Review } from '@facet/sources';
import { toDateText } from './date.ts';
import type { LocaleInput } from './formats.ts';

/** When it was written. */
export function toReviewDate(
  { createdAt }: Pick<Review, 'createdAt'>,
  _args: unknown,
  { locale }: LocaleInput,
): string {
  return toDateText(createdAt, locale);
}
