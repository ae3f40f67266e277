/** The screens. */
import { call, from, load } from '@facet/core';
import { productById, profileById, searchProducts } from '@facet/sources';
import type { QueryResolvers } from '../generated/resolvers.ts';
import { toEntityId } from '../views/entity-id.ts';
import { toSearchParams } from '../views/search-params.ts';

export const Query: QueryResolvers = {
  homeScreen: from([], () => ({})),
  searchScreen: call(searchProducts, toSearchParams),
  productScreen: load(productById, (_query, { id }) => toEntityId(id)),
  accountScreen: load(profileById, (_query, _args, { principal }) => principal?.account),
};
