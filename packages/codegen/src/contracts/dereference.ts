/** Puts what references stand for in their place, for validators that see one schema at a time. */
import { follow, type OpenApiDocument, type Schema } from './openapi.ts';

/** The schema without `$ref`; where it contains itself, the inner one allows anything. */
export function dereference(document: OpenApiDocument, schema: Schema): Schema {
  return replace(document, schema, []) as Schema;
}

function replace(document: OpenApiDocument, node: unknown, parents: readonly unknown[]): unknown {
  if (Array.isArray(node)) return node.map((item) => replace(document, item, parents));
  if (typeof node !== 'object' || node === null) return node;
  const { $ref: reference, ...siblings } = node as Schema;
  // OpenAPI 3.1 reads keywords beside `$ref` together with it (JSON Schema 2020-12, 8.2.3.1).
  const target = typeof reference === 'string' ? { ...follow(document, { $ref: reference }), ...siblings } : node;
  const identity = typeof reference === 'string' ? reference : node;
  if (parents.includes(identity)) return {};
  const entries = Object.entries(target).map(([key, value]) => [key, replace(document, value, [...parents, identity])]);
  return Object.fromEntries(entries);
}
