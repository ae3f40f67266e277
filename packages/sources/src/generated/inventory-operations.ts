// Generated from schemas/services/inventory.yaml by pnpm codegen. Do not edit.

import { operation } from '@facet/core/data';
import type { components, operations } from './inventory.ts';

export type Stock = components['schemas']['Stock'];

export const inventory = {
  /** Stock by product; `ids` are product ids. */
  listStock: operation<operations['listStock']>({
    service: 'inventory',
    operationId: 'listStock',
    method: 'GET',
    path: '/v1/stock',
    parameters: {
      ids: { in: 'query', style: 'form', explode: false, list: { maxItems: 100 } },
      fields: { in: 'query', style: 'form', explode: false, list: { maxItems: 50 } },
      limit: { in: 'query', style: 'form', explode: true },
      after: { in: 'query', style: 'form', explode: true },
    },
    fields: 'fields',
  }),
};
