import { describe, expect, it } from '@jest/globals';
import { onEachDatabase } from '../database/each-database.fixture.ts';

describe('a new review', () => {
  onEachDatabase(['reviews'], (running) => {
    let count = 0;
    const write = (accountId: string, more: object = {}, key = `key-${++count}`) =>
      running.send('reviews', '/v1/reviews', {
        token: running.provider.personToken(accountId),
        key,
        body: { productId: 'prd-0001', rating: 4, title: 'Good', body: 'It does what it should.', ...more },
      });
    const summaryOf = async (id: string) =>
      (await running.get('reviews', `/v1/rating-summaries?ids=${id}`)).body.items[0];
    const authorsOf = async (id: string) => {
      const path = `/v1/reviews?productIds=${id}&fields=accountId`;
      return (await running.get('reviews', path)).body.groups[0].items.map(
        (item: { accountId: string }) => item.accountId,
      );
    };
    const findStranger = async (id: string) => {
      const authors = await authorsOf(id);
      return ['acc-101', 'acc-102', 'acc-103'].find((each) => !authors.includes(each)) ?? 'acc-104';
    };

    it('is the newest of its product, and its summary follows', async () => {
      const before = await summaryOf('prd-0001');
      const author = await findStranger('prd-0001');
      const { status, body } = await write(author, { title: ' Good ' });
      expect(status).toBe(201);
      expect(body).toMatchObject({ accountId: author, rating: 4, title: 'Good', helpfulCount: 0 });
      const [group] = (await running.get('reviews', '/v1/reviews?productIds=prd-0001&limit=1')).body.groups;
      expect(group).toMatchObject({ items: [body], total: before.count + 1 });
      const after = await summaryOf('prd-0001');
      expect(after.count).toBe(before.count + 1);
      expect(after.histogram[3]).toBe(before.histogram[3] + 1);
    });

    it('has no text that a database cannot keep', async () => {
      const { status, body } = await write('acc-120', { productId: 'prd-0003', body: 'zero \0 inside' });
      expect([status, body.code, body.errors]).toEqual([
        422,
        'VALIDATION_FAILED',
        [{ parameter: 'body', detail: 'must not contain U+0000' }],
      ]);
    });

    it('is the only one of a person about a product', async () => {
      const author = await findStranger('prd-0002');
      const before = await summaryOf('prd-0002');
      const answers = await Promise.all([1, 2, 3].map(() => write(author, { productId: 'prd-0002' })));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
      expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'CONFLICT' });
      expect((await summaryOf('prd-0002')).count).toBe(before.count + 1);
    });

    it.each([
      [{ rating: 0 }, 'rating'],
      [{ rating: 6 }, 'rating'],
      [{ rating: '5' }, 'rating'],
      [{ title: '' }, 'title'],
      [{ title: '  ' }, 'title'],
      [{ body: 'x'.repeat(5001) }, 'body'],
      [{ productId: 'prd-9999' }, 'productId'],
      [{ verifiedPurchase: true }, 'verifiedPurchase'],
    ])('is refused with %j', async (more, parameter) => {
      expect(await write('acc-105', more)).toMatchObject({
        status: 422,
        body: { code: 'VALIDATION_FAILED', errors: [{ parameter }] },
      });
    });

    it('is a person’s', async () => {
      const body = { productId: 'prd-0001', rating: 4, title: 'Good', body: 'Fine.' };
      expect((await running.send('reviews', '/v1/reviews', { key: 'client', body })).status).toBe(403);
      expect((await running.send('reviews', '/v1/reviews', { key: 'nobody', body, token: 'a.b.c' })).status).toBe(401);
    });
  });
});
