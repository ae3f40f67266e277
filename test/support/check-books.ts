/** Says where the services' tables contradict each other, once nothing is under way. */
import type { Books, OrderRow, PaymentRow, ReservationRow } from './books.ts';

interface Line {
  readonly productId: string;
  readonly quantity: number;
}

const linesIn = ({ items }: { readonly items: string }) => JSON.parse(items) as Line[];
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const amountOf = (rows: readonly { readonly amount: number }[]) => sum(rows.map(({ amount }) => amount));
const piecesOf = (rows: readonly ReservationRow[], productId: string) =>
  sum(rows.flatMap(linesIn).flatMap((line) => (line.productId === productId ? [line.quantity] : [])));
const isHeldMoney = ({ status }: PaymentRow) => status === 'authorized' || status === 'captured';
const isHeldStock = ({ status }: ReservationRow) => status === 'held' || status === 'committed';
/** What is bought, whatever the order of its lines and what else they say. */
const toBasket = (row: { readonly items: string }) =>
  linesIn(row)
    .map(({ productId, quantity }) => `${productId}×${quantity}`)
    .sort()
    .join();

/** Everything that is wrong; `opening` is what the tables said before anything was bought. */
export function findImbalances(opening: Books, books: Books): string[] {
  return [
    ...checkStock(opening, books),
    ...books.orders.flatMap((order) => checkOrder(order, books)),
    ...checkLeftovers(books),
    ...checkMoney(books),
  ];
}

/** Every piece is available, reserved or sold; what is reserved and sold is what the reservations say. */
function checkStock(opening: Books, { stock, reservations }: Books): string[] {
  const before = new Map(opening.stock.map((row) => [row.product_id, row]));
  const held = reservations.filter(({ status }) => status === 'held');
  const committed = reservations.filter(({ status }) => status === 'committed');
  const touched = new Set(reservations.flatMap(linesIn).map(({ productId }) => productId));
  return stock.flatMap(({ product_id: id, available, reserved, sold }) => {
    const was = before.get(id);
    const problems: string[] = [];
    if (Math.min(available, reserved, sold) < 0) problems.push(`${id} has fewer than no pieces`);
    if (was !== undefined && available + reserved + sold !== was.available + was.reserved + was.sold) {
      problems.push(`${id} had ${was.available + was.reserved + was.sold} pieces, has ${available + reserved + sold}`);
    }
    const [isReserved, isSold] = touched.has(id) ? [piecesOf(held, id), piecesOf(committed, id)] : [0, 0];
    if (reserved !== isReserved) problems.push(`${id} counts ${reserved} reserved, reservations hold ${isReserved}`);
    if (sold !== isSold) problems.push(`${id} counts ${sold} sold, reservations sold ${isSold}`);
    return problems;
  });
}

/** An order has its money and its pieces, once; a cancelled one has neither. */
function checkOrder(order: OrderRow, books: Books): string[] {
  const { id, status, payment_id: paymentId } = order;
  const payments = books.payments.filter((row) => row.order_id === id);
  const reservations = books.reservations.filter((row) => row.order_id === id);
  const [money, pieces] = [payments.filter(isHeldMoney), reservations.filter(isHeldStock)];
  const own = payments.find((row) => row.id === paymentId);
  if (own === undefined) return [`order ${id} names a payment that is not there`];
  const problems: string[] = [];
  const { amount, currency, account_id: payer } = own;
  if (amount !== order.total_amount || currency !== order.currency || payer !== order.account_id) {
    problems.push(`order ${id} and its payment differ: ${JSON.stringify([order, own])}`);
  }
  if (status === 'cancelled') {
    if (money.length > 0) problems.push(`order ${id} is cancelled and has money: ${money.map((row) => row.id)}`);
    if (pieces.length > 0) problems.push(`order ${id} is cancelled and has pieces: ${pieces.map((row) => row.id)}`);
    return problems;
  }
  const expected = status === 'paid' ? 'captured' : 'authorized';
  if (own.status !== expected) problems.push(`order ${id} is ${status} and its payment ${own.status}`);
  if (money.length !== 1) problems.push(`order ${id} has ${money.length} payments`);
  if (pieces.length !== 1) problems.push(`order ${id} has ${pieces.length} reservations`);
  if (pieces.some((row) => row.status !== 'committed' || toBasket(row) !== toBasket(order))) {
    problems.push(`order ${id} is for ${toBasket(order)}, its reservation ${pieces.map(toBasket)}`);
  }
  return problems;
}

/** Nothing is held for what never became an order. */
function checkLeftovers({ orders, payments, reservations, checkouts }: Books): string[] {
  const ordered = new Set(orders.map(({ id }) => id));
  const money = payments.filter((row) => isHeldMoney(row) && !ordered.has(row.order_id));
  const pieces = reservations.filter((row) => isHeldStock(row) && !ordered.has(row.order_id));
  const open = checkouts.filter(({ leased_until }) => leased_until !== null);
  return [
    ...money.map(({ id, status }) => `payment ${id} is ${status} without an order`),
    ...pieces.map(({ id, status }) => `reservation ${id} is ${status} without an order`),
    ...open.map(({ id, step }) => `checkout ${id} is still under way: ${step}`),
  ];
}

/** Authorised = captured + open + voided + refunded, each as the orders have it. */
function checkMoney({ orders, payments }: Books): string[] {
  const paidFor = (status: OrderRow['status']) =>
    sum(orders.filter((order) => order.status === status).map((order) => order.total_amount));
  const inState = (status: PaymentRow['status']) => amountOf(payments.filter((row) => row.status === status));
  const problems: string[] = [];
  if (inState('captured') !== paidFor('paid')) {
    problems.push(`${inState('captured')} is captured, orders for ${paidFor('paid')} are paid`);
  }
  if (inState('authorized') !== paidFor('placed')) {
    problems.push(`${inState('authorized')} is open, orders for ${paidFor('placed')} are placed`);
  }
  const ids = new Set(orders.filter(({ status }) => status === 'cancelled').map((order) => order.payment_id));
  const returned = amountOf(
    payments.filter(({ id, status }) => ids.has(id) && ['voided', 'refunded'].includes(status)),
  );
  if (returned !== paidFor('cancelled')) {
    problems.push(`${returned} went back, orders for ${paidFor('cancelled')} are cancelled`);
  }
  const authorized = payments.filter(({ status }) => status !== 'declined');
  const states = inState('captured') + inState('authorized') + inState('voided') + inState('refunded');
  if (amountOf(authorized) !== states)
    problems.push(`${amountOf(authorized)} was authorised, ${states} is accounted for`);
  return problems;
}
