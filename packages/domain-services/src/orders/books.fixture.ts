// Checks the books: what orders, payments and inventory have in their own tables must tell one story.
import { expect } from '@jest/globals';
import type { ReservationRow, StockRow } from '../inventory/tables.ts';
import type { PaymentRow } from '../payments/tables.ts';
import type { Shop } from './shop.fixture.ts';
import type { CheckoutRow, OrderRow } from './tables.ts';

export interface Books {
  readonly orders: OrderRow[];
  readonly checkouts: CheckoutRow[];
  readonly payments: PaymentRow[];
  readonly reservations: ReservationRow[];
  readonly stock: StockRow[];
}

export async function readBooks(shop: Shop): Promise<Books> {
  const all = (service: 'orders' | 'payments' | 'inventory', table: string) =>
    shop.tables(service).selectFrom(table).selectAll().execute() as Promise<never[]>;
  return {
    orders: await all('orders', 'orders'),
    checkouts: await all('orders', 'checkouts'),
    payments: await all('payments', 'payments'),
    reservations: await all('inventory', 'reservations'),
    stock: await all('inventory', 'stock'),
  };
}

/** The pieces there are of each product, wherever they are counted. */
export async function countPieces(shop: Shop): Promise<Map<string, number>> {
  const { stock } = await readBooks(shop);
  return new Map(stock.map((row) => [row.product_id, row.available + row.reserved + row.sold]));
}

interface Pieces {
  readonly productId: string;
  readonly quantity: number;
}

function sumPieces(reservations: readonly ReservationRow[], status: ReservationRow['status']): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { items } of reservations.filter((row) => row.status === status)) {
    for (const { productId, quantity } of JSON.parse(items) as Pieces[]) {
      sums.set(productId, (sums.get(productId) ?? 0) + quantity);
    }
  }
  return sums;
}

const sumAmounts = (payments: readonly PaymentRow[], ...statuses: PaymentRow['status'][]) =>
  payments.filter(({ status }) => statuses.includes(status)).reduce((sum, { amount }) => sum + amount, 0);

const toPieces = (items: string) =>
  (JSON.parse(items) as Pieces[]).map(({ productId, quantity }) => `${productId} x${quantity}`).sort();

const expected = {
  placed: { payment: 'authorized', reservation: 'committed' },
  paid: { payment: 'captured', reservation: 'committed' },
  cancelled: { payment: /^(voided|refunded)$/, reservation: 'released' },
} as const;

function checkOrder(order: OrderRow, { payments, reservations }: Books): void {
  const held = reservations.filter((row) => row.order_id === order.id);
  expect(order.cancel_reason === null).toBe(order.status !== 'cancelled');
  expect(held).toHaveLength(1);
  expect(held[0]?.status).toBe(expected[order.status].reservation);
  expect(toPieces(held[0]?.items ?? '[]')).toEqual(toPieces(order.items));
  const charged = payments.filter((row) => row.order_id === order.id && row.status !== 'declined');
  expect(charged).toHaveLength(1);
  expect(charged[0]).toMatchObject({ id: order.payment_id, amount: order.total_amount, account_id: order.account_id });
  expect(charged[0]?.status).toMatch(expected[order.status].payment);
}

/** With nothing under way: no money without an order, no order without stock, nothing doubled, no piece lost. */
export async function checkBooks(shop: Shop, pieces: ReadonlyMap<string, number>): Promise<Books> {
  const books = await readBooks(shop);
  const { orders, checkouts, payments, reservations, stock } = books;
  expect(checkouts.filter((row) => row.leased_until !== null)).toEqual([]);
  expect(checkouts.filter(({ terms, payload }) => `${terms} ${payload}`.includes('card-'))).toEqual([]);
  for (const order of orders) checkOrder(order, books);

  const ordered = new Set(orders.map(({ id }) => id));
  const live = (id: string) => orders.some((row) => row.id === id && row.status !== 'cancelled');
  for (const row of payments) if (/authorized|captured/.test(row.status)) expect(live(row.order_id)).toBe(true);
  for (const row of reservations) if (/held|committed/.test(row.status)) expect(live(row.order_id)).toBe(true);
  for (const { id, step } of checkouts) expect(ordered.has(id)).toBe(step !== 'failed');

  const authorised = sumAmounts(payments, 'authorized', 'captured', 'voided', 'refunded');
  const captured = sumAmounts(payments, 'captured', 'refunded');
  const open = orders.filter(({ status }) => status === 'placed').reduce((sum, row) => sum + row.total_amount, 0);
  expect(captured + sumAmounts(payments, 'voided') + open).toBe(authorised);

  const [held, sold] = [sumPieces(reservations, 'held'), sumPieces(reservations, 'committed')];
  for (const row of stock) {
    const { product_id: id, available, reserved } = row;
    if (available + reserved + row.sold !== pieces.get(id)) throw new Error(`pieces of ${id} were lost or made`);
    if (reserved !== (held.get(id) ?? 0) || row.sold !== (sold.get(id) ?? 0)) throw new Error(`${id} is miscounted`);
  }
  return books;
}
