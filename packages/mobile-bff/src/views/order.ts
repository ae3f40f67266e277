/** Orders, and what became of cancelling one. */
import type { Order, Payment } from '@facet/sources';
import type { OrderOutcome, OrderStatus } from '../generated/resolvers.ts';
import { toPostalLines } from './account.ts';
import { toCounted } from './count.ts';
import { toDateText } from './date.ts';
import type { LocaleInput } from './formats.ts';
import { invalidAnswer } from './invalid-answer.ts';
import { phrasesOf } from './phrases.ts';
import { type Refusable, toOutcome } from './told.ts';

/** The orders service cancels for a day. */
const cancellableMs = 86_400_000;

const statuses: Readonly<Record<Order['status'], OrderStatus>> = {
  placed: 'PLACED',
  paid: 'PAID',
  cancelled: 'CANCELLED',
};

export function toOrderStatus({ status }: Pick<Order, 'status'>): OrderStatus {
  return statuses[status];
}

export function toOrderStatusLabel({ status }: Pick<Order, 'status'>, _args: unknown, { locale }: LocaleInput): string {
  const label = phrasesOf(locale).orderStatus[statuses[status]];
  if (label === undefined) throw invalidAnswer('order status', status);
  return label;
}

export function toOrderDate({ createdAt }: Pick<Order, 'createdAt'>, _args: unknown, { locale }: LocaleInput): string {
  return toDateText(createdAt, locale);
}

/** `3 items`: pieces, not lines. */
export function toPieces({ items }: Pick<Order, 'items'>, _args: unknown, { locale }: LocaleInput): string {
  const pieces = items.reduce((sum, { quantity }) => sum + quantity, 0);
  return toCounted(pieces, 'pieces', locale);
}

/** The product whose picture stands for the order. */
export function toCoverId({ items }: Pick<Order, 'items'>): string | undefined {
  return items[0]?.productId;
}

/** `12 orders`. */
export function toOrdersText({ total }: { total: number }, _args: unknown, { locale }: LocaleInput): string {
  return toCounted(total, 'orders', locale);
}

export function toOrderAddressLines(
  { address }: Pick<Order, 'address'>,
  _args: unknown,
  { locale }: LocaleInput,
): string[] {
  return toPostalLines(address, locale);
}

/** The one answer that depends on the clock; `now` in ms since 1970. */
export function toCanCancel(
  { status, createdAt }: Pick<Order, 'status' | 'createdAt'>,
  _args?: unknown,
  _inputs?: unknown,
  now: number = Date.now(),
): boolean {
  return status !== 'cancelled' && now - Date.parse(createdAt) < cancellableMs;
}

/** `Visa ending in 4242 · paid`, of the payment that counts; `null` without any. */
export function toPaymentLabel(
  { items }: { readonly items: readonly Pick<Payment, 'status' | 'cardLabel'>[] },
  _args: unknown,
  { locale }: LocaleInput,
): string | null {
  const payment = items.find(({ status }) => status !== 'declined') ?? items[0];
  if (payment === undefined) return null;
  return `${toCardText(payment.cardLabel, locale)} · ${phrasesOf(locale).paymentStatus[payment.status]}`;
}

/** Cards that are named otherwise are shown as they are. */
function toCardText(cardLabel: string, locale: string): string {
  const [, brand, digits] = /^(.+) ending in (\d{4})$/.exec(cardLabel) ?? [];
  if (brand === undefined || digits === undefined) return cardLabel;
  return phrasesOf(locale).cardEnding(brand, digits);
}

export function toOrderOutcome(told: Refusable): OrderOutcome {
  return toOutcome<OrderOutcome>(told, 'CANCELLED', { NOT_CANCELLABLE: 'TOO_LATE', NOT_FOUND: 'UNKNOWN' });
}

export function toOrderMessage(told: Refusable, _args: unknown, { locale }: LocaleInput): string {
  return phrasesOf(locale).order[toOrderOutcome(told)];
}
