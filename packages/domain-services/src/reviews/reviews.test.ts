import { describe, expect, it } from '@jest/globals';
import { onEachDatabase } from '../database/each-database.fixture.ts';

interface Review {
  id: string;
  productId: string;
  rating: number;
  createdAt: string;
}
const asked = Array.from({ length: 24 }, (_, index) => `prd-${String(index * 7 + 1).padStart(4, '0')}`);

describe('reviews', () => {
  onEachDatabase(['reviews'], (running) => {
    const get = (path: string) => running.get('reviews', path);

    it('are twenty thousand, newest first', async () => {
      const { body, headers } = await get('/v1/reviews?limit=50');
      expect(body.total).toBe(20_000);
      expect(headers['cache-control']).toBe('public, max-age=30');
      const dates = body.items.map(({ createdAt }: Review) => createdAt);
      expect(dates).toEqual([...dates].sort().reverse());
      const second = await get(`/v1/reviews?limit=50&after=${body.next}`);
      expect(second.body.items[0].createdAt <= dates.at(-1)).toBe(true);
    });

    it('of 24 products, the first three of each, are one statement', async () => {
      running.takeQueries();
      const { groups } = (await get(`/v1/reviews?limit=3&productIds=${asked}`)).body;
      expect(running.takeQueries()).toHaveLength(1);
      expect(groups.map(({ parentId }: { parentId: string }) => parentId)).toEqual(asked);
      for (const { parentId, items, total, next } of groups) {
        expect(items).toHaveLength(Math.min(3, total));
        expect(next).toBe(total > 3 ? items[2].id : null);
        expect(items.every(({ productId }: Review) => productId === parentId)).toBe(true);
      }
    });

    it('of a product are read to the end through its cursors', async () => {
      const [{ productId }] = (await get('/v1/rating-summaries?limit=1&fields=productId')).body.items;
      const seen: Review[] = [];
      let total = 0;
      for (let after = ''; ; ) {
        const [group] = (await get(`/v1/reviews?limit=2&productIds=${productId}${after}`)).body.groups;
        seen.push(...group.items);
        total = group.total;
        if (group.next === null) break;
        after = `&after=${group.next}`;
      }
      expect(new Set(seen.map(({ id }) => id)).size).toBe(total);
      const dates = seen.map(({ createdAt }) => createdAt);
      expect(dates).toEqual([...dates].sort().reverse());
    });

    it('are empty behind the oldest one, and their total stays', async () => {
      const [group] = (await get(`/v1/reviews?limit=20&productIds=${asked[0]}`)).body.groups;
      const rest = (await get(`/v1/reviews?productIds=${asked[0]},unknown&after=${group.items.at(-1).id}`)).body.groups;
      if (group.next === null) expect(rest[0]).toMatchObject({ items: [], next: null });
      expect(rest[0].total).toBe(group.total);
      expect(rest[1]).toEqual({ parentId: 'unknown', items: [], next: null, total: 0 });
    });

    it('keep to 20 a parent and to one way of asking', async () => {
      const tooMany = await get('/v1/reviews?limit=21&productIds=prd-0001');
      expect(tooMany).toMatchObject({ status: 400, body: { errors: [{ parameter: 'limit' }] } });
      const both = await get('/v1/reviews?ids=rev-00001&productIds=prd-0001');
      expect(both).toMatchObject({ status: 400, body: { errors: [{ parameter: 'ids' }] } });
      const unknown = await get('/v1/reviews?productIds=prd-0001&after=rev-99999');
      expect(unknown).toMatchObject({ status: 400, body: { errors: [{ parameter: 'after' }] } });
    });

    it('add up to their summaries', async () => {
      const summaries = (await get(`/v1/rating-summaries?ids=${asked}`)).body.items;
      expect(summaries).toHaveLength(asked.length);
      for (const { productId, count, average, histogram } of summaries) {
        const ratings: number[] = [];
        for (let after = ''; ; ) {
          const path = `/v1/reviews?limit=20&fields=rating&productIds=${productId}${after}`;
          const [group] = (await get(path)).body.groups;
          ratings.push(...group.items.map(({ rating }: Review) => rating));
          if (group.next === null) break;
          after = `&after=${group.next}`;
        }
        expect(ratings).toHaveLength(count);
        expect(histogram).toEqual([1, 2, 3, 4, 5].map((stars) => ratings.filter((rating) => rating === stars).length));
        const mean = ratings.reduce((sum, rating) => sum + rating, 0) / count;
        expect(average).toBe(count === 0 ? null : Math.round(mean * 10) / 10);
      }
    });

    it('know products without a review', async () => {
      const all: { count: number; average: number | null }[] = [];
      for (let after = ''; ; ) {
        const page = (await get(`/v1/rating-summaries?limit=100${after}`)).body;
        all.push(...page.items);
        if (page.next === null) break;
        after = `&after=${page.next}`;
      }
      expect(all).toHaveLength(2100);
      const silent = all.filter(({ count }) => count === 0);
      expect(silent.length).toBeGreaterThan(20);
      expect(silent.every(({ average }) => average === null)).toBe(true);
      expect(all.reduce((sum, { count }) => sum + count, 0)).toBe(20_000);
    });
  });
});
