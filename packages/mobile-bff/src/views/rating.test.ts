import { describe, expect, it } from '@jest/globals';
import { toAverageText, toRatingBars, toRatingCount } from './rating.ts';

const english = { locale: 'en-GB' };

describe('rating', () => {
  it('shows the mean with one decimal', () => {
    expect(toAverageText({ average: 4.6 }, {}, english)).toBe('4.6');
    expect(toAverageText({ average: 4 }, {}, { locale: 'de-DE' })).toBe('4,0');
    expect(toAverageText({ average: null }, {}, english)).toBeNull();
  });

  it.each([
    [0, 'en-GB', 'No reviews yet'],
    [1, 'en-GB', '1 review'],
    [1_204, 'en-GB', '1,204 reviews'],
    [1_204, 'de-DE', '1.204 Bewertungen'],
    [1, 'es-ES', '1 reseña'],
    [2, 'fr-FR', '2 avis'],
    [2, 'ja-JP', '2 reviews'],
  ])('counts %s reviews for %s', (count, locale, text) => {
    expect(toRatingCount({ count }, {}, { locale })).toBe(text);
  });

  it('draws bars from five stars down', () => {
    expect(toRatingBars({ histogram: [1, 0, 0, 1, 6] }, {}, english)).toEqual([
      { stars: 5, count: '6', percent: 75 },
      { stars: 4, count: '1', percent: 13 },
      { stars: 3, count: '0', percent: 0 },
      { stars: 2, count: '0', percent: 0 },
      { stars: 1, count: '1', percent: 13 },
    ]);
    expect(toRatingBars({ histogram: [0, 0, 0, 0, 0] }, {}, english)[0]).toEqual({ stars: 5, count: '0', percent: 0 });
  });
});
