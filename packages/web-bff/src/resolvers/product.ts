/** Products, with what other services know about them. */
import { from, load } from '@facet/core';
import {
  categoryById,
  productById,
  type Product as RestProduct,
  ratingSummaryByProductId,
  relatedProductsByProductId,
  reviewsByProductId,
  stockByProductId,
} from '@facet/sources';
import type {
  ProductConnectionResolvers,
  ProductEdgeResolvers,
  ProductResolvers,
  QueryResolvers,
} from '../generated/resolvers.ts';
import { fromParentPageArgs } from '../views/connection.ts';
import { fromGlobalIdOf, toIdOf } from '../views/global-id.ts';
import { toCompareAtPrice, toPrice } from '../views/money.ts';
import { toMainImage } from '../views/product.ts';
import { connectionOf, edgeOf } from './connection.ts';

export const productQueries: Pick<QueryResolvers, 'product'> = {
  product: load(productById, (_, { id }) => fromGlobalIdOf('Product', id, 'id')),
};

export const Product: ProductResolvers = {
  id: from(['id'], toIdOf('Product')),
  category: load(categoryById, 'categoryId'),
  price: from(['priceAmount', 'currency'], toPrice),
  compareAtPrice: from(['compareAtAmount', 'currency'], toCompareAtPrice),
  image: from(['images'], toMainImage),
  stock: load(stockByProductId, 'id'),
  ratingSummary: load(ratingSummaryByProductId, 'id'),
  reviews: load(reviewsByProductId, 'id', fromParentPageArgs),
  related: load(relatedProductsByProductId, 'id', fromParentPageArgs),
};

export const ProductConnection: ProductConnectionResolvers = connectionOf<RestProduct>();

export const ProductEdge: ProductEdgeResolvers = edgeOf<RestProduct>();
