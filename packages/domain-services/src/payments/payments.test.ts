import { beforeEach, describe, expect, it } from '@jest/globals';
import { type Answer, onEachDatabase } from '../database/each-database.fixture.ts';
import { startDomainServices } from '../index.ts';

describe('payments', () => {
  onEachDatabase(['payments'], (running) => {
    let token: string;
    let count = 0;
    beforeEach(() => {
      token = running.provider.clientToken('orders');
    });
    const authorize = (cardToken: string, more: object = {}, key = `key-${++count}`) =>
      running.send('payments', '/v1/payments', {
        token,
        key,
        subject: 'acc-001',
        body: { orderId: `ord-${count}`, amount: 1999, currency: 'EUR', cardToken, ...more },
      });
    const act = (id: string, action: string, subject = 'acc-001') =>
      running.send('payments', `/v1/payments/${id}/${action}`, { token, subject, key: `key-${++count}` });
    const close = (orderId: string, key = `key-${++count}`) =>
      running.send('payments', `/v1/order-payments/${orderId}/close`, { token, subject: 'acc-001', key });
    const statusOf = ({ status, body }: Answer) => (status === 200 ? body.status : body.code);

    it('hold the amount on a good card', async () => {
      const { status, body } = await authorize('card-visa');
      expect(status).toBe(201);
      expect(body).toMatchObject({
        id: expect.stringMatching(/^pay-/),
        accountId: 'acc-001',
        status: 'authorized',
        amount: 1999,
        declineReason: null,
        cardLabel: 'Visa ending in 4242',
      });
      expect((await authorize('card-mastercard')).body.status).toBe('authorized');
    });

    it.each([
      ['card-no-funds', 'insufficientFunds'],
      ['card-expired', 'cardExpired'],
      ['card-refused', 'cardRefused'],
      ['constructor', 'cardRefused'],
    ])('decline %s: %s', async (card, declineReason) => {
      const { status, body } = await authorize(card);
      expect(status).toBe(201);
      expect(body).toMatchObject({ status: 'declined', declineReason });
      expect(statusOf(await act(body.id, 'capture'))).toBe('NOT_CAPTURABLE');
    });

    it('take card-try-again at the second attempt of an order', async () => {
      const orderId = 'ord-again';
      const first = await authorize('card-try-again', { orderId }, 'again-1');
      expect(first.body).toMatchObject({ status: 'declined', declineReason: 'tryAgain' });
      expect((await authorize('card-try-again', { orderId }, 'again-1')).text).toBe(first.text);
      expect((await authorize('card-try-again', { orderId }, 'again-2')).body.status).toBe('authorized');
    });

    it.each([
      [['capture'], ['captured']],
      [
        ['capture', 'capture'],
        ['captured', 'captured'],
      ],
      [
        ['void', 'void', 'capture', 'refund'],
        ['voided', 'voided', 'NOT_CAPTURABLE', 'NOT_CAPTURABLE'],
      ],
      [
        ['capture', 'void', 'refund', 'refund', 'capture'],
        ['captured', 'NOT_CAPTURABLE', 'refunded', 'refunded', 'NOT_CAPTURABLE'],
      ],
      [
        ['refund', 'capture'],
        ['NOT_CAPTURABLE', 'captured'],
      ],
    ])('go through %j as %j', async (actions, expected) => {
      const { body } = await authorize('card-visa');
      const outcomes: string[] = [];
      for (const action of actions) outcomes.push(statusOf(await act(body.id, action)));
      expect(outcomes).toEqual(expected);
    });

    it('are captured or voided, never both', async () => {
      const { body } = await authorize('card-visa');
      const answers = await Promise.all(['capture', 'void', 'capture', 'void'].map((action) => act(body.id, action)));
      const reached = new Set(answers.filter(({ status }) => status === 200).map((answer) => statusOf(answer)));
      expect(reached.size).toBe(1);
      expect(answers.filter(({ status }) => status === 409)).toHaveLength(2);
    });

    it('are one an order at a time, whatever the keys', async () => {
      const orderId = 'ord-single';
      const answers = await Promise.all([1, 2, 3, 4].map((turn) => authorize('card-visa', { orderId }, `one-${turn}`)));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
      const [made] = answers.filter(({ status }) => status === 201);
      await act(made?.body.id, 'void');
      expect((await authorize('card-visa', { orderId }, 'one-5')).status).toBe(201);
    });

    it.each([
      ['held', ['voided'], { voidedAmount: 1999, refundedAmount: 0 }],
      ['captured', ['refunded'], { voidedAmount: 0, refundedAmount: 1999 }],
      ['declined', ['declined'], { voidedAmount: 0, refundedAmount: 0 }],
      ['none', [], { voidedAmount: 0, refundedAmount: 0 }],
    ])('of an order end together when they are %s, and none can follow', async (what, statuses, amounts) => {
      const orderId = `ord-to-close-${what}`;
      const made =
        what === 'none' ? undefined : await authorize(what === 'declined' ? 'card-expired' : 'card-visa', { orderId });
      if (what === 'captured') await act(made?.body.id, 'capture');
      const first = await close(orderId);
      expect({ status: first.status, body: first.body }).toEqual({ status: 200, body: { orderId, ...amounts } });
      expect((await close(orderId)).body).toEqual(first.body);
      const list = `/v1/payments?orderIds=${orderId}`;
      const { groups } = (await running.get('payments', list, { token: running.provider.personToken('acc-001') })).body;
      expect(groups[0].items.map((payment: { status: string }) => payment.status)).toEqual(statuses);
      expect(await authorize('card-visa', { orderId })).toMatchObject({ status: 409, body: { code: 'CONFLICT' } });
      if (made) expect(statusOf(await act(made.body.id, 'capture'))).toBe('NOT_CAPTURABLE');
    });

    it('hold nothing when an order is closed while they are asked for', async () => {
      const orders = Array.from({ length: 12 }, (_, index) => `ord-race-${index}`);
      await Promise.all(
        orders.flatMap((orderId) => [
          authorize('card-visa', { orderId }),
          close(orderId),
          authorize('card-visa', { orderId }),
        ]),
      );
      const list = `/v1/payments?orderIds=${orders}&limit=20`;
      const { groups } = (await running.get('payments', list, { token: running.provider.personToken('acc-001') })).body;
      const statuses = groups.flatMap(({ items }: { items: { status: string }[] }) =>
        items.map(({ status }) => status),
      );
      expect(statuses.filter((status: string) => status !== 'voided')).toEqual([]);
    });

    it('of somebody else stay as they are when an order is closed', async () => {
      const { body } = await authorize('card-visa', { orderId: 'ord-theirs' });
      const closing = { token, subject: 'acc-002', key: `key-${++count}` };
      const { status } = await running.send('payments', '/v1/order-payments/ord-theirs/close', closing);
      expect(status).toBe(200);
      expect(statusOf(await act(body.id, 'capture'))).toBe('captured');
    });

    it('exist for the person whose they are only', async () => {
      const { body } = await authorize('card-visa', { orderId: 'ord-mine' });
      const list = (accountId: string, query: string) =>
        running.get('payments', `/v1/payments?${query}`, { token: running.provider.personToken(accountId) });
      expect((await list('acc-001', 'orderIds=ord-mine,ord-none&limit=3')).body.groups).toEqual([
        { parentId: 'ord-mine', items: [body], next: null, total: 1 },
        { parentId: 'ord-none', items: [], next: null, total: 0 },
      ]);
      expect((await list('acc-001', 'limit=1')).body.items).toEqual([body]);
      expect((await list('acc-002', `ids=${body.id}`)).body).toEqual({ items: [], next: null, total: 0 });
      expect((await list('acc-002', 'orderIds=ord-mine')).body.groups[0].total).toBe(0);
      expect((await act(body.id, 'void', 'acc-002')).status).toBe(404);
      const headers = { 'facet-subject': 'acc-001' };
      expect((await running.get('payments', `/v1/payments?ids=${body.id}`, { token, headers })).body.total).toBe(1);
    });

    it('move at the word of the service orders only', async () => {
      const body = { orderId: 'ord-x', amount: 1, currency: 'EUR', cardToken: 'card-visa' };
      const write = (options: object) =>
        running.send('payments', '/v1/payments', { key: 'not-theirs', body, ...options });
      const asPerson = { token: running.provider.personToken('acc-001') };
      expect((await write(asPerson)).status).toBe(403);
      expect((await write({ ...asPerson, subject: 'acc-002' })).status).toBe(403);
      expect((await write({ subject: 'acc-001' })).status).toBe(403);
      expect((await write({ token })).status).toBe(403);
      expect((await write({ token, subject: 'NOT AN ID' })).status).toBe(400);
      const path = '/v1/order-payments/ord-x/close';
      expect((await running.send('payments', path, { key: 'not-theirs', ...asPerson })).status).toBe(403);
      expect((await running.send('payments', path, { key: 'not-theirs', token })).status).toBe(403);
    });

    it('are held before a slow bank answers, and a stop ends the wait', async () => {
      const identity = { issuer: running.provider.issuer, audience: 'urn:facet:api' };
      const { database } = running;
      const ports = { payments: 0 };
      const second = await startDomainServices({
        services: ['payments'],
        ports,
        database,
        identity,
        logLevel: 'silent',
      });
      const services = running.services;
      running.services = second;
      const startedAt = performance.now();
      const slow = authorize('card-slow', { orderId: 'ord-slow' });
      running.services = services;
      const person = { token: running.provider.personToken('acc-001') };
      const find = async () =>
        (await running.get('payments', '/v1/payments?orderIds=ord-slow', person)).body.groups[0].items[0];
      let held = await find();
      while (!held) held = await find();
      expect(held.status).toBe('authorized');
      await act(held.id, 'void');
      await second.close();
      expect((await slow).body).toMatchObject({ id: held.id, status: 'voided' });
      expect(performance.now() - startedAt).toBeLessThan(5000);
    });
  });
});
