/** Carts, orders, payments and profiles that change, as their contracts say; each account has its own. */
import type { Cart, Order, Payment } from '@facet/sources';
import { numbers, page, product, profile } from './rest-answers.fixture.ts';

export interface ShopRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  // biome-ignore lint/suspicious/noExplicitAny: bodies of every operation
  readonly body: any;
  readonly subject: string;
}

export interface ShopAnswer {
  readonly status: number;
  readonly body: unknown;
}

type Handler = (request: ShopRequest, name: string, rest: string) => ShopAnswer;

const address = { recipient: 'Javier Fernández', street: 'Avenida Diagonal, 87', postalCode: '48005', city: 'Bilbao' };
const declines = new Map([
  ['card-no-funds', 'insufficientFunds'],
  ['card-try-again', 'tryAgain'],
  ['card-of-tomorrow', 'solarFlare'],
]);

export const refuse = (status: number, code: string, members: object = {}): ShopAnswer => ({
  status,
  body: { type: 'about:blank', title: code, status, code, detail: 'A text that nobody shall see.', ...members },
});
const invalid = (parameter: string) =>
  refuse(422, 'VALIDATION_FAILED', { errors: [{ parameter, detail: 'A text that nobody shall see.' }] });
const done = (body: unknown, status = 200): ShopAnswer => ({ status, body });

/** `acc-001` has 60 orders of 2026-03-12; there are 3 pieces of every product. */
export function createShop() {
  const quantities = new Map<string, Map<string, number>>();
  const orders = new Map([['acc-001', numbers(60).map((n) => toOrder(`ord-${String(61 - n).padStart(3, '0')}`, n))]]);
  const profiles = new Map<string, object>();
  const linesOf = (account: string) => quantities.get(account) ?? new Map<string, number>();
  const ordersOf = (account: string) => orders.get(account) ?? [];
  const cartOf = (account: string) => toCart(account, linesOf(account));

  function setQuantity(account: string, productId: string, quantity: number): ShopAnswer {
    if (!/^prd-\d{3}$/.test(productId)) return invalid('productId');
    if (!Number.isInteger(quantity) || quantity < 1 || quantity > 99) return invalid('quantity');
    quantities.set(account, linesOf(account).set(productId, quantity));
    return done(cartOf(account));
  }

  function checkOut({ body, subject }: ShopRequest): ShopAnswer {
    const cart = cartOf(subject);
    if (body.addressId !== 'adr-0002') return invalid('addressId');
    if (cart.items.length === 0) return refuse(409, 'CART_EMPTY');
    if (cart.totalAmount !== body.totalAmount) return refuse(409, 'PRICE_CHANGED', { totalAmount: cart.totalAmount });
    const available = cart.items
      .filter((item) => item.quantity > 3)
      .map(({ productId }) => ({ productId, available: 3 }));
    if (available.length > 0) return refuse(409, 'OUT_OF_STOCK', { available });
    const declineReason = declines.get(body.cardToken);
    if (declineReason !== undefined) return refuse(409, 'PAYMENT_DECLINED', { declineReason });
    const order = { ...toOrder('ord-100', 1), items: cart.items, totalAmount: cart.totalAmount };
    const placed: Order = { ...order, accountId: subject, createdAt: new Date().toISOString() };
    orders.set(subject, [placed, ...ordersOf(subject)]);
    quantities.delete(subject);
    return done(placed, 201);
  }

  function cancel(account: string, id: string): ShopAnswer {
    const order = ordersOf(account).find((each) => each.id === id);
    if (order === undefined) return refuse(404, 'NOT_FOUND');
    if (order.createdAt.startsWith('2026-03')) return refuse(409, 'NOT_CANCELLABLE');
    const cancelled: Order = { ...order, status: 'cancelled' };
    orders.set(
      account,
      ordersOf(account).map((each) => (each.id === id ? cancelled : each)),
    );
    return done(cancelled);
  }

  function listOrders({ query: { ids, limit, after = '0' }, subject }: ShopRequest): ShopAnswer {
    const own = ordersOf(subject);
    if (ids !== undefined) return done(page(own.filter(({ id }) => ids.split(',').includes(id))));
    const end = Number(after) + Number(limit);
    const next = end < own.length ? String(end) : null;
    return done({ items: own.slice(Number(after), end), next, total: own.length });
  }

  function listPayments({ query: { orderIds = '' }, subject }: ShopRequest): ShopAnswer {
    const own = ordersOf(subject).filter(({ id }) => orderIds.split(',').includes(id));
    return done({ groups: own.map((order) => ({ parentId: order.id, ...page([toPayment(order)]) })) });
  }

  const handlers: Readonly<Record<string, Handler>> = {
    'GET carts': ({ query, subject }) => done(page(query.ids === subject ? [cartOf(subject)] : [])),
    'POST carts': ({ body, subject }) =>
      setQuantity(subject, body.productId, (linesOf(subject).get(body.productId) ?? 0) + body.quantity),
    'PATCH carts': ({ body, subject }, _name, productId) =>
      linesOf(subject).has(productId) ? setQuantity(subject, productId, body.quantity) : refuse(404, 'NOT_FOUND'),
    'DELETE carts': ({ query, subject }) => {
      linesOf(subject).delete(query.productIds as string);
      return done(cartOf(subject));
    },
    'GET orders': listOrders,
    'POST orders': (request, id) => (id === '' ? checkOut(request) : cancel(request.subject, id)),
    'GET payments': listPayments,
    'POST reviews': ({ body, subject }) => {
      if (body.rating > 5) return invalid('rating');
      if (body.productId === 'prd-103') return refuse(409, 'CONFLICT');
      return done(
        { id: 'rev-1', accountId: subject, helpfulCount: 0, createdAt: new Date().toISOString(), ...body },
        201,
      );
    },
    'GET profiles': ({ query, subject }) =>
      done(page(query.ids === subject ? [{ ...profile(subject), ...profiles.get(subject) }] : [])),
    'PATCH profiles': ({ body, subject }) => {
      if (body.phone === 'none')
        return refuse(422, 'VALIDATION_FAILED', {
          errors: ['phone', 'shoeSize'].map((parameter) => ({ parameter, detail: '?' })),
        });
      profiles.set(subject, { ...profiles.get(subject), ...body });
      return done({ ...profile(subject), ...profiles.get(subject) });
    },
  };

  return {
    /** `undefined` where the shop has no such route. */
    answerOf(request: ShopRequest): ShopAnswer | undefined {
      const [, , noun = '', name = '', , rest = ''] = request.path.split('/');
      return handlers[`${request.method} ${noun}`]?.(request, name, rest);
    },
  };
}

function toCart(account: string, lines: ReadonlyMap<string, number>): Cart {
  const items = [...lines].map(([productId, quantity]) => toItem(productId, quantity));
  return {
    id: account,
    items,
    currency: 'EUR',
    totalAmount: items.reduce((sum, { lineAmount }) => sum + lineAmount, 0),
    itemCount: items.reduce((sum, { quantity }) => sum + quantity, 0),
    updatedAt: null,
  };
}

function toItem(productId: string, quantity: number) {
  const { name, priceAmount } = product(productId);
  return { productId, name, quantity, unitAmount: priceAmount, lineAmount: quantity * priceAmount };
}

function toOrder(id: string, number: number): Order {
  const items = [toItem(`prd-${100 + number}`, 2), toItem(`prd-${200 + number}`, 1)];
  const time = '2026-03-12T09:30:00.000Z';
  return {
    id,
    accountId: 'acc-001',
    status: 'paid',
    items,
    currency: 'EUR',
    totalAmount: items.reduce((sum, { lineAmount }) => sum + lineAmount, 0),
    address: { ...address, country: 'ES' },
    paymentId: `pay-${id}`,
    createdAt: time,
    updatedAt: time,
  };
}

function toPayment({ id, accountId, status, totalAmount, currency, createdAt, updatedAt }: Order): Payment {
  return {
    id: `pay-${id}`,
    orderId: id,
    accountId,
    status: status === 'cancelled' ? 'refunded' : 'captured',
    amount: totalAmount,
    currency,
    declineReason: null,
    cardLabel: 'Visa ending in 4242',
    createdAt,
    updatedAt,
  };
}
