import { describe, expect, it } from '@jest/globals';
import { listItemsPlaces } from './items-places.ts';
import type { Call } from './list-calls.ts';
import type { OpenApiDocument, Schema } from './openapi.ts';

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const listOf = (items: Schema): Schema => ({ type: 'array', items });
const objectOf = (properties: Record<string, Schema>): Schema => ({ type: 'object', properties });
const schemas: Record<string, Schema> = {
  Thing: objectOf({ id: {}, name: {}, url: {} }),
  Made: { allOf: [objectOf({ id: {} }), { allOf: [objectOf({ name: {} })] }] },
  Page: objectOf({ items: listOf(ref('Thing')), next: {} }),
  Groups: objectOf({ groups: listOf(ref('Page')) }),
  Tree: objectOf({ id: {}, below: listOf(ref('Tree')) }),
  Self: { oneOf: [ref('Self'), ref('Page')], allOf: [ref('Self')] },
};
const document: OpenApiDocument = { openapi: '3.1.0', components: { schemas } };

function placesIn(schema: Schema): string[] {
  const content = { 'application/json': { schema } };
  return listItemsPlaces(document, { operation: { responses: { 200: { content } } } } as unknown as Call, [
    'id',
    'name',
  ]);
}

describe('listItemsPlaces', () => {
  it.each<[string, Schema, string[]]>([
    ['the answer itself', ref('Thing'), ['']],
    ['a list', listOf(ref('Thing')), ['']],
    ['what an entity is made of', ref('Made'), ['']],
    ['a page', ref('Page'), ['/items']],
    ['a page or groups of pages', { oneOf: [ref('Page'), ref('Groups')] }, ['/items', '/groups/items']],
    ['an envelope with a name that a pointer escapes', objectOf({ 'a/b~c': ref('Thing') }), ['/a~1b~0c']],
    ['two lists', objectOf({ data: ref('Thing'), related: listOf(ref('Thing')) }), ['/data', '/related']],
  ])('finds %s', (_what, schema, places) => {
    expect(placesIn(schema)).toEqual(places);
  });

  it.each<[string, Schema]>([
    ['anything', {}],
    ['something else that leads back to itself', ref('Tree')],
  ])('finds nothing in %s', (_what, schema) => {
    expect(placesIn(schema)).toEqual([]);
  });

  it('ends where a schema is made of itself', () => {
    expect(placesIn(ref('Self'))).toEqual(['/items']);
  });
});
