/** The catalog service by its contract: products, categories, search. */
import { type Call, createServiceClient } from '@facet/core/data';
import { catalog } from '../generated/catalog-operations.ts';

export function createCatalogClient(call: Call) {
  return createServiceClient(catalog, call);
}
