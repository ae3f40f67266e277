// What the services know of each other's things before they ever talk: the numbers a company agrees on once.
// Each service makes its demonstration data from these alone, and never looks into another's tables.
import { createRandom } from './random.ts';

/** "Now" of the demonstration data: everything in it is dated before, deliveries after. */
export const seedNow = Date.UTC(2026, 10, 1);
export const dayMs = 86_400_000;

export const accountCount = 500;
export const productsPerCategory = 105;
export const reviewCount = 20_000;

/** The categories that hold products, in the order of the product numbers. */
export const productCategories = [
  'desk-lamps',
  'floor-lamps',
  'armchairs',
  'shelving',
  'rugs',
  'coffee-makers',
  'cookware',
  'knives',
  'tableware',
  'headphones',
  'keyboards',
  'speakers',
  'chargers',
  'tents',
  'backpacks',
  'sleeping-bags',
  'water-bottles',
  'running-shoes',
  'rain-jackets',
  'board-games',
] as const;
export type ProductCategory = (typeof productCategories)[number];

export const productCount = productCategories.length * productsPerCategory;

const numbered = (prefix: string, digits: number) => (number: number) =>
  `${prefix}-${String(number).padStart(digits, '0')}`;

export const toProductId = numbered('prd', 4);
export const toAccountId = numbered('acc', 3);
export const toAddressId = numbered('adr', 4);
export const toReviewId = numbered('rev', 5);

/** Product numbers go round the categories: 1 is the first desk lamp, 2 the first floor lamp. */
export function toProductCategory(productNumber: number): ProductCategory {
  return productCategories[(productNumber - 1) % productCategories.length] as ProductCategory;
}

export interface ProductFacts {
  /** When it came into the shop, in ms since 1970. */
  readonly launchedAt: number;
  /** How much people want it, from 0 to 1; few products are wanted much. */
  readonly demand: number;
}

/** The newest products came in the last three weeks and have hardly been noticed yet. */
export function toProductFacts(productNumber: number): ProductFacts {
  const random = createRandom(`product facts ${productNumber}`);
  const isNew = random.chance(0.04);
  const ageDays = isNew ? 1 + random.next() * 20 : 60 + random.next() * 840;
  const launchedAt = Math.floor((seedNow - ageDays * dayMs) / 1000) * 1000;
  return { launchedAt, demand: isNew ? 0 : 0.04 + 0.96 * random.next() ** 3 };
}

export const numbersTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
