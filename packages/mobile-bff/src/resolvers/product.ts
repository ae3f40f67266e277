/** Wiring of the product screen. */
import { column, from, load } from '@facet/core';
import {
  ratingSummaryByProductId,
  relatedProductsByProductId,
  reviewsByProductId,
  stockByProductId,
} from '@facet/sources';
import type { GalleryImageResolvers, ProductScreenResolvers, StockResolvers } from '../generated/resolvers.ts';
import { toSizedUrl } from '../views/image.ts';
import { toOldPriceText, toPriceText } from '../views/money.ts';
import { toStockLabel, toStockStatus } from '../views/stock.ts';
import { toBadge } from '../views/tile.ts';

export const ProductScreen: ProductScreenResolvers = {
  title: column('name'),
  price: from(['priceAmount', 'currency'], toPriceText, { reads: ['locale'] }),
  oldPrice: from(['priceAmount', 'compareAtAmount', 'currency'], toOldPriceText, { reads: ['locale'] }),
  badge: from(['priceAmount', 'compareAtAmount', 'popularity'], toBadge, { reads: ['locale'] }),
  gallery: column('images'),
  stock: load(stockByProductId, 'id'),
  rating: load(ratingSummaryByProductId, 'id'),
  reviews: load(reviewsByProductId, 'id', () => ({ limit: 3 })),
  related: load(relatedProductsByProductId, 'id', () => ({ limit: 6 })),
};

export const GalleryImage: GalleryImageResolvers = { url: from(['url'], toSizedUrl) };

export const Stock: StockResolvers = {
  status: from(['status'], toStockStatus),
  label: from(['status', 'available', 'restockAt'], toStockLabel, { reads: ['locale'] }),
};
