import { describe, expect, it } from '@jest/globals';
import { onEachDatabase } from '../database/each-database.fixture.ts';

interface Stock {
  productId: string;
  available: number;
  status: string;
  restockAt: string | null;
}

describe('inventory', () => {
  onEachDatabase(['inventory'], (running) => {
    const get = (path: string) => running.get('inventory', path);

    it('has stock of every product, some of it low and some gone', async () => {
      const all: Stock[] = [];
      for (let after = ''; ; ) {
        const page = (await get(`/v1/stock?limit=100${after}`)).body;
        all.push(...page.items);
        if (page.next === null) break;
        after = `&after=${page.next}`;
      }
      expect(new Set(all.map(({ productId }) => productId)).size).toBe(2100);
      const statusOf = (available: number) =>
        available === 0 ? 'outOfStock' : available <= 5 ? 'lowStock' : 'inStock';
      for (const { available, status, restockAt } of all) {
        expect(status).toBe(statusOf(available));
        if (status === 'inStock') expect(restockAt).toBeNull();
      }
      for (const status of ['outOfStock', 'lowStock']) {
        const those = all.filter((stock) => stock.status === status);
        expect(those.length).toBeGreaterThan(50);
        expect(those.some(({ restockAt }) => restockAt !== null)).toBe(true);
      }
    });

    it('answers by product id, in the order asked, for five seconds', async () => {
      const { body, headers } = await get('/v1/stock?ids=prd-0009,unknown,prd-0002&fields=productId,status');
      expect(body.items.map(({ productId }: Stock) => productId)).toEqual(['prd-0009', 'prd-0002']);
      expect(Object.keys(body.items[0])).toEqual(['productId', 'status']);
      expect(headers['cache-control']).toBe('public, max-age=5');
    });

    it('refuses an unknown cursor', async () => {
      expect(await get('/v1/stock?after=prd-9999')).toMatchObject({
        status: 400,
        body: { errors: [{ parameter: 'after' }] },
      });
    });
  });
});
