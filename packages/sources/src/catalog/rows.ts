/** How the catalog answers many keys at once. */
import { row } from '@facet/core/data';
import { catalog } from '../generated/catalog-operations.ts';

export const productById = row(catalog.listProducts, { keys: 'ids', matchBy: 'id', audience: 'public' });

export const relatedProductsByProductId = row(catalog.listRelatedProducts, {
  keys: 'productIds',
  groupBy: 'parentId',
  audience: 'public',
});

export const categoryById = row(catalog.listCategories, { keys: 'ids', matchBy: 'id', audience: 'public' });

/** Children of a category; the key `root` stands for the top of the tree. */
export const categoriesByParentId = row(catalog.listCategories, {
  keys: 'parentIds',
  groupBy: 'parentId',
  audience: 'public',
});

/** Products that match, with facets. */
export const searchProducts = row(catalog.searchProducts, { audience: 'public' });
