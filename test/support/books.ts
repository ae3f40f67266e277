/** The services' own tables, read past the services, and whether they agree with each other: no money without an order. */
import { setTimeout as wait } from 'node:timers/promises';
import type { ServiceName } from '@facet/domain-services';
import type { Tables } from '@facet/domain-services/testing';

export interface StockRow {
  readonly product_id: string;
  readonly available: number;
  readonly reserved: number;
  readonly sold: number;
}

export interface ReservationRow {
  readonly id: string;
  readonly order_id: string;
  readonly status: 'held' | 'committed' | 'released' | 'expired';
  /** JSON: `[{ productId, quantity }]`. */
  readonly items: string;
}

export interface OrderRow {
  readonly id: string;
  readonly account_id: string;
  readonly status: 'placed' | 'paid' | 'cancelled';
  readonly currency: string;
  readonly total_amount: number;
  /** JSON of the items as they were ordered. */
  readonly items: string;
  readonly payment_id: string;
}

export interface PaymentRow {
  readonly id: string;
  readonly order_id: string;
  readonly account_id: string;
  readonly status: 'authorized' | 'captured' | 'voided' | 'refunded' | 'declined';
  readonly currency: string;
  readonly amount: number;
}

export interface CheckoutRow {
  readonly id: string;
  readonly account_id: string;
  readonly step: string;
  /** In ms since 1970; null where nothing is left to do. */
  readonly leased_until: number | null;
}

export interface CartItemRow {
  readonly account_id: string;
  readonly product_id: string;
  readonly quantity: number;
}

export interface Books {
  readonly stock: readonly StockRow[];
  readonly reservations: readonly ReservationRow[];
  readonly orders: readonly OrderRow[];
  readonly checkouts: readonly CheckoutRow[];
  readonly payments: readonly PaymentRow[];
  readonly cartItems: readonly CartItemRow[];
}

/** A service's own tables. */
export type TablesOf = (service: ServiceName) => Tables;

const readTable = (tablesOf: TablesOf, service: ServiceName, table: string) =>
  tablesOf(service).selectFrom(table).selectAll().execute() as Promise<never[]>;

/** What is read at different services is true at slightly different times. */
export async function readBooks(tablesOf: TablesOf): Promise<Books> {
  const [stock, reservations, orders, checkouts, payments, cartItems] = await Promise.all([
    readTable(tablesOf, 'inventory', 'stock'),
    readTable(tablesOf, 'inventory', 'reservations'),
    readTable(tablesOf, 'orders', 'orders'),
    readTable(tablesOf, 'orders', 'checkouts'),
    readTable(tablesOf, 'payments', 'payments'),
    readTable(tablesOf, 'carts', 'cart_items'),
  ]);
  return { stock, reservations, orders, checkouts, payments, cartItems };
}

/** The books once no checkout is under way; throws when one still is after `withinMs`. */
export async function readQuietBooks(tablesOf: TablesOf, withinMs = 20_000): Promise<Books> {
  const until = performance.now() + withinMs;
  for (;;) {
    const checkouts: CheckoutRow[] = await readTable(tablesOf, 'orders', 'checkouts');
    const open = checkouts.filter(({ leased_until }) => leased_until !== null);
    if (open.length === 0) return readBooks(tablesOf);
    if (performance.now() > until) throw new Error(`Still under way: ${JSON.stringify(open)}`);
    await wait(20);
  }
}
