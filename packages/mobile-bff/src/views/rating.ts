/** What buyers think, in numbers as people read them. */
import type { RatingSummary } from '@facet/sources';
import type { RatingBar } from '../generated/resolvers.ts';
import { toCounted, toCountText } from './count.ts';
import { decimalFormat, type LocaleInput } from './formats.ts';

/** `4.6`; `null` without reviews. */
export function toAverageText(
  { average }: Pick<RatingSummary, 'average'>,
  _args: unknown,
  { locale }: LocaleInput,
): string | null {
  return average === null ? null : decimalFormat(locale).format(average);
}

/** `1,204 reviews`. */
export function toRatingCount(
  { count }: Pick<RatingSummary, 'count'>,
  _args: unknown,
  { locale }: LocaleInput,
): string {
  return toCounted(count, 'reviews', locale);
}

/** The bars of the histogram, five stars first. */
export function toRatingBars(
  { histogram }: Pick<RatingSummary, 'histogram'>,
  _args: unknown,
  { locale }: LocaleInput,
): RatingBar[] {
  const total = histogram.reduce((sum, count) => sum + count, 0);
  const bars = histogram.map((count, index) => ({
    stars: index + 1,
    count: toCountText(count, locale),
    percent: total === 0 ? 0 : Math.round((100 * count) / total),
  }));
  return bars.reverse();
}
