import { directivesSdl } from '@facet/core';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { startWebBff, type WebBff } from './bff.fixture.ts';
import { typeDefs } from './generated/type-defs.ts';
import { toGlobalId } from './views/global-id.ts';

let web: WebBff;
beforeEach(async () => {
  web = await startWebBff();
});
afterEach(() => web.close());

const pan = toGlobalId('Product', 'prd-0001');

describe('the web graph', () => {
  it('describes every type, field, argument and value', () => {
    const missing: string[] = [];
    for (const type of Object.values(buildSchema(directivesSdl + typeDefs).getTypeMap())) {
      if (type.name.startsWith('__') || type.astNode === undefined) continue;
      if (!type.description) missing.push(type.name);
      const fields = 'getFields' in type ? Object.values(type.getFields()) : [];
      const values = 'getValues' in type ? type.getValues() : [];
      const args = fields.flatMap((field) => ('args' in field ? field.args : []));
      const parts = [...fields, ...values, ...args].filter(({ description }) => !description);
      missing.push(...parts.map(({ name }) => `${type.name}.${name}`));
    }
    expect(missing).toEqual([]);
  });

  it('keeps the description and specification of its scalar', async () => {
    const { data } = await web.ask('{ __type(name: "DateTime") { description specifiedByURL } }');
    expect(data.__type).toEqual({
      description: expect.stringContaining('RFC 3339'),
      specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
    });
  });

  it('leads from a review to its product, and pages through reviews', async () => {
    const query = `query ($id: ID!, $after: String) {
      product(id: $id) { reviews(first: 2, after: $after) { edges { node { id product { id } } } pageInfo { hasNextPage } } }
    }`;
    const { data } = await web.ask(query, { variables: { id: pan, after: 'rev-00003' } });
    expect(data.product.reviews).toEqual({
      edges: ['rev-00004', 'rev-00005'].map((id) => ({ node: { id: toGlobalId('Review', id), product: { id: pan } } })),
      pageInfo: { hasNextPage: false },
    });
  });

  it('pages through the products of a category', async () => {
    const query = `query ($id: ID!) {
      category(id: $id) { products(first: 2, after: "prd-0002") { totalCount edges { cursor } } }
    }`;
    const { data } = await web.ask(query, { variables: { id: toGlobalId('Category', 'cat-pans') } });
    expect(data.category.products).toEqual({ totalCount: 60, edges: [{ cursor: 'prd-0003' }, { cursor: 'prd-0004' }] });
    expect(web.services.takeCalls()).toContain(
      'web-bff /v1/search?categoryIds=cat-pans&sort=popularity&limit=2&after=prd-0002',
    );
  });

  it('refuses a page over its bound in its own field only', async () => {
    const query = 'query ($id: ID!) { product(id: $id) { slug reviews(first: 21) { totalCount } } }';
    const { data, errors } = await web.ask(query, { variables: { id: pan } });
    expect(data).toEqual({ product: { slug: 'pan-1', reviews: null } });
    expect(errors).toMatchObject([
      { path: ['product', 'reviews'], extensions: { code: 'BAD_USER_INPUT', maximum: 20 } },
    ]);
  });

  it.each([
    ['product(id: "prd-0001") { id }', 'takes the id of a Product'],
    [`category(id: "${pan}") { id }`, 'takes the id of a Category: what was given is of a Product'],
    [`browse(categoryId: "${pan}") { totalCount }`, 'Argument categoryId takes the id of a Category'],
    ['search(text: "pan", first: 0) { totalCount }', 'from 1 to 100'],
  ])('refuses %s before any call', async (selection, message) => {
    const { errors } = await web.ask(`{ ${selection} }`);
    expect(errors).toMatchObject([
      { message: expect.stringContaining(message), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    expect(web.services.takeCalls()).toEqual([]);
  });
});
