/** Finds the items in an answer that the parameter `fields` keeps properties of. */
import type { Call } from './list-calls.ts';
import { follow, type OpenApiDocument, type Schema } from './openapi.ts';

/** Envelopes in envelopes: groups of pages are two. */
const maxEnvelopes = 3;

/**
 * JSON Pointers (RFC 6901) to objects, or lists of them, that have all of these properties, outermost first; lists on
 * the way take no part of the pointer: `/groups/items` are the items of every group.
 */
export function listItemsPlaces(document: OpenApiDocument, call: Call, names: readonly string[]): string[] {
  const { responses = {} } = call.operation;
  const answer = responses['200'] ?? responses['201'];
  const schema = answer && follow(document, answer).content?.['application/json']?.schema;
  const places = new Set<string>();
  /** What was looked at, by pointer: schemas may lead back to themselves. */
  const seen = new Map<string, Set<Schema>>();
  if (schema !== undefined) look(schema, '', 0);
  return [...places];

  function look(given: Schema, pointer: string, envelopes: number): void {
    const schema = follow(document, given);
    const seenHere = seen.get(pointer) ?? new Set<Schema>();
    if (envelopes > maxEnvelopes || seenHere.has(schema)) return;
    seen.set(pointer, seenHere.add(schema));
    for (const one of [...alternativesOf(schema), ...(schema.items ? [schema.items] : [])]) {
      look(one, pointer, envelopes);
    }
    const properties = propertiesOf(document, schema);
    if (names.every((name) => Object.hasOwn(properties, name))) {
      places.add(pointer);
      return;
    }
    for (const [name, property] of Object.entries(properties)) {
      look(property, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, envelopes + 1);
    }
  }
}

/** Its own and those of what it is made of. */
function propertiesOf(
  document: OpenApiDocument,
  schema: Schema,
  above: readonly Schema[] = [],
): Readonly<Record<string, Schema>> {
  if (above.includes(schema)) return {};
  const parts = (schema.allOf ?? []).map((part) => propertiesOf(document, follow(document, part), [...above, schema]));
  return Object.assign({}, ...parts, schema.properties);
}

function alternativesOf({ oneOf, anyOf }: Schema): readonly Schema[] {
  return [oneOf, anyOf].flatMap((list) => (Array.isArray(list) ? (list as Schema[]) : []));
}
