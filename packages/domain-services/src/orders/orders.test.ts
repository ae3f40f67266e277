import { beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'undici';
import type { Customer } from './customer.fixture.ts';
import { lamp, onEachShop } from './each-shop.fixture.ts';

describe('orders', () => {
  onEachShop(
    () => ({}),
    (shop) => {
      let anna: Customer;
      const ids: string[] = [];
      beforeAll(async () => {
        anna = shop.newCustomer();
        for (let index = 0; index < 5; index += 1) {
          await anna.add(lamp);
          shop.advance(1000);
          ids.unshift((await anna.checkOut()).body.id);
        }
      });
      const idsOf = ({ items }: { items: { id: string }[] }) => items.map(({ id }) => id);

      it('are listed newest first, page by page', async () => {
        const first = (await anna.orders('?limit=2')).body;
        expect(first).toMatchObject({ total: 5, next: ids[1] });
        const rest = (await anna.orders(`?limit=3&after=${first.next}`)).body;
        expect([...idsOf(first), ...idsOf(rest)]).toEqual(ids);
        expect(rest.next).toBeNull();
      });

      it('are grouped by account, those of others empty', async () => {
        const { groups } = (await anna.orders(`?accountIds=acc-300,${anna.accountId}&limit=2`)).body;
        expect(groups[0]).toEqual({ parentId: 'acc-300', items: [], next: null, total: 0 });
        expect(groups[1]).toMatchObject({ parentId: anna.accountId, total: 5, next: ids[1] });
        const next = (await anna.orders(`?accountIds=${anna.accountId}&limit=20&after=${ids[1]}`)).body.groups[0];
        expect(idsOf(next)).toEqual(ids.slice(2));
      });

      it('keep only the fields that are asked for', async () => {
        const { body, headers } = await anna.orders(`?ids=${ids[0]}&fields=id,status`);
        expect(body.items).toEqual([{ id: ids[0], status: 'paid' }]);
        expect(headers).toMatchObject({ 'cache-control': 'private, no-cache', vary: 'Authorization' });
      });

      it('of others are as if they did not exist', async () => {
        const ben = shop.newCustomer();
        expect((await ben.orders(`?ids=${ids[0]}`)).body).toEqual({ items: [], next: null, total: 0 });
        expect((await ben.orders(`?after=${ids[0]}`)).status).toBe(400);
      });

      it('belong to people, not to clients', async () => {
        const headers = { authorization: `Bearer ${shop.running.provider.clientToken()}` };
        const { statusCode, body } = await request(`${shop.origins.orders}/v1/orders`, { headers });
        await body.dump();
        expect(statusCode).toBe(403);
      });
    },
  );
});
