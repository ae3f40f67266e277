/** The screens. */
import { call, from, load } from '@facet/core';
import { cartById, orderById, ownOrders, productById, profileById, searchProducts } from '@facet/sources';
import type { QueryResolvers } from '../generated/resolvers.ts';
import { toEntityId } from '../views/entity-id.ts';
import { toOrdersParams } from '../views/orders-params.ts';
import { toSearchParams } from '../views/search-params.ts';

export const Query: QueryResolvers = {
  homeScreen: from([], () => ({})),
  searchScreen: call(searchProducts, toSearchParams),
  productScreen: load(productById, (_query, { id }) => toEntityId(id)),
  accountScreen: load(profileById, (_query, _args, { principal }) => principal?.account),
  cartScreen: load(cartById, (_query, _args, { principal }) => principal?.account),
  ordersScreen: call(ownOrders, (args, { principal }) => (principal?.account ? toOrdersParams(args) : null)),
  orderScreen: load(orderById, (_query, { id }, { principal }) => (principal?.account ? toEntityId(id) : null)),
};
