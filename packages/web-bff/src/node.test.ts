import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startWebBff, type WebBff } from './bff.fixture.ts';
import type { NodeType } from './mappers.ts';
import { toGlobalId } from './views/global-id.ts';

let web: WebBff;
beforeEach(async () => {
  web = await startWebBff();
});
afterEach(() => web.close());

const node = 'query ($id: ID!) { node(id: $id) { __typename id } }';
const nodes = 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }';

describe('node', () => {
  const own: [NodeType, string][] = [
    ['Product', 'prd-0001'],
    ['Category', 'cat-pans'],
    ['Review', 'rev-00001'],
    ['PublicProfile', 'acc-002'],
    ['Address', 'adr-0001'],
    ['Viewer', 'acc-001'],
    ['Cart', 'acc-001'],
    ['Order', 'ord-0001'],
    ['Payment', 'pay-0001'],
  ];

  it.each(own)('finds a %s by its id', async (type, key) => {
    const id = toGlobalId(type, key);
    expect(await web.ask(node, { variables: { id }, as: 'acc-001' })).toEqual({
      data: { node: { __typename: type, id } },
    });
  });

  it.each([
    ['somebody else’s address', toGlobalId('Address', 'adr-0004')],
    ['somebody else’s profile', toGlobalId('Viewer', 'acc-002')],
    ['somebody else’s cart', toGlobalId('Cart', 'acc-002')],
    ['somebody else’s order', toGlobalId('Order', 'ord-0056')],
    ['somebody else’s payment', toGlobalId('Payment', 'pay-0056')],
    ['an unknown id', toGlobalId('Product', 'prd-9999')],
    ['what is no global id', 'prd-0001'],
  ])('is null for %s', async (_what, id) => {
    expect(await web.ask(node, { variables: { id }, as: 'acc-001' })).toEqual({ data: { node: null } });
  });

  it.each([
    ['Address', 'adr-0001'],
    ['Cart', 'acc-001'],
    ['Order', 'ord-0001'],
  ] as const)('asks anonymous callers to sign in for a %s, without a call', async (type, key) => {
    const { data, errors } = await web.ask(node, { variables: { id: toGlobalId(type, key) } });
    expect(data).toEqual({ node: null });
    expect(errors).toMatchObject([{ path: ['node'], extensions: { code: 'UNAUTHENTICATED' } }]);
    expect(web.services.takeCalls()).toEqual([]);
  });
});

describe('nodes', () => {
  it('makes one call a type and keeps the order', async () => {
    const ids = [
      toGlobalId('Product', 'prd-0002'),
      'noise',
      toGlobalId('Category', 'cat-pans'),
      toGlobalId('Product', 'prd-9999'),
      toGlobalId('Product', 'prd-0001'),
    ];
    const { data, errors } = await web.ask(nodes, { variables: { ids } });
    expect(errors).toBeUndefined();
    expect(data.nodes.map((found: { id: string } | null) => found?.id)).toEqual([
      ids[0],
      undefined,
      ids[2],
      undefined,
      ids[4],
    ]);
    expect(web.services.takeCalls()).toEqual([
      'web-bff /v1/categories?ids=cat-pans',
      'web-bff /v1/products?ids=prd-0001,prd-0002,prd-9999',
    ]);
  });

  it('loses only those whose service is dead', async () => {
    web.services.fail('/v1/reviews');
    const ids = [toGlobalId('Review', 'rev-00001'), toGlobalId('Product', 'prd-0001')];
    const { data, errors } = await web.ask(nodes, { variables: { ids } });
    expect(data.nodes).toMatchObject([null, { __typename: 'Product' }]);
    expect(errors).toMatchObject([{ path: ['nodes', 0], extensions: { code: 'UPSTREAM_UNAVAILABLE' } }]);
  });

  it('takes 100 ids and no more', async () => {
    const ids = Array.from({ length: 101 }, (_, index) => toGlobalId('Product', `prd-${index}`));
    const { errors } = await web.ask(nodes, { variables: { ids } });
    expect(errors).toMatchObject([
      { message: expect.stringContaining('asked for 101 items'), extensions: { code: 'MAX_PAGE_SIZE' } },
    ]);
    expect((await web.ask(nodes, { variables: { ids: ids.slice(1) } })).errors).toBeUndefined();
  });
});
