// What products are called and cost now, as the catalog says.
import { type ServiceCaller, ServiceUnavailable } from '../outbound/service-caller.ts';

export interface Price {
  readonly id: string;
  readonly name: string;
  readonly priceAmount: number;
  readonly currency: string;
}

/** By product id; products that the catalog does not have are missing. */
export type Prices = ReadonlyMap<string, Price>;
/** At most 100 ids: one call to the catalog, none for no ids. Throws a 503 problem when it gives no answer. */
export type ReadPrices = (productIds: readonly string[], requestId: string) => Promise<Prices>;

export function createReadPrices(services: ServiceCaller): ReadPrices {
  return async (ids, requestId) => {
    if (ids.length === 0) return new Map();
    const query = { ids, fields: ['id', 'name', 'priceAmount', 'currency'] };
    const asked = { method: 'GET', path: '/v1/products', scope: 'catalog:read', query, requestId } as const;
    const { status, body } = await services.call('catalog', asked);
    if (status !== 200) throw new ServiceUnavailable('catalog', new Error(`listProducts answered ${status}`));
    return new Map((body.items as Price[]).map((price) => [price.id, price]));
  };
}
