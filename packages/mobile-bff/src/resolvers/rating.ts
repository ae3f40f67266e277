/** Wiring of ratings. */
import { from } from '@facet/core';
import type { RatingResolvers } from '../generated/resolvers.ts';
import { toAverageText, toRatingBars, toRatingCount } from '../views/rating.ts';

export const Rating: RatingResolvers = {
  average: from(['average'], toAverageText, { reads: ['locale'] }),
  count: from(['count'], toRatingCount, { reads: ['locale'] }),
  bars: from(['histogram'], toRatingBars, { reads: ['locale'] }),
};
