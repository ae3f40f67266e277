/** Random operations over the library. */
import fc from 'fast-check';

/** Fields with objects, and fields without, of each type. */
const objectFields: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Query: {
    shelf: 'Shelf',
    'shelf(first: 7)': 'Shelf',
    'book(id: "b3")': 'Book',
    'book(id: "b-gone")': 'Book',
    window: 'Shelf',
    door: 'Shelf',
    'attic(isOpen: true)': 'Shelf',
    'attic(isOpen: false)': 'Shelf',
  },
  Shelf: { books: 'Book' },
  Book: {
    author: 'Author',
    editor: 'Author',
    reader: 'Author',
    sequel: 'Book',
    self: 'Book',
    notes: 'Notes',
    'notes(first: 4)': 'Notes',
  },
  Author: { favourite: 'Book' },
  Notes: { all: 'Note', page: 'Notes' },
  Note: { author: 'Author', book: 'Book' },
};
const leafFields: Readonly<Record<string, readonly string[]>> = {
  Query: ['__typename'],
  Shelf: ['total', '__typename'],
  Book: ['id', 'title', 'price', 'tags', 'shout', '__typename'],
  Author: ['name', 'age', '__typename'],
  Notes: ['total', 'texts', 'firstText'],
  Note: ['text', '__typename'],
};

export interface FieldsSpec {
  readonly leaves: readonly number[];
  readonly objects: readonly { readonly field: number; readonly below: FieldsSpec }[];
}

function fields(depth: number): fc.Arbitrary<FieldsSpec> {
  const below = depth === 0 ? fc.constant({ leaves: [0], objects: [] }) : fields(depth - 1);
  return fc.record({
    leaves: fc.array(fc.nat(5), { maxLength: 3 }),
    objects: depth === 0 ? fc.constant([]) : fc.array(fc.record({ field: fc.nat(7), below }), { maxLength: 3 }),
  });
}

export const documentSpec = fields(6);

/** Aliases keep fields with different arguments apart. */
export function toText(spec: FieldsSpec, type = 'Query'): string {
  const objects = Object.entries(objectFields[type] ?? {});
  const leaves = leafFields[type] ?? [];
  const lines = [
    ...spec.leaves.map((at) => leaves[at % leaves.length]),
    ...spec.objects.map(({ field, below }) => {
      const [name = '', inner] = objects[field % objects.length] ?? [];
      const alias = name.includes('(') ? `${name.replaceAll(/\W/g, '_')}: ` : '';
      return `${alias}${name} ${toText(below, inner)}`;
    }),
  ];
  return `{ ${lines.length > 0 ? lines.join(' ') : '__typename'} }`;
}
