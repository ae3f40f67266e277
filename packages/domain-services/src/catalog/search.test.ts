import { describe, expect, it } from '@jest/globals';
import { onEachDatabase } from '../database/each-database.fixture.ts';

interface Product {
  id: string;
  name: string;
  brand: string;
  categoryId: string;
  priceAmount: number;
  compareAtAmount: number | null;
  description: string;
  tags: string[];
  popularity: number;
  createdAt: string;
}
type FacetValue = { value: string; label: string; count: number };

describe('search', () => {
  onEachDatabase(['catalog'], (running) => {
    const search = async (query: string) => {
      const { status, body } = await running.get('catalog', `/v1/search?${query}`);
      expect(status).toBe(200);
      return body as {
        items: Product[];
        next: string | null;
        total: number;
        facets: { name: string; values: FacetValue[] }[];
      };
    };

    const searchAll = async (query: string) => {
      const items: Product[] = [];
      for (let after = ''; ; ) {
        const page = await search(`${query}&limit=100${after}`);
        items.push(...page.items);
        if (page.next === null) return { items, total: page.total };
        after = `&after=${page.next}`;
      }
    };

    it('finds what contains every word, names before brands before the rest', async () => {
      const { items, total } = await searchAll('q=desk+lamp');
      expect(items).toHaveLength(total);
      expect(items[0]?.name).toMatch(/Desk Lamp$/);
      for (const { name, brand, tags, description } of items) {
        const text = [name, brand, tags, description].join(' ').toLowerCase();
        expect(text).toContain('lamp');
      }
      const inName = items.map(({ name }) => /desk/i.test(name) && /lamp/i.test(name));
      expect(inName.lastIndexOf(true)).toBeLessThan(inName.indexOf(false));
    });

    it('orders equal scores by popularity', async () => {
      const { items } = await search('q=%22wok%22&limit=100&fields=name,popularity');
      const woks = items.filter(({ name }) => name.endsWith('Wok')).map(({ popularity }) => popularity);
      expect(woks.length).toBeGreaterThan(5);
      expect(woks).toEqual([...woks].sort((a, b) => b - a));
    });

    it('does not mind case, accents and typographic apostrophes', async () => {
      const plain = await search('q=SAUTE+pan&fields=name');
      expect(plain.total).toBeGreaterThan(5);
      expect(plain.items[0]?.name).toMatch(/Sauté Pan$/);
      expect((await search("q=chef's&fields=name")).items[0]?.name).toMatch(/Chef’s Knife$/);
    });

    it('takes wildcards literally', async () => {
      expect((await search('q=%25')).total).toBe(0);
      expect((await search('q=l_mp')).total).toBe(0);
      expect((await search('q=%5C')).total).toBe(0);
      expect((await search(`q=${encodeURIComponent("lamp' or 1=1 --")}`)).total).toBeLessThan(200);
      expect((await search('q=%00')).total).toBe(2100);
      expect((await search('brands=a%00')).total).toBe(0);
    });

    it.each([
      ['popularity', (a: Product, b: Product) => b.popularity - a.popularity],
      ['newest', (a: Product, b: Product) => b.createdAt.localeCompare(a.createdAt)],
      ['priceAscending', (a: Product, b: Product) => a.priceAmount - b.priceAmount],
      ['priceDescending', (a: Product, b: Product) => b.priceAmount - a.priceAmount],
    ] as const)('sorts by %s over all pages', async (sort, compare) => {
      const { items, total } = await searchAll(`sort=${sort}&categoryIds=cat-outdoor`);
      expect(new Set(items.map(({ id }) => id)).size).toBe(total);
      expect(total).toBe(420);
      items.slice(1).forEach((item, index) => {
        expect(compare(items[index] as Product, item)).toBeLessThanOrEqual(0);
      });
    });

    it('pages by relevance without gaps', async () => {
      const { items, total } = await searchAll('q=wool&fields=id');
      expect(new Set(items.map(({ id }) => id)).size).toBe(total);
    });

    it('filters by department, brand, price and reduction', async () => {
      const { items } = await searchAll(
        'categoryIds=cat-kitchen&brands=Kiri,Ferro&minPriceAmount=3000&maxPriceAmount=9000&reduced=true',
      );
      expect(items.length).toBeGreaterThan(3);
      for (const { categoryId, brand, priceAmount, compareAtAmount } of items) {
        expect(['cat-cookware', 'cat-knives', 'cat-tableware']).toContain(categoryId);
        expect(['Kiri', 'Ferro']).toContain(brand);
        expect(priceAmount).toBeGreaterThanOrEqual(3000);
        expect(priceAmount).toBeLessThanOrEqual(9000);
        expect(compareAtAmount).toBeGreaterThan(priceAmount);
      }
      expect((await search('categoryIds=cat-nothing')).total).toBe(0);
    });

    it('counts each facet over what matches every filter but its own', async () => {
      const filters = { category: 'categoryIds=cat-knives', brand: 'brands=Kiri,Ferro', price: 'minPriceAmount=5000' };
      const all = Object.values(filters).join('&');
      const { facets } = await search(`${all}&facets=price,category,brand&limit=1`);
      expect(facets.map(({ name }) => name)).toEqual(['price', 'category', 'brand']);
      const toFilter = {
        category: (value: string) => `categoryIds=${value}`,
        brand: (value: string) => `brands=${encodeURIComponent(value)}`,
        price: (value: string) => {
          const [lowest, highest] = value.split('-');
          return `minPriceAmount=${lowest}${highest ? `&maxPriceAmount=${highest}` : ''}`;
        },
      };
      for (const { name, values } of facets) {
        const key = name as keyof typeof filters;
        const others = Object.entries(filters).flatMap(([other, filter]) => (other === key ? [] : [filter]));
        expect(values.length).toBeGreaterThan(1);
        for (const { value, count, label } of values) {
          expect(label).not.toBe('');
          expect((await search([...others, toFilter[key](value), 'limit=1'].join('&'))).total).toBe(count);
        }
      }
    });

    it('counts no facets unless asked', async () => {
      expect((await search('q=lamp&limit=1')).facets).toEqual([]);
    });

    it('asks the database three times at most', async () => {
      running.takeQueries();
      await search('q=steel&facets=category,brand,price&categoryIds=cat-kitchen');
      expect(running.takeQueries()).toHaveLength(3);
    });
  });
});
