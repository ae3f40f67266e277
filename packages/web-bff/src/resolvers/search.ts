/** Browsing and searching the catalog. */
import { call, from } from '@facet/core';
import { type Product, searchProducts } from '@facet/sources';
import type { ProductSearchConnectionResolvers, QueryResolvers } from '../generated/resolvers.ts';
import { fromBrowseArgs, fromSearchArgs, toFacets } from '../views/search.ts';
import { connectionOf } from './connection.ts';

export const searchQueries: Pick<QueryResolvers, 'browse' | 'search'> = {
  browse: call(searchProducts, fromBrowseArgs),
  search: call(searchProducts, fromSearchArgs),
};

export const ProductSearchConnection: ProductSearchConnectionResolvers = {
  ...connectionOf<Product>(),
  facets: from(['facets'], toFacets),
};
