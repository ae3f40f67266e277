/** Whether a product can be ordered, in a few words. */
import type { Stock } from '@facet/sources';
import type { StockStatus } from '../generated/resolvers.ts';
import { toCountText } from './count.ts';
import { toDateText } from './date.ts';
import type { LocaleInput } from './formats.ts';
import { phrasesOf } from './phrases.ts';

type Shown = Pick<Stock, 'status' | 'available' | 'restockAt'>;

const statuses: Readonly<Record<Stock['status'], StockStatus>> = {
  inStock: 'IN_STOCK',
  lowStock: 'LOW_STOCK',
  outOfStock: 'OUT_OF_STOCK',
};

export function toStockStatus({ status }: Pick<Stock, 'status'>): StockStatus {
  return statuses[status];
}

/** `In stock`, `Only 3 left`, `Back on 12 Mar 2026` or `Sold out`. */
export function toStockLabel({ status, available, restockAt }: Shown, _args: unknown, { locale }: LocaleInput): string {
  const phrases = phrasesOf(locale);
  if (status === 'inStock') return phrases.inStock;
  if (status === 'lowStock') return phrases.onlyLeft(toCountText(available, locale));
  return restockAt === null ? phrases.soldOut : phrases.backOn(toDateText(restockAt, locale));
}
