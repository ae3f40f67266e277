/** What a row takes from its operation's description, read once when the row is made. */
import type { Operation } from '../client/operation.ts';
import type { Match, RowFields, RowPost } from './row.ts';

/** Reference tokens of a JSON Pointer (RFC 6901). */
export function toPath(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

const itemsByConvention = ['/items', '/groups/items'];

/** `undefined` where the parameter is about something else than what `items` points to, or about more than that. */
export function toRowFields(operation: Operation, match: Match, items: string): RowFields | undefined {
  const { fields: parameter, fieldsAt = itemsByConvention } = operation;
  if (parameter === undefined) return undefined;
  const path = toPath(items);
  const inside = fieldsAt.map(toPath).filter((each) => path.every((name, index) => each[index] === name));
  // Further down are answers of another form: the groups of an operation that has pages, too.
  const [itemsPath, ...others] = inside.filter((each) => each.length <= path.length + 1);
  if (itemsPath === undefined || others.length > 0) return undefined;
  const itemsColumn = itemsPath[path.length];
  const { maxItems = Number.POSITIVE_INFINITY, values } = operation.parameters[parameter]?.list ?? {};
  return {
    parameter,
    always: match.by === 'item' || match.by === 'items' ? [match.column] : [],
    maxItems,
    ...(itemsColumn === undefined ? {} : { itemsColumn }),
    ...(values === undefined ? {} : { values }),
  };
}

export function toRowPost(operation: Operation, keys: string): RowPost | undefined {
  const list = operation.postVariant?.lists[keys];
  if (operation.postVariant === undefined || list === undefined) return undefined;
  const { operationId, path } = operation.postVariant;
  const parameters = Object.entries(operation.parameters).filter(([, parameter]) => parameter.in !== 'query');
  return {
    operation: {
      service: operation.service,
      operationId,
      method: 'POST',
      path,
      parameters: Object.fromEntries(parameters),
      ...(operation.scopes && { scopes: operation.scopes }),
    },
    maxKeys: list.maxItems ?? Number.POSITIVE_INFINITY,
  };
}
