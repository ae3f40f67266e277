// Generated from schemas/services/accounts.yaml by pnpm codegen. Do not edit.

import { operation } from '@facet/core/data';
import type { components, operations } from './accounts.ts';

export type PublicProfile = components['schemas']['PublicProfile'];
export type Profile = components['schemas']['Profile'];
export type Address = components['schemas']['Address'];
export type ProfileChange = components['schemas']['ProfileChange'];

export const accounts = {
  /** What everybody may see of a person. */
  listPublicProfiles: operation<operations['listPublicProfiles']>({
    service: 'accounts',
    operationId: 'listPublicProfiles',
    method: 'GET',
    path: '/v1/public-profiles',
    parameters: {
      ids: { in: 'query', style: 'form', explode: false, list: { maxItems: 100 } },
      fields: {
        in: 'query',
        style: 'form',
        explode: false,
        list: { maxItems: 50, values: ['id', 'displayName', 'memberSince'] },
      },
      limit: { in: 'query', style: 'form', explode: true },
      after: { in: 'query', style: 'form', explode: true },
    },
    fields: 'fields',
    fieldsAt: ['/items'],
    scopes: ['profiles:read'],
  }),
  /** The caller's own profile; the profiles of others are left out. */
  listProfiles: operation<operations['listProfiles']>({
    service: 'accounts',
    operationId: 'listProfiles',
    method: 'GET',
    path: '/v1/profiles',
    parameters: {
      ids: { in: 'query', style: 'form', explode: false, list: { maxItems: 100 } },
      fields: {
        in: 'query',
        style: 'form',
        explode: false,
        list: {
          maxItems: 50,
          values: ['id', 'email', 'givenName', 'familyName', 'displayName', 'locale', 'phone', 'memberSince'],
        },
      },
      limit: { in: 'query', style: 'form', explode: true },
      after: { in: 'query', style: 'form', explode: true },
    },
    fields: 'fields',
    fieldsAt: ['/items'],
    scopes: ['accounts:read'],
  }),
  /** Changes the caller's own profile; what is left out stays. */
  updateProfile: operation<operations['updateProfile']>({
    service: 'accounts',
    operationId: 'updateProfile',
    method: 'PATCH',
    path: '/v1/profiles/{profileId}',
    parameters: { profileId: { in: 'path', style: 'simple', explode: false, required: true } },
    scopes: ['accounts:write'],
  }),
  /**
   * The caller's own addresses, by id or as groups by account; those of others are left out.
   * Give `ids` or `accountIds`, not both. The service orders may act for a person.
   */
  listAddresses: operation<operations['listAddresses']>({
    service: 'accounts',
    operationId: 'listAddresses',
    method: 'GET',
    path: '/v1/addresses',
    parameters: {
      ids: { in: 'query', style: 'form', explode: false, list: { maxItems: 100 } },
      accountIds: { in: 'query', style: 'form', explode: false, list: { maxItems: 100 } },
      fields: {
        in: 'query',
        style: 'form',
        explode: false,
        list: {
          maxItems: 50,
          values: ['id', 'accountId', 'label', 'recipient', 'street', 'postalCode', 'city', 'country', 'isDefault'],
        },
      },
      limit: { in: 'query', style: 'form', explode: true },
      after: { in: 'query', style: 'form', explode: true },
      'Facet-Subject': { in: 'header', style: 'simple', explode: false },
    },
    fields: 'fields',
    fieldsAt: ['/items', '/groups/items'],
    scopes: ['accounts:read'],
  }),
};
