// Fills the shop with opinions: many of what is wanted, few of the rest, none yet of what is new.
import type { Kysely } from 'kysely';
import { insertRows } from '../database/insert-rows.ts';
import {
  accountCount,
  dayMs,
  numbersTo,
  productCount,
  reviewCount,
  seedNow,
  toAccountId,
  toProductCategory,
  toProductFacts,
  toProductId,
  toReviewId,
} from '../seeding/master-data.ts';
import { createRandom, type Random } from '../seeding/random.ts';
import type { RatingSummaryRow, ReviewRow, ReviewsTables } from './tables.ts';
import { writeReview } from './write-review.ts';

// Steps that visit every account before they meet one again: none shares a factor with 500.
const accountSteps = [3, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43];
const maxPerProduct = 90;

/** How many reviews each product has; they add up to `reviewCount`. */
function toCounts(): number[] {
  const demands = numbersTo(productCount).map((number) => toProductFacts(number).demand);
  const share = reviewCount / demands.reduce((sum, demand) => sum + demand, 0);
  const counts = demands.map((demand) => Math.min(maxPerProduct, Math.floor(demand * share)));
  const wanted = counts.flatMap((count, index) => (count > 0 && count < maxPerProduct ? [index] : []));
  let missing = reviewCount - counts.reduce((sum, count) => sum + count, 0);
  for (let turn = 0; missing > 0; turn += 1, missing -= 1) {
    const index = wanted[turn % wanted.length] as number;
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}

/** Most people are content; how content depends on the product. */
function toRating(random: Random, quality: number): number {
  const felt = quality + (random.next() + random.next() + random.next() - 1.5) * 2.4;
  return Math.max(1, Math.min(5, Math.round(felt)));
}

function toProductReviews(productNumber: number, count: number): Omit<ReviewRow, 'id'>[] {
  const random = createRandom(`reviews ${productNumber}`);
  const { launchedAt } = toProductFacts(productNumber);
  const quality = 3.5 + random.next() * 1.4;
  const [start, step] = [random.integer(0, accountCount - 1), random.pick(accountSteps)];
  return numbersTo(count).map((turn) => {
    const rating = toRating(random, quality);
    const writtenAt = launchedAt + 5 * dayMs + random.next() * (seedNow - launchedAt - 6 * dayMs);
    return {
      product_id: toProductId(productNumber),
      account_id: toAccountId(((start + turn * step) % accountCount) + 1),
      rating,
      ...writeReview(random, toProductCategory(productNumber), rating),
      helpful_count: Math.floor(random.next() ** 4 * 40),
      verified_purchase: random.chance(0.86) ? 1 : 0,
      created_at: new Date(Math.floor(writtenAt / 1000) * 1000).toISOString(),
    };
  });
}

function toSummaries(reviews: readonly Pick<ReviewRow, 'product_id' | 'rating'>[]): RatingSummaryRow[] {
  const reviewsByProduct = Map.groupBy(reviews, (review) => review.product_id);
  return numbersTo(productCount).map((number) => {
    const productId = toProductId(number);
    const ratings = (reviewsByProduct.get(productId) ?? []).map(({ rating }) => rating);
    const countOf = (stars: number) => ratings.filter((rating) => rating === stars).length;
    return {
      product_id: productId,
      review_count: ratings.length,
      rating_sum: ratings.reduce((sum, rating) => sum + rating, 0),
      stars_1: countOf(1),
      stars_2: countOf(2),
      stars_3: countOf(3),
      stars_4: countOf(4),
      stars_5: countOf(5),
    };
  });
}

/** The same rows on every machine; reviews are numbered in the order they were written. */
export async function seedReviews(db: Kysely<ReviewsTables>): Promise<void> {
  const written = toCounts().flatMap((count, index) => toProductReviews(index + 1, count));
  const inOrder = written.sort((a, b) => (a.created_at < b.created_at ? -1 : a.created_at > b.created_at ? 1 : 0));
  const reviews = inOrder.map((review, index) => ({ id: toReviewId(index + 1), ...review }));
  await insertRows(db, 'reviews', reviews);
  await insertRows(db, 'rating_summaries', toSummaries(reviews));
}
