import { describe, expect, it } from '@jest/globals';
import { onEachDatabase } from '../database/each-database.fixture.ts';
import { drawImage } from './images.ts';

describe('images', () => {
  it('are drawn the same every time and hold no markup from names', () => {
    const drawing = {
      id: 'prd-0001-1',
      alt: '<script>"&',
      width: 9,
      height: 9,
      motif: 'rugs',
      colour: '#123456',
      initial: '<',
    };
    const svg = drawImage(drawing, 100, 50);
    expect(drawImage(drawing, 100, 50)).toBe(svg);
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;script&gt;&quot;&amp;');
  });

  onEachDatabase(['catalog'], (running) => {
    const get = (path: string) => running.get('catalog', path, { token: null });

    it('are served for every product and category, at the URL they are announced with', async () => {
      const products = (await running.get('catalog', '/v1/products?fields=images&limit=5')).body.items;
      const categories = (await running.get('catalog', '/v1/categories?fields=image&limit=5')).body.items;
      const images = [...products.flatMap((product: { images: object[] }) => product.images), categories[0].image];
      expect(images.length).toBeGreaterThan(10);
      for (const { url, alt } of images) {
        expect(alt.length).toBeGreaterThan(3);
        const { origin, pathname } = new URL(url);
        expect(origin).toBe(running.services.origins.catalog);
        expect((await get(pathname)).status).toBe(200);
      }
    });

    it('come in any size and in their own proportions', async () => {
      expect((await get('/v1/images/cat-living?width=300')).text).toContain('width="300" height="200"');
      expect((await get('/v1/images/cat-living?width=300&height=300')).text).toContain('width="300" height="300"');
      expect((await get('/v1/images/prd-0001-1')).text).toContain('width="640" height="640"');
    });

    it('may be kept for ever, cannot run scripts and validate', async () => {
      const { headers } = await get('/v1/images/prd-0001-1');
      expect(headers).toMatchObject({
        'content-type': 'image/svg+xml; charset=utf-8',
        'cache-control': 'public, max-age=31536000, immutable',
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
        'x-content-type-options': 'nosniff',
      });
      const tag = { 'if-none-match': String(headers.etag) };
      const again = await running.get('catalog', '/v1/images/prd-0001-1', { token: null, headers: tag });
      expect(again.status).toBe(304);
    });

    it.each(['prd-0001-9', 'prd-9999-1', 'prd-0001', 'cat-nothing', 'x'])('answer 404 for %s', async (id) => {
      expect(await get(`/v1/images/${id}`)).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    });

    it.each(['a%3Cb', 'prd-0001-1?width=0', 'prd-0001-1?width=5000', 'prd-0001-1?size=1'])(
      'answer 400 for %s',
      async (path) => {
        expect(await get(`/v1/images/${path}`)).toMatchObject({ status: 400, body: { code: 'BAD_REQUEST' } });
      },
    );
  });
});
