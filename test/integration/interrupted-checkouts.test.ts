/** Checkouts that die, or wait for somebody who is not there: a coded answer, and afterwards the services' tables agree. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { newKey } from '../support/buy.ts';
import type { BffName } from '../support/observed-bffs.ts';
import { openShop, type Shop } from '../support/shop.ts';

let shop: Shop;
let skewMs = 0;
let onStep: (moment: string) => void = () => undefined;
beforeAll(async () => {
  const checkout = { leaseMs: 250, patienceMs: 200, onStep: (moment: string) => onStep(moment) };
  shop = await openShop({ now: () => Date.now() + skewMs, sweepIntervalMs: 50, checkout });
});
afterAll(() => shop.close());
afterEach(async () => {
  onStep = () => undefined;
  shop.unplugged.clear();
  expect(await shop.imbalances()).toEqual([]);
  expect(shop.takeViolations()).toEqual([]);
});

const bffs: BffName[] = ['web', 'mobile'];
const steps = ['begun', 'settled', 'reserved', 'authorized', 'placed', 'captured'];
const moments = steps.flatMap((step) => [`before ${step}`, `after ${step}`]);

/** Does something at one moment of the next checkout, once. */
function at(moment: string, action: () => void): void {
  onStep = (reached) => {
    if (reached !== moment) return;
    onStep = () => undefined;
    action();
  };
}

async function fullCart(bff: BffName) {
  const shopper = shop.newShopper(bff);
  const { cart } = await shopper.add(shop.plenty[0] ?? '', 1);
  return { shopper, agreed: cart?.agreed ?? {}, key: newKey() };
}

describe.each(bffs)('a checkout whose process dies, %s', (bff) => {
  it.each(moments)('%s: it is bought once, and the same key tells so', async (moment) => {
    const { shopper, agreed, key } = await fullCart(bff);
    at(moment, () => {
      throw new Error('The process dies.');
    });
    const { outcome } = await shopper.checkout({ agreed, key });
    expect(['ORDERED', 'UPSTREAM_UNAVAILABLE']).toContain(outcome);
    const { orders, payments } = await shop.booksOf(shopper.account);
    expect([orders.map(({ status }) => status), payments.length]).toEqual([['paid'], 1]);
    const again = await shopper.checkout({ agreed, key });
    expect(again).toMatchObject({ outcome: 'ORDERED', orderId: orders[0]?.id, cart: { lines: [] } });
  });
});

describe.each(bffs)('a checkout that a service leaves alone, %s', (bff) => {
  it.each([
    ['carts', 'before begun'],
    ['accounts', 'before begun'],
    ['inventory', 'before settled'],
    ['payments', 'before reserved'],
    ['inventory', 'before authorized'],
    ['payments', 'before placed'],
    ['carts', 'before captured'],
  ])('%s, %s: a coded answer, and once it is back, one order', async (service, moment) => {
    const { shopper, agreed, key } = await fullCart(bff);
    at(moment, () => shop.unplugged.add(service));
    const { outcome } = await shopper.checkout({ agreed, key });
    expect(['ORDERED', 'UPSTREAM_UNAVAILABLE']).toContain(outcome);
    shop.unplugged.clear();
    const { orders } = await shop.booksOf(shopper.account);
    expect(orders).toMatchObject([{ status: 'paid' }]);
    expect(await shopper.checkout({ agreed, key })).toMatchObject({ outcome: 'ORDERED', orderId: orders[0]?.id });
  });

  it('orders itself: a coded answer, and nothing is bought', async () => {
    const { shopper, agreed } = await fullCart(bff);
    shop.unplugged.add('orders');
    expect(await shopper.checkout({ agreed })).toEqual({ outcome: 'UPSTREAM_UNAVAILABLE' });
    expect(await shop.booksOf(shopper.account)).toMatchObject({ orders: [], payments: [], cartItems: [{}] });
  });
});

describe.each(bffs)('a reservation, %s', (bff) => {
  it('that expired before the order was placed charges nothing, and gives everything back', async () => {
    const { shopper, agreed } = await fullCart(bff);
    at('before authorized', () => {
      skewMs += 601_000;
    });
    expect(await shopper.checkout({ agreed })).toEqual({ outcome: 'CONFLICT' });
    const { orders, payments, reservations } = await shop.booksOf(shopper.account);
    expect([orders, payments, reservations]).toMatchObject([[], [{ status: 'voided' }], [{ status: 'expired' }]]);
    expect(await shopper.checkout({ agreed })).toMatchObject({ outcome: 'ORDERED' });
  });
});

describe('a card whose bank takes its time', () => {
  it('is charged once: the answer is that nobody knows yet, and later the same key tells', async () => {
    await Promise.all(
      bffs.map(async (bff) => {
        const { shopper, agreed, key } = await fullCart(bff);
        const choices = { agreed, key, cardToken: 'card-slow' };
        expect(await shopper.checkout(choices)).toEqual({ outcome: 'UPSTREAM_UNAVAILABLE' });
        const { orders, payments } = await shop.booksOf(shopper.account);
        expect([orders, payments]).toMatchObject([[{ status: 'paid' }], [{ status: 'captured' }]]);
        expect(await shopper.checkout(choices)).toMatchObject({ outcome: 'ORDERED', orderId: orders[0]?.id });
      }),
    );
  }, 40_000);
});
