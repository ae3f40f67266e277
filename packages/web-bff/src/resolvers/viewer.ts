/** People: the one who is signed in, and what everybody may see of others. */
import { from, load } from '@facet/core';
import { addressesByAccountId, profileById, type Address as RestAddress } from '@facet/sources';
import type {
  AddressConnectionResolvers,
  AddressResolvers,
  PublicProfileResolvers,
  QueryResolvers,
  ViewerResolvers,
} from '../generated/resolvers.ts';
import { fromParentPageArgs } from '../views/connection.ts';
import { toIdOf } from '../views/global-id.ts';
import { connectionOf } from './connection.ts';

export const viewerQueries: Pick<QueryResolvers, 'viewer'> = {
  viewer: load(profileById, (_, __, context) => context.principal?.account),
};

export const Viewer: ViewerResolvers = {
  id: from(['id'], toIdOf('Viewer')),
  addresses: load(addressesByAccountId, (viewer) => viewer.id, fromParentPageArgs),
};

export const PublicProfile: PublicProfileResolvers = {
  id: from(['id'], toIdOf('PublicProfile')),
};

export const Address: AddressResolvers = {
  id: from(['id'], toIdOf('Address')),
};

export const AddressConnection: AddressConnectionResolvers = connectionOf<RestAddress>();
