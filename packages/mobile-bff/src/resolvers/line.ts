/** Wiring of lines, in the cart and in orders. */
import { from, load } from '@facet/core';
import { productById } from '@facet/sources';
import type { ItemLineResolvers } from '../generated/resolvers.ts';
import { toLinePrice, toUnitPrice } from '../views/line.ts';

export const ItemLine: ItemLineResolvers = {
  unitPrice: from(['unitAmount', 'currency'], toUnitPrice, { reads: ['locale'] }),
  linePrice: from(['lineAmount', 'currency'], toLinePrice, { reads: ['locale'] }),
  product: load(productById, 'productId'),
};
