/** Whatever has a global id, found again by it. */
import { FacetError, type ResolverContext } from '@facet/core';
import {
  addressById,
  cartById,
  categoryById,
  orderById,
  paymentById,
  productById,
  profileById,
  publicProfileById,
  reviewById,
} from '@facet/sources';
import type { NodeResolvers, QueryResolvers } from '../generated/resolvers.ts';
import type { NodeMapper, NodeShapes, NodeType } from '../mappers.ts';
import { fromGlobalId } from '../views/global-id.ts';

const maxIds = 100;

const rowByType = {
  Address: addressById,
  Cart: cartById,
  Category: categoryById,
  Order: orderById,
  Payment: paymentById,
  Product: productById,
  PublicProfile: publicProfileById,
  Review: reviewById,
  Viewer: profileById,
} satisfies Record<NodeType, object>;

export const Node: NodeResolvers = {
  __resolveType: (node) => node.__typename,
};

/** Written by hand: which row is asked depends on the id. */
export const nodeQueries: Pick<QueryResolvers, 'node' | 'nodes'> = {
  node: (_, { id }, context) => loadNode(id, context),
  nodes: (_, { ids }, context) => {
    // Not awaited together: one that fails is null alone. The generated type has no room for a promise of null.
    if (ids.length <= maxIds) return ids.map((id) => loadNode(id, context) as Promise<NodeMapper>);
    throw new FacetError('BAD_USER_INPUT', {
      message: `Argument ids takes at most ${maxIds} ids, received ${ids.length}. Split them over several requests.`,
      details: { argument: 'ids', maximum: maxIds },
    });
  },
};

async function loadNode(globalId: string, { loaders }: ResolverContext): Promise<NodeMapper | null> {
  const reference = fromGlobalId(globalId);
  if (reference === null) return null;
  const __typename = reference.type;
  const found = await loaders.load<string, NodeShapes[NodeType], unknown>(rowByType[__typename], reference.id);
  return found === null ? null : ({ ...found, __typename } as NodeMapper);
}
