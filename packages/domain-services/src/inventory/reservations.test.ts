import { beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { onEachDatabase } from '../database/each-database.fixture.ts';
import { openDatabase } from '../database/open-database.ts';
import { type InventoryTables, inventoryMigrations, type StockRow } from './tables.ts';

let time = Date.UTC(2026, 10, 2);
const now = () => time;

describe('reservations', () => {
  onEachDatabase(
    ['inventory'],
    (running) => {
      let orders: string;
      let count = 0;
      beforeEach(() => {
        orders = running.provider.clientToken('orders');
      });

      /** Looks into the table itself, as no operation tells what is reserved and sold. */
      const withTable = async <Result>(use: (db: Awaited<ReturnType<typeof open>>) => Promise<Result>) => {
        const db = await open();
        return use(db).finally(() => db.destroy());
      };
      const open = () =>
        openDatabase<InventoryTables>({
          name: 'inventory',
          location: running.database,
          migrations: inventoryMigrations,
          seed: async () => undefined,
          onIdleError: () => undefined,
        });
      const setStock = (productId: string, available: number) =>
        withTable((db) =>
          sql`update stock set available = ${available}, reserved = 0, sold = 0 where product_id = ${productId}`.execute(
            db,
          ),
        );
      const stockOf = async (productId: string) => {
        const row = await withTable((db) =>
          db
            .selectFrom('stock')
            .select(['available', 'reserved', 'sold'])
            .where('product_id', '=', productId)
            .executeTakeFirstOrThrow(),
        );
        return row satisfies Pick<StockRow, 'available' | 'reserved' | 'sold'>;
      };
      const reserve = (items: Record<string, number>, more: object = {}, key = `key-${++count}`) =>
        running.send('inventory', '/v1/reservations', {
          token: orders,
          key,
          body: {
            orderId: `ord-${count}`,
            items: Object.entries(items).map(([productId, quantity]) => ({ productId, quantity })),
            ...more,
          },
        });
      const act = (id: string, action: 'commit' | 'release') =>
        running.send('inventory', `/v1/reservations/${id}/${action}`, { token: orders, key: `key-${++count}` });
      const find = async (id: string) =>
        (await running.get('inventory', `/v1/reservations?ids=${id}`, { token: orders })).body.items[0];

      it('hold pieces, sell them, and give them back', async () => {
        await setStock('prd-0010', 10);
        const { status, body } = await reserve({ 'prd-0010': 3 });
        expect(status).toBe(201);
        expect(body).toMatchObject({ status: 'held', items: [{ productId: 'prd-0010', quantity: 3 }] });
        expect(Date.parse(body.expiresAt) - time).toBe(600_000);
        expect(await stockOf('prd-0010')).toEqual({ available: 7, reserved: 3, sold: 0 });
        for (const _again of [1, 2]) expect((await act(body.id, 'commit')).body.status).toBe('committed');
        expect(await stockOf('prd-0010')).toEqual({ available: 7, reserved: 0, sold: 3 });
        for (const _again of [1, 2]) expect((await act(body.id, 'release')).body.status).toBe('released');
        expect(await stockOf('prd-0010')).toEqual({ available: 10, reserved: 0, sold: 0 });
        expect(await act(body.id, 'commit')).toMatchObject({ status: 409, body: { code: 'RESERVATION_EXPIRED' } });
      });

      it('hold all or nothing, and say what is left', async () => {
        await setStock('prd-0011', 5);
        await setStock('prd-0012', 1);
        const { status, body } = await reserve({ 'prd-0012': 2, 'prd-0011': 5, unknown: 1 });
        expect(status).toBe(409);
        expect(body).toMatchObject({
          code: 'OUT_OF_STOCK',
          available: [
            { productId: 'prd-0012', available: 1 },
            { productId: 'unknown', available: 0 },
          ],
        });
        expect(await stockOf('prd-0011')).toEqual({ available: 5, reserved: 0, sold: 0 });
      });

      it('count a product that is named twice', async () => {
        await setStock('prd-0013', 3);
        const twice = { items: [1, 2].map(() => ({ productId: 'prd-0013', quantity: 2 })) };
        expect((await reserve({}, twice)).status).toBe(409);
        const once = await reserve({ 'prd-0013': 3 });
        expect(once.status).toBe(201);
      });

      it('end when their time is over: the pieces can be ordered again', async () => {
        await setStock('prd-0014', 2);
        const { body } = await reserve({ 'prd-0014': 2 }, { expiresInSeconds: 60 });
        time += 59_999;
        expect((await reserve({ 'prd-0014': 1 })).status).toBe(409);
        time += 1;
        const stock = await running.get('inventory', '/v1/stock?ids=prd-0014');
        expect(stock.body.items[0].available).toBe(2);
        expect(await find(body.id)).toMatchObject({ status: 'expired' });
        expect(await act(body.id, 'commit')).toMatchObject({ status: 409, body: { code: 'RESERVATION_EXPIRED' } });
        expect((await act(body.id, 'release')).body.status).toBe('expired');
        expect(await stockOf('prd-0014')).toEqual({ available: 2, reserved: 0, sold: 0 });
      });

      it('make room for the next one at the moment they end', async () => {
        await setStock('prd-0015', 1);
        await reserve({ 'prd-0015': 1 }, { expiresInSeconds: 1 });
        time += 1000;
        expect((await reserve({ 'prd-0015': 1 })).status).toBe(201);
        expect(await stockOf('prd-0015')).toEqual({ available: 0, reserved: 1, sold: 0 });
      });

      it('are one an order and attempt, even when the kept answer is gone', async () => {
        await setStock('prd-0016', 5);
        const first = await reserve({ 'prd-0016': 2 }, { orderId: 'ord-natural', expiresInSeconds: 3600 }, 'natural');
        await withTable((db) => db.deleteFrom('idempotency_keys').execute());
        const second = await reserve({ 'prd-0016': 2 }, { orderId: 'ord-natural', expiresInSeconds: 3600 }, 'natural');
        expect(second.body).toEqual(first.body);
        expect(await stockOf('prd-0016')).toEqual({ available: 3, reserved: 2, sold: 0 });
      });

      it('give the last ten pieces to ten of two hundred', async () => {
        await setStock('prd-0017', 10);
        await setStock('prd-0018', 500);
        const answers = await Promise.all(
          Array.from({ length: 200 }, (_, index) =>
            reserve({ 'prd-0017': 1, 'prd-0018': 1 }, { orderId: `ord-race-${index}` }, `race-${index}`),
          ),
        );
        const byStatus = Map.groupBy(answers, ({ status }) => status);
        expect([byStatus.get(201)?.length, byStatus.get(409)?.length]).toEqual([10, 190]);
        expect(await stockOf('prd-0017')).toEqual({ available: 0, reserved: 10, sold: 0 });
        expect(await stockOf('prd-0018')).toEqual({ available: 490, reserved: 10, sold: 0 });
      });

      it('are committed or released, never both', async () => {
        await setStock('prd-0019', 40);
        const made = await Promise.all(Array.from({ length: 20 }, () => reserve({ 'prd-0019': 2 })));
        await Promise.all(made.flatMap(({ body }) => [act(body.id, 'commit'), act(body.id, 'release')]));
        expect(await stockOf('prd-0019')).toEqual({ available: 40, reserved: 0, sold: 0 });
      });

      it('are for the service orders only', async () => {
        for (const token of [running.provider.clientToken(), running.provider.personToken('acc-001')]) {
          const body = { orderId: 'ord-1', items: [{ productId: 'prd-0010', quantity: 1 }] };
          const answers = [
            await running.get('inventory', '/v1/reservations', { token }),
            await running.send('inventory', '/v1/reservations', { token, key: 'theirs', body }),
            await running.send('inventory', '/v1/reservations/res-1/release', { token, key: 'theirs' }),
          ];
          expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
        }
        expect((await act('res-unknown', 'commit')).status).toBe(404);
      });

      it('are listed newest first', async () => {
        time += 1000;
        const { body } = await reserve({ 'prd-0018': 1 });
        const page = await running.get('inventory', '/v1/reservations?limit=2&fields=id', { token: orders });
        expect(page.body).toMatchObject({ items: [{ id: body.id }, {}], total: expect.any(Number) });
      });
    },
    { now, sweepIntervalMs: 3_600_000 },
  );

  onEachDatabase(
    ['inventory'],
    (running) => {
      it('are given back although nobody asks', async () => {
        const body = { orderId: 'ord-1', items: [{ productId: 'prd-0002', quantity: 1 }], expiresInSeconds: 60 };
        await running.send('inventory', '/v1/reservations', {
          token: running.provider.clientToken('orders'),
          key: 'left-alone',
          body,
        });
        time += 60_000;
        const isGivenBack = () => running.takeQueries().some((query) => /^\s*update stock/.test(query));
        isGivenBack();
        while (!isGivenBack()) await new Promise((resolve) => setImmediate(resolve));
      });
    },
    { now, sweepIntervalMs: 10 },
  );
});
