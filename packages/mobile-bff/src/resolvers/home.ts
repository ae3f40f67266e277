/**
 * Wiring of the start screen: each section is a call of its own, and fails alone. Those of products are in step, so that
 * the ratings of all are one call.
 */
import { call, column, from, load } from '@facet/core';
import { categoriesByParentId, searchProducts } from '@facet/sources';
import type { CategorySectionResolvers, CategoryTileResolvers, HomeScreenResolvers } from '../generated/resolvers.ts';
import { toCategoryImageUrl } from '../views/image.ts';

export const HomeScreen: HomeScreenResolvers = {
  categories: load(
    categoriesByParentId,
    () => 'root',
    () => ({ limit: 8 }),
  ),
  offers: call(searchProducts, () => ({ reduced: true, sort: 'popularity' as const, limit: 6 }), { inStep: true }),
  popular: call(searchProducts, () => ({ sort: 'popularity' as const, limit: 8 }), { inStep: true }),
  arrivals: call(searchProducts, () => ({ sort: 'newest' as const, limit: 8 }), { inStep: true }),
};

export const CategorySection: CategorySectionResolvers = { tiles: column('items') };

export const CategoryTile: CategoryTileResolvers = { imageUrl: from(['image'], toCategoryImageUrl) };
