/** Reviews: new ones as the service takes them, and a histogram whose entries say what they count. */
import type { RatingSummary } from '@facet/sources';
import type { WriteReviewInput } from '../generated/resolvers.ts';
import { fromGlobalIdOf } from './global-id.ts';

export function fromWriteReviewInput({ productId, rating, title, body }: WriteReviewInput) {
  return {
    body: {
      productId: fromGlobalIdOf('Product', productId, 'input.productId'),
      rating,
      title: title.toWellFormed(),
      body: body.toWellFormed(),
    },
  };
}

export function toHistogram({ histogram }: Pick<RatingSummary, 'histogram'>) {
  return histogram.map((count, index) => ({ stars: index + 1, count }));
}
