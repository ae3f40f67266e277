import type { Payment } from '@facet/sources';
import { describe, expect, it } from '@jest/globals';
import { toCanCancel, toPaymentLabel } from './order.ts';

const payment: Payment = {
  id: 'pay-1',
  orderId: 'ord-1',
  accountId: 'acc-001',
  status: 'captured',
  amount: 1,
  currency: 'EUR',
  declineReason: null,
  cardLabel: 'Visa ending in 4242',
  createdAt: '2026-03-12T09:30:00.000Z',
  updatedAt: '2026-03-12T09:30:00.000Z',
};
const label = (items: Payment[], locale = 'en-GB') => toPaymentLabel({ items }, {}, { locale });

describe('toPaymentLabel', () => {
  it.each([
    ['en-GB', 'Visa ending in 4242 · paid'],
    ['de-DE', 'Visa mit Endziffern 4242 · bezahlt'],
    ['fr-FR', 'Visa se terminant par 4242 · payé'],
    ['es-ES', 'Visa terminada en 4242 · pagado'],
  ])('names card and state for %s', (locale, text) => {
    expect(label([payment], locale)).toBe(text);
  });

  it('shows a card that is named otherwise as it is', () => {
    expect(label([{ ...payment, cardLabel: 'Gift card', status: 'authorized' }])).toBe('Gift card · being charged');
  });

  it('takes the payment that was not declined, and is null without any', () => {
    expect(label([{ ...payment, status: 'declined' }, payment])).toBe('Visa ending in 4242 · paid');
    expect(label([])).toBeNull();
  });
});

describe('toCanCancel', () => {
  const orderedAt = Date.parse('2026-03-12T09:30:00.000Z');
  const canCancel = (status: 'placed' | 'paid' | 'cancelled', afterMs: number) =>
    toCanCancel({ status, createdAt: '2026-03-12T09:30:00.000Z' }, {}, {}, orderedAt + afterMs);

  it('is true for a day, unless the order is cancelled', () => {
    expect(canCancel('paid', 0)).toBe(true);
    expect(canCancel('placed', 86_399_999)).toBe(true);
    expect(canCancel('paid', 86_400_000)).toBe(false);
    expect(canCancel('cancelled', 0)).toBe(false);
  });
});
