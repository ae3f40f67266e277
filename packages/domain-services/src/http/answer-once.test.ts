import { describe, expect, it } from '@jest/globals';
import { onEachDatabase } from '../database/each-database.fixture.ts';

// The reservation of one piece is the work: what it leaves in the stock shows how often it was done.
describe('operations with an Idempotency-Key', () => {
  onEachDatabase(['inventory'], (running) => {
    const stockOf = async (productId: string) =>
      (await running.get('inventory', `/v1/stock?ids=${productId}`)).body.items[0].available as number;
    const reserve = (key: string | undefined, productId: string, quantity: unknown = 1) =>
      running.send('inventory', '/v1/reservations', {
        token: running.provider.clientToken('orders'),
        body: { orderId: 'ord-1', items: [{ productId, quantity }] },
        ...(key === undefined ? {} : { key }),
      });

    it('give the first answer again, and say so', async () => {
      const before = await stockOf('prd-0002');
      const first = await reserve('once', 'prd-0002');
      const second = await reserve('once', 'prd-0002');
      expect(first.status).toBe(201);
      expect(first.headers).not.toHaveProperty('idempotency-replayed');
      expect(first.headers).toMatchObject({ 'cache-control': 'no-store' });
      expect(first.headers).not.toHaveProperty('etag');
      expect(second).toMatchObject({ status: 201, text: first.text });
      expect(second.headers).toMatchObject({
        'idempotency-replayed': 'true',
        'content-type': first.headers['content-type'],
        'cache-control': 'no-store',
      });
      expect(await stockOf('prd-0002')).toBe(before - 1);
    });

    it('have one effect however often they arrive at once', async () => {
      const before = await stockOf('prd-0003');
      const answers = await Promise.all(Array.from({ length: 20 }, () => reserve('at-once', 'prd-0003')));
      for (const { status, body } of answers) {
        if (status === 409) expect(body.code).toBe('IDEMPOTENCY_KEY_IN_USE');
        else expect(status).toBe(201);
      }
      expect(new Set(answers.filter(({ status }) => status === 201).map(({ body }) => body.id)).size).toBe(1);
      expect(await stockOf('prd-0003')).toBe(before - 1);
    });

    it('refuse another body under the same key', async () => {
      await reserve('other', 'prd-0003');
      expect(await reserve('other', 'prd-0002')).toMatchObject({
        status: 422,
        body: { code: 'IDEMPOTENCY_KEY_REUSED' },
      });
    });

    it('give a failure again once the work began', async () => {
      const first = await reserve('too-many', 'prd-9999', 99);
      const second = await reserve('too-many', 'prd-9999', 99);
      expect(first).toMatchObject({ status: 409, body: { code: 'OUT_OF_STOCK' } });
      expect(second.text).toBe(first.text);
      expect(second.headers).toMatchObject({
        'idempotency-replayed': 'true',
        'content-type': 'application/problem+json; charset=utf-8',
      });
    });

    it('may use a key again after a request that was refused', async () => {
      expect((await reserve('mended', 'prd-0002', 0)).status).toBe(422);
      expect((await reserve('mended', 'prd-0002', 1)).status).toBe(201);
    });

    it.each([
      ['no key', undefined],
      ['a key with a space', 'a b'],
      ['a key that is too long', 'k'.repeat(256)],
    ])('refuse %s', async (_what, key) => {
      expect(await reserve(key, 'prd-0002')).toMatchObject({
        status: 400,
        body: { code: 'BAD_REQUEST', errors: [{ parameter: 'Idempotency-Key' }] },
      });
    });

    it.each([
      [
        'text for a number',
        { orderId: 'ord-1', items: [{ productId: 'prd-0002', quantity: '2' }] },
        'items.0.quantity',
      ],
      ['an unknown property', { orderId: 'o', items: [{ productId: 'p', quantity: 1 }], extra: 1 }, 'extra'],
      ['a missing property', { orderId: 'ord-1', items: [{ productId: 'prd-0002' }] }, 'items.0.quantity'],
      ['a list', [], 'body'],
      ['nothing', undefined, 'body'],
    ])('refuse a body with %s', async (_what, body, parameter) => {
      const token = running.provider.clientToken('orders');
      const options = { token, key: 'wrong', ...(body === undefined ? {} : { body }) };
      const answer = await running.send('inventory', '/v1/reservations', options);
      expect(answer).toMatchObject({ status: 422, body: { code: 'VALIDATION_FAILED', errors: [{ parameter }] } });
    });

    it.each([
      ['{"orderId":', 'application/json', 400],
      ['{"__proto__":{}}', 'application/json', 400],
      ['orderId=1', 'text/plain', 415],
    ])('refuse the body %s of %s', async (body, type, status) => {
      const headers = { 'content-type': type, 'idempotency-key': 'unread' };
      expect(await running.get('inventory', '/v1/reservations', { method: 'POST', headers, body })).toMatchObject({
        status,
        body: { status },
      });
    });
  });
});
