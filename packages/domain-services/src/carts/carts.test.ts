import { describe, expect, it } from '@jest/globals';
import { onEachDatabase } from '../database/each-database.fixture.ts';
import { startDomainServices } from '../index.ts';

describe('carts', () => {
  onEachDatabase(['catalog', 'carts'], (running) => {
    let count = 0;
    const as = (accountId: string) => {
      const token = running.provider.personToken(accountId);
      return {
        read: (query = '') => running.get('carts', `/v1/carts${query}`, { token }),
        add: (productId: string, quantity: unknown, { cart = accountId, key = `key-${++count}` } = {}) =>
          running.send('carts', `/v1/carts/${cart}/items`, { token, key, body: { productId, quantity } }),
        update: (productId: string, quantity: unknown, cart = accountId) => {
          const path = `/v1/carts/${cart}/items/${productId}`;
          return running.send('carts', path, { token, method: 'PATCH', body: { quantity } });
        },
        take: (
          items: readonly [productId: string, quantity: unknown][],
          { cart = accountId, key = `key-${++count}` } = {},
        ) => {
          const body = { items: items.map(([productId, quantity]) => ({ productId, quantity })) };
          return running.send('carts', `/v1/carts/${cart}/take`, { token, key, body });
        },
        remove: (productIds: string, cart = accountId) =>
          running.send('carts', `/v1/carts/${cart}/items?productIds=${productIds}`, { token, method: 'DELETE' }),
      };
    };
    const priceOf = async (id: string) =>
      (await running.get('catalog', `/v1/products?ids=${id}&fields=name,priceAmount`)).body.items[0];

    it('are there for everybody, empty at first', async () => {
      const empty = { id: 'acc-010', items: [], currency: 'EUR', totalAmount: 0, itemCount: 0, updatedAt: null };
      const { body, headers } = await as('acc-010').read();
      expect(body).toEqual({ items: [empty], next: null, total: 1 });
      expect(headers).toMatchObject({ 'cache-control': 'private, no-cache', vary: 'Authorization' });
      expect((await as('acc-010').read('?ids=acc-010,acc-001')).body.items).toEqual([empty]);
      expect((await as('acc-010').read('?ids=acc-001')).body).toEqual({ items: [], next: null, total: 0 });
    });

    it('add up what is in them at the prices of the catalog, with one call to it', async () => {
      const cart = as('acc-011');
      await cart.add('prd-0001', 2);
      await cart.add('prd-0002', 1);
      const added = await cart.add('prd-0001', 3);
      const [one, two] = [await priceOf('prd-0001'), await priceOf('prd-0002')];
      const totalAmount = 5 * one.priceAmount + two.priceAmount;
      expect(added.status).toBe(200);
      expect(added.body).toEqual({
        id: 'acc-011',
        items: [
          {
            productId: 'prd-0001',
            name: one.name,
            quantity: 5,
            unitAmount: one.priceAmount,
            lineAmount: 5 * one.priceAmount,
          },
          {
            productId: 'prd-0002',
            name: two.name,
            quantity: 1,
            unitAmount: two.priceAmount,
            lineAmount: two.priceAmount,
          },
        ],
        currency: 'EUR',
        totalAmount,
        itemCount: 6,
        updatedAt: expect.any(String),
      });
      running.takeQueries();
      expect((await cart.read()).body.items[0]).toEqual(added.body);
      expect(running.takeQueries().filter((query) => query.includes('products'))).toHaveLength(1);
    });

    it('change a quantity and take products out', async () => {
      const cart = as('acc-012');
      await cart.add('prd-0003', 2);
      await cart.add('prd-0004', 2);
      expect((await cart.update('prd-0003', 7)).body.items[0]).toMatchObject({ productId: 'prd-0003', quantity: 7 });
      expect((await cart.update('prd-0005', 1)).status).toBe(404);
      expect((await cart.remove('prd-0003,prd-0009')).body).toMatchObject({ itemCount: 2 });
      const left = await cart.remove('prd-0003');
      expect(left).toMatchObject({ status: 200, body: { itemCount: 2 } });
      expect((await cart.remove('prd-0004')).body).toMatchObject({ items: [], totalAmount: 0 });
    });

    it('give out pieces of products and keep the rest', async () => {
      const cart = as('acc-020');
      await cart.add('prd-0003', 5);
      await cart.add('prd-0004', 2);
      await cart.add('prd-0005', 1);
      const { status, body, headers } = await cart.take([
        ['prd-0003', 1],
        ['prd-0003', 2],
        ['prd-0004', 9],
        ['prd-0009', 1],
      ]);
      expect({ status, cacheControl: headers['cache-control'] }).toEqual({ status: 200, cacheControl: 'no-store' });
      expect(body.items).toMatchObject([
        { productId: 'prd-0003', quantity: 2 },
        { productId: 'prd-0005', quantity: 1 },
      ]);
      expect((await cart.read()).body.items[0]).toEqual(body);
      const before = body.updatedAt;
      expect((await cart.take([['prd-0004', 1]])).body.updatedAt).toBe(before);
    });

    it('that never held anything stay so when pieces are taken', async () => {
      expect((await as('acc-021').take([['prd-0001', 1]])).body).toMatchObject({ items: [], updatedAt: null });
    });

    it('give pieces out once a key, and all that are asked for at the same time', async () => {
      const cart = as('acc-022');
      await cart.add('prd-0003', 40);
      const first = await cart.take([['prd-0003', 4]], { key: 'taken' });
      const again = await cart.take([['prd-0003', 4]], { key: 'taken' });
      expect(again.text).toBe(first.text);
      expect(again.headers['idempotency-replayed']).toBe('true');
      const others = Array.from({ length: 8 }, () => cart.take([['prd-0003', 2]]));
      const additions = Array.from({ length: 8 }, () => cart.add('prd-0003', 1));
      for (const { status } of await Promise.all([...others, ...additions])) expect(status).toBe(200);
      expect((await cart.read()).body.items[0].itemCount).toBe(40 - 4 - 16 + 8);
    });

    it.each([0, -1, 100, 1.5, '2', null])('refuse to give out %j pieces', async (quantity) => {
      expect(await as('acc-013').take([['prd-0001', quantity]])).toMatchObject({
        status: 422,
        body: { code: 'VALIDATION_FAILED', errors: [{ parameter: 'items.0.quantity' }] },
      });
    });

    it.each([0, -1, 1e9, 100, 1.5, '2', null, [], true])('refuse the quantity %j', async (quantity) => {
      const cart = as('acc-013');
      for (const answer of [await cart.add('prd-0001', quantity), await cart.update('prd-0001', quantity)]) {
        expect(answer).toMatchObject({
          status: 422,
          body: { code: 'VALIDATION_FAILED', errors: [{ parameter: 'quantity' }] },
        });
      }
      expect((await cart.read()).body.items[0].updatedAt).toBeNull();
    });

    it('hold at most 99 pieces of a product', async () => {
      const cart = as('acc-014');
      await cart.add('prd-0001', 60);
      expect(await cart.add('prd-0001', 40)).toMatchObject({
        status: 422,
        body: { code: 'VALIDATION_FAILED', errors: [{ parameter: 'quantity' }] },
      });
      expect((await cart.add('prd-0001', 39)).body.itemCount).toBe(99);
    });

    it('hold products of the catalog only', async () => {
      expect(await as('acc-014').add('prd-9999', 1)).toMatchObject({
        status: 422,
        body: { code: 'VALIDATION_FAILED', errors: [{ parameter: 'productId' }] },
      });
    });

    it('lose nothing when many things are added at once', async () => {
      const cart = as('acc-015');
      const products = Array.from({ length: 24 }, (_, index) => `prd-00${30 + (index % 8)}`);
      const answers = await Promise.all(products.map((productId) => cart.add(productId, 2)));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
      const { items, itemCount } = (await cart.read()).body.items[0];
      expect([items.length, itemCount]).toEqual([8, 48]);
    });

    it('count a repeated request once', async () => {
      const cart = as('acc-016');
      const first = await cart.add('prd-0001', 2, { key: 'twice' });
      const second = await cart.add('prd-0001', 2, { key: 'twice' });
      expect(second.text).toBe(first.text);
      expect((await cart.read()).body.items[0].itemCount).toBe(2);
    });

    it('of others are as good as missing', async () => {
      const cart = as('acc-017');
      const answers = [
        await cart.add('prd-0001', 1, { cart: 'acc-011' }),
        await cart.update('prd-0001', 1, 'acc-011'),
        await cart.remove('prd-0001', 'acc-011'),
        await cart.take([['prd-0001', 1]], { cart: 'acc-011' }),
      ];
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
      expect((await running.get('carts', '/v1/carts')).status).toBe(403);
    });

    it('open to the service orders for a person', async () => {
      await as('acc-018').add('prd-0001', 2);
      const token = running.provider.clientToken('orders');
      const headers = { 'facet-subject': 'acc-018' };
      expect((await running.get('carts', '/v1/carts', { token, headers })).body.items[0].itemCount).toBe(2);
      const taken = { items: [{ productId: 'prd-0001', quantity: 1 }] };
      const taking = { token, subject: 'acc-018', key: 'taking', body: taken };
      expect((await running.send('carts', '/v1/carts/acc-018/take', taking)).body.itemCount).toBe(1);
      const path = '/v1/carts/acc-018/items?productIds=prd-0001';
      expect((await running.send('carts', path, { token, method: 'DELETE', subject: 'acc-018' })).status).toBe(200);
      const addition = { token, subject: 'acc-018', key: 'k', body: { productId: 'prd-0001', quantity: 1 } };
      expect((await running.send('carts', '/v1/carts/acc-018/items', addition)).status).toBe(403);
    });

    it('answer 503 while the catalog is away, take nothing out, and a key may then be used again', async () => {
      const identity = { issuer: running.provider.issuer, audience: 'urn:facet:api' };
      const alone = await startDomainServices({
        services: ['carts'],
        ports: { carts: 0 },
        database: running.database,
        identity,
        origins: { catalog: 'http://127.0.0.1:1' },
        logLevel: 'silent',
      });
      const services = running.services;
      running.services = alone;
      const cart = as('acc-011');
      const answers = [
        await cart.read(),
        await cart.add('prd-0001', 1, { key: 'later' }),
        await cart.take([['prd-0001', 1]], { key: 'taken-later' }),
      ];
      running.services = services;
      await alone.close();
      for (const answer of answers) expect(answer).toMatchObject({ status: 503, body: { code: 'UNAVAILABLE' } });
      const { itemCount } = (await cart.add('prd-0001', 1, { key: 'later' })).body;
      expect((await cart.take([['prd-0001', 1]], { key: 'taken-later' })).body.itemCount).toBe(itemCount - 1);
    });
  });
});
