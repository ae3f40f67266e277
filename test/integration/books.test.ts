/** The checker of the books itself: planted contradictions are seen, good books are not complained of. */
import { describe, expect, it } from '@jest/globals';
import type { Books } from '../support/books.ts';
import { findImbalances } from '../support/check-books.ts';

const stock = (available: number, reserved = 0, sold = 0) => [{ product_id: 'prd-1', available, reserved, sold }];
const items = '[{"productId":"prd-1","quantity":2}]';
const nothing = { stock: stock(10), reservations: [], orders: [], checkouts: [], payments: [], cartItems: [] };

const money = { account_id: 'acc-1', currency: 'EUR' };
const order = { id: 'ord-1', status: 'paid' as const, total_amount: 500, items, payment_id: 'pay-1', ...money };
const payment = { id: 'pay-1', order_id: 'ord-1', status: 'captured' as const, amount: 500, ...money };
const reservation = { id: 'res-1', order_id: 'ord-1', status: 'committed' as const, items };
const sold: Books = {
  ...nothing,
  stock: stock(8, 0, 2),
  orders: [order],
  payments: [payment],
  reservations: [reservation],
};
const cancelled: Books = {
  ...nothing,
  orders: [{ ...order, status: 'cancelled' }],
  payments: [{ ...payment, status: 'refunded' }],
  reservations: [{ ...reservation, status: 'released' }],
};
const declined: Books = { ...nothing, payments: [{ ...payment, status: 'declined' }] };

describe('books', () => {
  it.each([
    ['before anything is bought', nothing],
    ['with an order', sold],
    ['with a cancelled order', cancelled],
    ['with a declined card', declined],
  ])('are in order %s', (_, books) => {
    expect(findImbalances(nothing, books)).toEqual([]);
  });

  it.each<[string, Books, string]>([
    ['a piece that is lost', { ...nothing, stock: stock(9) }, 'had 10 pieces, has 9'],
    ['a piece too many', { ...sold, stock: stock(9, 0, 2) }, 'had 10 pieces, has 11'],
    ['fewer than no pieces', { ...nothing, stock: stock(-1, 0, 11) }, 'fewer than no pieces'],
    ['pieces that nobody bought', { ...nothing, stock: stock(8, 0, 2) }, '2 sold, reservations sold 0'],
    ['pieces that nobody holds', { ...nothing, stock: stock(8, 2, 0) }, '2 reserved, reservations hold 0'],
    ['money without an order', { ...nothing, payments: [payment] }, 'pay-1 is captured without an order'],
    [
      'held money without an order',
      { ...nothing, payments: [{ ...payment, status: 'authorized' }] },
      'pay-1 is authorized without an order',
    ],
    ['pieces without an order', { ...sold, orders: [], payments: [] }, 'res-1 is committed without an order'],
    ['an order without pieces', { ...sold, stock: stock(10), reservations: [] }, 'has 0 reservations'],
    ['an order without money', { ...sold, payments: [] }, 'names a payment that is not there'],
    ['an order whose money went back', { ...sold, payments: [{ ...payment, status: 'voided' }] }, 'its payment voided'],
    ['an order of another amount', { ...sold, payments: [{ ...payment, amount: 501 }] }, 'payment differ'],
    ['an order paid twice', { ...sold, payments: [payment, { ...payment, id: 'pay-2' }] }, 'has 2 payments'],
    [
      'an order of other pieces',
      { ...sold, orders: [{ ...order, items: '[{"productId":"prd-1","quantity":1}]' }] },
      'is for prd-1×1, its reservation prd-1×2',
    ],
    [
      'a cancelled order that kept the money',
      { ...cancelled, payments: [payment] },
      'ord-1 is cancelled and has money: pay-1',
    ],
    [
      'a cancelled order that kept the pieces',
      { ...cancelled, stock: stock(8, 0, 2), reservations: [reservation] },
      'ord-1 is cancelled and has pieces: res-1',
    ],
    [
      'what is still under way',
      { ...nothing, checkouts: [{ id: 'ord-1', account_id: 'acc-1', step: 'placed', leased_until: 1 }] },
      'ord-1 is still under way: placed',
    ],
  ])('show %s', (_, books, problem) => {
    expect(findImbalances(nothing, books)).toContainEqual(expect.stringContaining(problem));
  });
});
