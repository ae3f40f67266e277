/** Wiring of the start screen: each section is a call of its own, and fails alone. */
import { call, from, load } from '@facet/core';
import { categoriesByParentId, searchProducts } from '@facet/sources';
import type { CategorySectionResolvers, CategoryTileResolvers, HomeScreenResolvers } from '../generated/resolvers.ts';
import { toCategoryImageUrl } from '../views/image.ts';
import { inStep } from './in-step.ts';

export const HomeScreen: HomeScreenResolvers = {
  categories: load(
    categoriesByParentId,
    () => 'root',
    () => ({ limit: 8 }),
  ),
  offers: inStep(call(searchProducts, () => ({ reduced: true, sort: 'popularity' as const, limit: 6 }))),
  popular: inStep(call(searchProducts, () => ({ sort: 'popularity' as const, limit: 8 }))),
  arrivals: inStep(call(searchProducts, () => ({ sort: 'newest' as const, limit: 8 }))),
};

export const CategorySection: CategorySectionResolvers = { tiles: from(['items'], ({ items }) => items) };

export const CategoryTile: CategoryTileResolvers = { imageUrl: from(['image'], toCategoryImageUrl) };
