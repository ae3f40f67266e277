/** Stock of products. */
import { from } from '@facet/core';
import type { StockResolvers } from '../generated/resolvers.ts';
import { toStockStatus } from '../views/stock.ts';

export const Stock: StockResolvers = {
  status: from(['status'], toStockStatus),
};
