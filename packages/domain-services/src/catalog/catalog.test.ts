import { describe, expect, it } from '@jest/globals';
import { onEachDatabase } from '../database/each-database.fixture.ts';

const shopWindow = 'public, max-age=60, stale-while-revalidate=600';
const ids = (items: { id: string }[]) => items.map(({ id }) => id);

describe('catalog', () => {
  onEachDatabase(['catalog'], (running) => {
    const get = (path: string) => running.get('catalog', path);

    it('lists products newest first, a page at a time, none twice', async () => {
      const seen: { id: string; createdAt: string }[] = [];
      let after = '';
      for (let page = 0; page < 4; page += 1) {
        const { body } = await get(`/v1/products?limit=7${after}`);
        seen.push(...body.items);
        expect(body.total).toBe(2100);
        after = `&after=${body.next}`;
      }
      expect(new Set(ids(seen)).size).toBe(28);
      const whole = await get('/v1/products?limit=28');
      expect(ids(whole.body.items)).toEqual(ids(seen));
      const dates = seen.map(({ createdAt }) => createdAt);
      expect(dates).toEqual([...dates].sort().reverse());
    });

    it('ends with a page that has no next', async () => {
      const { items } = (await get('/v1/categories?limit=100&fields=id')).body;
      const last = await get(`/v1/categories?after=${items.at(-2).id}`);
      expect(last.body).toMatchObject({ next: null, total: 25 });
      expect(last.body.items).toHaveLength(1);
    });

    it('gives products by id in the order asked and leaves unknown ones out', async () => {
      const { body } = await get('/v1/products?ids=prd-0100,nobody,prd-0001,prd-2100');
      expect(ids(body.items)).toEqual(['prd-0100', 'prd-0001', 'prd-2100']);
      expect(body).toMatchObject({ next: null, total: 3 });
    });

    it('gives all of a hundred ids without a limit, and pages them with one', async () => {
      const asked = Array.from({ length: 100 }, (_, index) => `prd-${String(index + 1).padStart(4, '0')}`).reverse();
      const all = await get(`/v1/products?fields=id&ids=${asked}`);
      expect(ids(all.body.items)).toEqual(asked);
      const second = await get(`/v1/products?fields=id&limit=10&after=${asked[9]}&ids=${asked}`);
      expect(ids(second.body.items)).toEqual(asked.slice(10, 20));
      expect(second.body).toMatchObject({ next: asked[19], total: 100 });
    });

    it('answers a query in a body as one in a URL, with room for more ids, to be kept by nobody', async () => {
      const asked = Array.from({ length: 500 }, (_, index) => `prd-${String(index + 1).padStart(4, '0')}`);
      const query = (body: object) => running.send('catalog', '/v1/products/query', { body });
      const all = await query({ ids: asked, fields: ['id'] });
      expect(all.body).toEqual({ items: asked.map((id) => ({ id })), next: null, total: 500 });
      expect(all.headers['cache-control']).toBe('no-store');
      const few = await query({ ids: asked.slice(0, 3), limit: 2, after: asked[0] });
      expect(few.body).toEqual((await get(`/v1/products?ids=${asked.slice(0, 3)}&limit=2&after=${asked[0]}`)).body);
      expect((await query({ ids: [...asked, 'one-more'] })).status).toBe(422);
    });

    it('keeps exactly the fields that were named', async () => {
      const { body } = await get('/v1/products?fields=name,priceAmount&limit=2');
      for (const item of body.items) expect(Object.keys(item).sort()).toEqual(['name', 'priceAmount']);
    });

    it('groups related products by product with one statement', async () => {
      running.takeQueries();
      const { body } = await get(
        '/v1/related-products?productIds=prd-0003,unknown,prd-0001&limit=3&fields=id,popularity',
      );
      expect(running.takeQueries()).toHaveLength(1);
      expect(body.groups.map((group: { parentId: string }) => group.parentId)).toEqual([
        'prd-0003',
        'unknown',
        'prd-0001',
      ]);
      expect(body.groups[1]).toEqual({ parentId: 'unknown', items: [], next: null, total: 0 });
      const [first] = body.groups;
      expect(first.items).toHaveLength(3);
      expect(first.total).toBeGreaterThanOrEqual(5);
      expect(first.next).toBe(first.items[2].id);
      expect(ids(first.items)).not.toContain('prd-0003');
    });

    it('continues every group behind the place of the cursor', async () => {
      const path = '/v1/related-products?productIds=prd-0003,prd-0001&fields=id,popularity';
      const whole = (await get(path)).body.groups;
      const cursor = whole[0].items[1];
      const rest = (await get(`${path}&limit=20&after=${cursor.id}`)).body.groups;
      expect(rest[0].items).toEqual(whole[0].items.slice(2));
      type Ranked = { id: string; popularity: number };
      const isBehind = ({ id, popularity }: Ranked) =>
        popularity < cursor.popularity || (popularity === cursor.popularity && id < cursor.id);
      expect(rest[1].items).toEqual(whole[1].items.filter(isBehind));
      expect(rest.map((group: { total: number }) => group.total)).toEqual(
        whole.map((group: { total: number }) => group.total),
      );
    });

    it('gives the tree: departments below root, categories below departments', async () => {
      const { groups } = (await get('/v1/categories?parentIds=root,cat-kitchen')).body;
      expect(ids(groups[0].items)).toEqual([
        'cat-living',
        'cat-kitchen',
        'cat-electronics',
        'cat-outdoor',
        'cat-active',
      ]);
      expect(groups[0].items[1]).toMatchObject({ parentId: null, productCount: 420, position: 1 });
      expect(ids(groups[1].items)).toEqual(['cat-coffee-makers', 'cat-cookware', 'cat-knives', 'cat-tableware']);
      expect(groups[1].items[0]).toMatchObject({ parentId: 'cat-kitchen', productCount: 105 });
    });

    const refused: [string, string][] = [
      ['/v1/products?limit=0', 'limit'],
      ['/v1/products?limit=101', 'limit'],
      ['/v1/products?limit=ten', 'limit'],
      ['/v1/products?limit=5&limit=6', 'limit'],
      ['/v1/products?colour=red', 'colour'],
      ['/v1/products?fields=id,secret', 'fields'],
      ['/v1/products?ids=', 'ids'],
      ['/v1/products?ids=a,a', 'ids'],
      ['/v1/products?ids=UPPER', 'ids'],
      [`/v1/products?ids=${Array.from({ length: 101 }, (_, index) => `p${index}`)}`, 'ids'],
      ['/v1/products?after=nobody', 'after'],
      ['/v1/products?after=%00', 'after'],
      ['/v1/products?ids=prd-0001,prd-0002&after=prd-0003', 'after'],
      ['/v1/related-products', 'productIds'],
      ['/v1/related-products?productIds=prd-0001&limit=21', 'limit'],
      ['/v1/categories?parentIds=root&limit=21', 'limit'],
      ['/v1/categories?parentIds=root&ids=cat-living', 'ids'],
      ['/v1/search?sort=best', 'sort'],
      ['/v1/search?minPriceAmount=-1', 'minPriceAmount'],
      ['/v1/search?maxPriceAmount=1e30', 'maxPriceAmount'],
      ['/v1/search?facets=colour', 'facets'],
      ['/v1/search?reduced=maybe', 'reduced'],
      [`/v1/search?q=${'a b c d e f g h i j k'.replaceAll(' ', '+')}`, 'q'],
    ];
    it.each(refused)('refuses %s and names the parameter', async (path, parameter) => {
      const { status, headers, body } = await get(path);
      expect(status).toBe(400);
      expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
      expect(headers['cache-control']).toBe('no-store');
      expect(body).toMatchObject({ code: 'BAD_REQUEST', status: 400, errors: [{ parameter }] });
    });

    it('tells all that is wrong at once', async () => {
      const { body } = await get('/v1/products?limit=0&colour=red');
      expect(body.errors.map((error: { parameter: string }) => error.parameter).sort()).toEqual(['colour', 'limit']);
    });

    it('lets shared caches keep answers and validates them', async () => {
      const { headers } = await get('/v1/products?limit=1');
      expect(headers['cache-control']).toBe(shopWindow);
      const etag = String(headers.etag);
      expect(etag).toMatch(/^W\/"[\w-]+"$/);
      for (const tag of [etag, etag.slice(2), `"other", ${etag}`, '*']) {
        const again = await running.get('catalog', '/v1/products?limit=1', { headers: { 'if-none-match': tag } });
        expect(again).toMatchObject({ status: 304, text: '' });
        expect(again.headers).toMatchObject({ etag, 'cache-control': shopWindow });
      }
      const changed = await running.get('catalog', '/v1/products?limit=2', { headers: { 'if-none-match': etag } });
      expect(changed.status).toBe(200);
    });

    it('refuses other methods, says which it takes, and knows no other paths', async () => {
      const posted = await running.get('catalog', '/v1/products', { method: 'POST', body: '{' });
      expect(posted).toMatchObject({ status: 405, body: { code: 'METHOD_NOT_ALLOWED' } });
      expect(posted.headers.allow).toBe('GET, HEAD');
      expect(await get('/v2/products')).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
      expect(await get('/v1/images/%zz')).toMatchObject({ status: 400, body: { code: 'BAD_REQUEST' } });
      expect((await running.get('catalog', '/v1/products', { method: 'HEAD' })).status).toBe(200);
    });

    it('refuses a body that is too large', async () => {
      const headers = { 'content-type': 'application/json' };
      const sent = await running.get('catalog', '/nowhere', {
        method: 'POST',
        headers,
        body: `"${'x'.repeat(70_000)}"`,
      });
      expect(sent).toMatchObject({ status: 413, body: { code: 'PAYLOAD_TOO_LARGE' } });
    });

    it('wants a token for everything but pictures and health', async () => {
      const { status, headers, body } = await running.get('catalog', '/v1/products', { token: null });
      expect(status).toBe(401);
      expect(headers['www-authenticate']).toBe('Bearer');
      expect(body).toMatchObject({ code: 'UNAUTHENTICATED', title: 'Unauthorized' });
      for (const path of ['/livez', '/readyz', '/v1/images/prd-0001-1']) {
        expect((await running.get('catalog', path, { token: null })).status).toBe(200);
      }
    });

    it('gives the request its caller’s id, or one of its own', async () => {
      const named = await running.get('catalog', '/v1/nothing', { headers: { 'x-request-id': 'abc-1' } });
      expect(named.headers['x-request-id']).toBe('abc-1');
      expect(named.body.instance).toBe('abc-1');
      const unsafe = await running.get('catalog', '/livez', { headers: { 'x-request-id': 'a b' } });
      expect(unsafe.headers['x-request-id']).toMatch(/^[\da-f-]{36}$/);
    });
  });
});
