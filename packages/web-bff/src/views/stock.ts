/** Stock: the services' words for it in those of the schema. */
import type { Stock } from '@facet/sources';

const statuses = { inStock: 'IN_STOCK', lowStock: 'LOW_STOCK', outOfStock: 'OUT_OF_STOCK' } as const;

export function toStockStatus({ status }: Pick<Stock, 'status'>) {
  return statuses[status];
}
