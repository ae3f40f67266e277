import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createFolder, put, typeCheck } from '../workspace.fixture.ts';
import { readMappers } from './read-mappers.ts';
import { readSdl } from './read-sdl.ts';
import { writeResolvers } from './write-resolvers.ts';
import { writeTypeDefs } from './write-type-defs.ts';

const PLACEHOLDER = ['$', '{more}'].join('');
const SDL = {
  'web/schema.graphql': `"The root, in \`code\` and ${PLACEHOLDER}"\ntype Query { product(id: ID!): Product, sort: Sort }\nscalar DateTime\n`,
  'web/product.graphql':
    'type Product { id: ID!, at: DateTime }\nextend type Query { top: [Product!]! }\nenum Sort { NEWEST OLDEST_FIRST }\n',
  'web/operations/page.graphql': 'query Page { top { id } }\n',
};

async function readFixture(files: Record<string, string>) {
  const folder = await createFolder(files);
  const sdl = await readSdl(join(folder, 'web'), 'schemas/web');
  if (!sdl) throw new Error('no SDL');
  return { folder, sdl };
}

describe('readSdl', () => {
  it('joins the files of a folder, sorted by name, without its operations', async () => {
    const { sdl } = await readFixture(SDL);
    expect(sdl.text).toBe(`${SDL['web/product.graphql']}\n${SDL['web/schema.graphql']}`);
  });

  it('names file and place of a mistake', async () => {
    await expect(readFixture({ 'web/a.graphql': 'type Query {\n  a Int }' })).rejects.toThrow(
      'schemas/web/a.graphql:2:5: ',
    );
    await expect(readFixture({ 'web/a.graphql': 'type Query { a: Nope }' })).rejects.toThrow('Unknown type "Nope"');
  });

  it("knows core's directives, which stay in the text alone", async () => {
    const { sdl } = await readFixture({ 'web/a.graphql': 'type Query @cacheControl(maxAge: 5) { a: Int }' });
    expect(sdl.text).toContain('@cacheControl(maxAge: 5)');
    expect(sdl.schema.getQueryType()?.astNode?.directives).toEqual([]);
    const misused = readFixture({ 'web/a.graphql': 'type Query { a(b: Int @cacheControl): Int }' });
    await expect(misused).rejects.toThrow('"@cacheControl" may not be used on ARGUMENT_DEFINITION');
  });

  it('finds nothing in a folder without SDL', async () => {
    expect(await readSdl(await createFolder({}), 'schemas/tv')).toBeUndefined();
  });
});

describe('writeTypeDefs', () => {
  it('writes a module that holds the very same text', async () => {
    const { sdl } = await readFixture(SDL);
    const source = writeTypeDefs(sdl).replace('export const typeDefs =', 'return');
    expect(new Function(source)()).toBe(sdl.text);
  });
});

describe('readMappers', () => {
  it('finds exported types by their suffix', async () => {
    const text = `export type ProductMapper = string;\nexport interface UserMapper { id: string }\ntype HiddenMapper = 1;
type A = 1;\nexport type { A as OrderMapper };\nexport type Other = 2;\n`;
    const folder = await createFolder({ 'mappers.ts': text });
    expect([...(await readMappers(join(folder, 'mappers.ts')))]).toEqual([
      ['Order', 'OrderMapper'],
      ['Product', 'ProductMapper'],
      ['User', 'UserMapper'],
    ]);
  });

  it('finds none where there is no file', async () => {
    expect((await readMappers('/nowhere/mappers.ts')).size).toBe(0);
  });
});

describe('writeResolvers', () => {
  it('writes types that check, with mappers and fields that carry extensions', async () => {
    const { folder, sdl } = await readFixture(SDL);
    await put(folder, 'src/mappers.ts', 'export type ProductMapper = { readonly sku: string };\n');
    await put(folder, 'src/generated/resolvers.ts', await writeResolvers(sdl, new Map([['Product', 'ProductMapper']])));
    await put(
      folder,
      'src/use.ts',
      `import { type ProductResolvers, type QueryResolvers, Sort } from './generated/resolvers.ts';
export const Query: QueryResolvers<{ locale: string }> = {
  product: { resolve: (_, args) => ({ sku: args.id }), extensions: { facet: { row: 'productById' } } },
  top: () => [{ sku: '1' }],
  sort: () => Sort.OLDEST_FIRST,
};
export const Product: ProductResolvers<{ locale: string }> = {
  id: (product) => product.sku,
  at: (_, __, context) => context.locale,
};
`,
    );
    const found = await typeCheck(folder, ['src/generated/resolvers.ts', 'src/use.ts']);
    expect(found).toEqual([]);
  });

  it('refuses a mapper for a type that is not there', async () => {
    const { sdl } = await readFixture(SDL);
    await expect(writeResolvers(sdl, new Map([['Basket', 'BasketMapper']]))).rejects.toThrow(
      'schemas/web/*.graphql: mappers.ts exports BasketMapper, but there is no type Basket.',
    );
  });

  it('refuses a scalar whose type it does not know', async () => {
    const { sdl } = await readFixture({ 'web/a.graphql': 'type Query { a: Moon }\nscalar Moon' });
    await expect(writeResolvers(sdl, new Map())).rejects.toThrow('nothing says what scalar Moon is in TypeScript');
  });
});
