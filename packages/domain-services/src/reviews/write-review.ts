// Writes what a customer might say: how they feel first, then what they noticed, then a last word.
import type { ProductCategory } from '../seeding/master-data.ts';
import type { Random } from '../seeding/random.ts';
import { observations } from './observations.ts';
import { closings, openings, titles } from './phrases.ts';

type Mood = 'glad' | 'mixed' | 'cross';

const toMood = (rating: number): Mood => (rating >= 4 ? 'glad' : rating === 3 ? 'mixed' : 'cross');

/** Praise for what is liked, faults for what is not, and one of each in between. */
function observe(random: Random, category: ProductCategory, rating: number): string[] {
  const { praise, faults } = observations[category];
  if (rating === 5) return random.sample(praise, random.integer(1, 2));
  if (rating === 4)
    return random.chance(0.35)
      ? [random.pick(praise), `Only one thing: ${random.pick(faults)}`]
      : [random.pick(praise)];
  if (rating === 3) return [random.pick(praise), `On the other hand, ${random.pick(faults)}`];
  return rating === 1 && random.chance(0.5) ? random.sample(faults, 2) : [random.pick(faults)];
}

const toSentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

/** A title and a body that fit the rating, 1 to 5, and the category. */
export function writeReview(
  random: Random,
  category: ProductCategory,
  rating: number,
): { title: string; body: string } {
  const mood = toMood(rating);
  const sentences = [random.pick(openings[mood]), ...observe(random, category, rating).map(toSentence)];
  if (random.chance(0.75)) sentences.push(random.pick(closings[mood]));
  return { title: random.pick(titles[rating] ?? titles[3] ?? []), body: sentences.join(' ') };
}
