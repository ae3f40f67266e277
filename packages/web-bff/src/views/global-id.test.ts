import { describe, expect, it } from '@jest/globals';
import { fromGlobalId, fromGlobalIdOf, toGlobalId, toIdOf } from './global-id.ts';

const encoded = (text: string) => Buffer.from(text).toString('base64url');

describe('global ids', () => {
  it('are base64url of type and id', () => {
    expect(toGlobalId('Product', 'prd-0001')).toBe(encoded('Product:prd-0001'));
    expect(toIdOf('Review')({ id: 'rev-00001' })).toBe(encoded('Review:rev-00001'));
  });

  it('lead back to type and id', () => {
    expect(fromGlobalId(toGlobalId('Category', 'cat-lamps'))).toEqual({ type: 'Category', id: 'cat-lamps' });
  });

  it.each([
    ['nothing', ''],
    ['plain text', 'prd-0001'],
    ['noise', '???'],
    ['no type', encoded(':prd-0001')],
    ['no colon', encoded('Product')],
    ['no id', encoded('Product:')],
    ['a type that is no node', encoded('Money:prd-0001')],
    ['a name that every object has', encoded('constructor:prd-0001')],
    ['two ids', encoded('Product:prd-0001,prd-0002')],
    ['an id with blanks', encoded('Product:prd 1')],
    ['an id of 65 characters', encoded(`Product:${'a'.repeat(65)}`)],
    ['very long text', 'a'.repeat(100_000)],
  ])('are not made of %s', (_what, text) => {
    expect(fromGlobalId(text)).toBeNull();
  });
});

describe('fromGlobalIdOf', () => {
  it('gives the id of the wanted type', () => {
    expect(fromGlobalIdOf('Product', toGlobalId('Product', 'prd-0001'), 'id')).toBe('prd-0001');
  });

  it('says what kind of id is wanted', () => {
    expect(() => fromGlobalIdOf('Category', toGlobalId('Product', 'prd-0001'), 'categoryId')).toThrow(
      expect.objectContaining({
        code: 'BAD_USER_INPUT',
        details: { argument: 'categoryId' },
        message:
          'Argument categoryId takes the id of a Category: what was given is of a Product. Use the `id` field of a Category.',
      }),
    );
    expect(() => fromGlobalIdOf('Category', 'cat-lamps', 'categoryId')).toThrow('what was given is no id of this API');
  });
});
