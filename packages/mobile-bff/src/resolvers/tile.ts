/** Wiring of strips of products. */
import { column, from, load } from '@facet/core';
import { ratingSummaryByProductId } from '@facet/sources';
import type { ProductSectionResolvers, ProductTileResolvers } from '../generated/resolvers.ts';
import { toMainImageUrl } from '../views/image.ts';
import { toOldPriceText, toPriceText } from '../views/money.ts';
import { toBadge } from '../views/tile.ts';

export const ProductSection: ProductSectionResolvers = { tiles: column('items') };

export const ProductTile: ProductTileResolvers = {
  price: from(['priceAmount', 'currency'], toPriceText, { reads: ['locale'] }),
  oldPrice: from(['priceAmount', 'compareAtAmount', 'currency'], toOldPriceText, { reads: ['locale'] }),
  imageUrl: from(['images'], toMainImageUrl),
  rating: load(ratingSummaryByProductId, 'id'),
  badge: from(['priceAmount', 'compareAtAmount', 'popularity'], toBadge, { reads: ['locale'] }),
};
