/** Categories and the tree they make. */
import { from, load, type ResolverContext } from '@facet/core';
import { categoriesByParentId, categoryById, type Category as RestCategory, searchProducts } from '@facet/sources';
import type { CategoryResolvers, QueryResolvers } from '../generated/resolvers.ts';
import { fromParentPageArgs, maxPagePerParent } from '../views/connection.ts';
import { fromGlobalIdOf, toIdOf } from '../views/global-id.ts';

/** What the catalog takes for the parent of the categories at the top. */
const root = 'root';

export const categoryQueries: Pick<QueryResolvers, 'categories' | 'category'> = {
  categories: (_, __, context) => loadChildren(root, context),
  category: load(categoryById, (_, { id }) => fromGlobalIdOf('Category', id, 'id')),
};

export const Category: CategoryResolvers = {
  id: from(['id'], toIdOf('Category')),
  parent: load(categoryById, 'parentId'),
  children: (category, _, context) => loadChildren(category.id, context),
  // Written by hand: a search finds products in any of several categories, it has no groups by category.
  products: (category, args, { loaders }) =>
    loaders.call(searchProducts, {
      categoryIds: [category.id],
      sort: 'popularity',
      ...fromParentPageArgs(args),
    }),
};

/** All children, whose number has no bound of its own: pages until the last, the first of all parents in one call. */
async function loadChildren(parentId: string, { loaders }: ResolverContext): Promise<RestCategory[]> {
  const children: RestCategory[] = [];
  let after: string | null | undefined;
  do {
    const page = await loaders.load(categoriesByParentId, parentId, { limit: maxPagePerParent, after });
    children.push(...(page?.items ?? []));
    after = page?.next;
  } while (after !== null && after !== undefined);
  return children;
}
