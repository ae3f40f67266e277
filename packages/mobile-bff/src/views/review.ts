/** A review as its card shows it, and what became of a new one. */
import type { Review } from '@facet/sources';
import type { ReviewOutcome } from '../generated/resolvers.ts';
import { toDateText } from './date.ts';
import type { LocaleInput } from './formats.ts';
import { phrasesOf } from './phrases.ts';
import { type Refusable, toOutcome } from './told.ts';

/** When it was written. */
export function toReviewDate(
  { createdAt }: Pick<Review, 'createdAt'>,
  _args: unknown,
  { locale }: LocaleInput,
): string {
  return toDateText(createdAt, locale);
}

export function toReviewOutcome(told: Refusable): ReviewOutcome {
  return toOutcome<ReviewOutcome>(told, 'WRITTEN', { CONFLICT: 'ALREADY_WRITTEN', VALIDATION_FAILED: 'INVALID' });
}

export function toReviewMessage(told: Refusable, _args: unknown, { locale }: LocaleInput): string {
  return phrasesOf(locale).review[toReviewOutcome(told)];
}
