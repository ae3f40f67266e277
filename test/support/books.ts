/** The services' own tables, read past the services, and whether they agree with each other: no money without an order. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';

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

function readTable<Row>(folder: string, service: string, table: string): Row[] {
  const database = new DatabaseSync(join(folder, `${service}.sqlite`), { readOnly: true, timeout: 5_000 });
  try {
    return database.prepare(`select * from ${table}`).all() as Row[];
  } finally {
    database.close();
  }
}

/** `folder` has a file for each service. What is read at different services is true at slightly different times. */
export function readBooks(folder: string): Books {
  return {
    stock: readTable(folder, 'inventory', 'stock'),
    reservations: readTable(folder, 'inventory', 'reservations'),
    orders: readTable(folder, 'orders', 'orders'),
    checkouts: readTable(folder, 'orders', 'checkouts'),
    payments: readTable(folder, 'payments', 'payments'),
    cartItems: readTable(folder, 'carts', 'cart_items'),
  };
}

/** The books once no checkout is under way; throws when one still is after `withinMs`. */
export async function readQuietBooks(folder: string, withinMs = 20_000): Promise<Books> {
  const until = performance.now() + withinMs;
  for (;;) {
    const checkouts = readTable<CheckoutRow>(folder, 'orders', 'checkouts');
    const open = checkouts.filter(({ leased_until }) => leased_until !== null);
    if (open.length === 0) return readBooks(folder);
    if (performance.now() > until) throw new Error(`Still under way: ${JSON.stringify(open)}`);
    await wait(20);
  }
}
