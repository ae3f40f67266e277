import { describe, expect, it } from '@jest/globals';
import type { FastifyBaseLogger } from 'fastify';
import type { Checkout } from './checkout-rows.ts';
import type { Checkouts } from './checkouts.ts';
import { createRecovery } from './recovery.ts';

const log = { info: () => undefined, debug: () => undefined } as unknown as FastifyBaseLogger;
const toCheckout = (number: number): Checkout => ({
  id: `ord-${number}`,
  begunBy: '',
  fingerprint: '',
  accountId: 'acc-001',
  terms: { totalAmount: 1, currency: 'EUR', addressId: 'adr-0001' },
  state: { step: 'cancelled', reason: 'requested' },
  attempts: 0,
  lease: '',
  createdAt: 0,
});

/** A pass over so many checkouts, each of which is driven for as long as the test wants. */
function startPass(count: number) {
  const closing = new AbortController();
  const due = Array.from({ length: count }, (_, number) => toCheckout(number));
  const checkouts = { listDue: async () => due, take: async (checkout: Checkout) => checkout } as unknown as Checkouts;
  const under = new Map<string, { end: () => void; fail: () => void }>();
  let begun = 0;
  const drive = (checkout: Checkout) =>
    new Promise<Checkout>((resolve, reject) => {
      begun += 1;
      const leave = () => under.delete(checkout.id);
      under.set(checkout.id, {
        end: () => leave() && resolve(checkout),
        fail: () => leave() && reject(new Error('payments are away')),
      });
    });
  const pass = createRecovery({ checkouts, drive, log, closing: closing.signal })();
  const settled = async () => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  return { pass, under, begun: () => begun, settled, close: () => closing.abort() };
}

describe('recovery', () => {
  it('drives ten checkouts at a time, and all of them in the end, whichever fail', async () => {
    const { pass, under, begun, settled } = startPass(35);
    await settled();
    for (let left = 35; left > 0; left -= 1) {
      expect(under.size).toBe(Math.min(10, left));
      const [one] = [...under.values()];
      if (left % 3 === 0) one?.fail();
      else one?.end();
      await settled();
    }
    await pass;
    expect(begun()).toBe(35);
  });

  it('begins no more once the service stops', async () => {
    const { pass, under, begun, settled, close } = startPass(35);
    await settled();
    close();
    for (const { end } of [...under.values()]) end();
    await pass;
    expect(begun()).toBe(10);
  });
});
