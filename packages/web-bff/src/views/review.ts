/** Ratings: a histogram whose entries say what they count. */
import type { RatingSummary } from '@facet/sources';

export function toHistogram({ histogram }: Pick<RatingSummary, 'histogram'>) {
  return histogram.map((count, index) => ({ stars: index + 1, count }));
}
