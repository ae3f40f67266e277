/** Rows and levels as loaders are asked for them. */
import type { AskedLevel } from '../loaders/loaders.ts';
import type { Row } from '../loaders/row.ts';

export function rowOf(operationId: string, given: Partial<Row> & { readonly method?: 'GET' | 'POST' } = {}): Row {
  const { method = 'GET', ...others } = given;
  return {
    operation: { service: `${operationId}-service`, operationId, method, path: '/', parameters: {} },
    keys: 'ids',
    match: { by: 'item', column: 'id' },
    items: '/items',
    itemsPath: ['items'],
    audience: 'public',
    takesList: true,
    maxKeys: 50,
    ...others,
  };
}

export function levelOf(row: Row, keys: readonly string[], given: Partial<AskedLevel> = {}): AskedLevel {
  return { row, keys, params: {}, columns: undefined, ...given };
}
