/** What a product's tile says beside name and price. */
import type { Product } from '@facet/sources';
import type { Badge } from '../generated/resolvers.ts';
import { type LocaleInput, percentFormat } from './formats.ts';
import { isReduced } from './money.ts';
import { phrasesOf } from './phrases.ts';

type Marks = Pick<Product, 'priceAmount' | 'compareAtAmount' | 'popularity'>;

/** Pieces sold over 30 days that make a bestseller. */
const bestsellerPieces = 400;

/** The strongest mark of a product; `null` for most. */
export function toBadge(product: Marks, _args: unknown, { locale }: LocaleInput): Badge | null {
  const { priceAmount, compareAtAmount, popularity } = product;
  if (isReduced(priceAmount, compareAtAmount)) {
    // Rounded towards zero: a badge never promises more than the price keeps.
    const percent = Math.floor((100 * (compareAtAmount - priceAmount)) / compareAtAmount);
    if (percent > 0) return { kind: 'REDUCED', label: percentFormat(locale).format(-percent / 100) };
  }
  return popularity >= bestsellerPieces ? { kind: 'BESTSELLER', label: phrasesOf(locale).bestseller } : null;
}
