/** People: the one who is signed in, and what everybody may see of others. */
import { call, column, from, load } from '@facet/core';
import {
  addressesByAccountId,
  cartById,
  ownOrders,
  profileById,
  type Address as RestAddress,
  updateProfile,
} from '@facet/sources';
import type {
  AddressConnectionResolvers,
  AddressEdgeResolvers,
  AddressResolvers,
  MutationResolvers,
  PublicProfileResolvers,
  QueryResolvers,
  UpdateProfilePayloadResolvers,
  UpdateProfileSuccessResolvers,
  ViewerResolvers,
} from '../generated/resolvers.ts';
import { fromOrderPageArgs, fromParentPageArgs } from '../views/connection.ts';
import { toIdOf } from '../views/global-id.ts';
import { fromUpdateProfileInput } from '../views/viewer.ts';
import { changeOwn } from './change-own.ts';
import { connectionOf, edgeOf } from './connection.ts';
import { payloadOf } from './payload.ts';

export const viewerQueries: Pick<QueryResolvers, 'viewer'> = {
  viewer: load(profileById, (_, __, context) => context.principal?.account),
};

export const viewerMutations: Pick<MutationResolvers, 'updateProfile'> = {
  updateProfile: changeOwn(updateProfile, fromUpdateProfileInput),
};

export const UpdateProfilePayload: UpdateProfilePayloadResolvers = payloadOf('UpdateProfileSuccess', {
  VALIDATION_FAILED: 'ValidationFailed',
});

export const UpdateProfileSuccess: UpdateProfileSuccessResolvers = {
  viewer: column('value'),
};

export const Viewer: ViewerResolvers = {
  id: from(['id'], toIdOf('Viewer')),
  addresses: load(addressesByAccountId, 'id', fromParentPageArgs),
  cart: load(cartById, 'id'),
  orders: call(ownOrders, fromOrderPageArgs),
};

export const PublicProfile: PublicProfileResolvers = {
  id: from(['id'], toIdOf('PublicProfile')),
};

export const Address: AddressResolvers = {
  id: from(['id'], toIdOf('Address')),
};

export const AddressConnection: AddressConnectionResolvers = connectionOf<RestAddress>();

export const AddressEdge: AddressEdgeResolvers = edgeOf<RestAddress>();
