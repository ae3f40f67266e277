/** What changes in the shop of the tests: carts, orders, payments, reviews and profiles, as their services keep them. */
import type { Cart, Order, Payment, Profile, Review } from '@facet/sources';
import { byIds, groupsOf, idsOf, pageOf } from './collections.fixture.ts';
import { numbered, products, profiles, reviews } from './data.fixture.ts';

const moment = '2026-03-04T05:06:07Z';
const address = { recipient: 'Ada', street: 'Street 1', postalCode: '10115', city: 'Berlin', country: 'DE' };

/** A problem as a service tells it. */
export interface Told {
  readonly status: number;
  readonly code: string;
  readonly [member: string]: unknown;
}

export interface Change {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly subject: string;
  // biome-ignore lint/suspicious/noExplicitAny: each operation has another body
  readonly body: any;
}

const invalid = (...parameters: string[]): Told => ({
  status: 422,
  code: 'VALIDATION_FAILED',
  errors: parameters.map((parameter) => ({ parameter, detail: 'SECRET words of the service' })),
});
const missing: Told = { status: 404, code: 'NOT_FOUND' };

function lineOf(productId: string, quantity: number) {
  const product = products.find(({ id }) => id === productId);
  const unitAmount = product?.priceAmount ?? 0;
  return { productId, name: product?.name ?? '', quantity, unitAmount, lineAmount: unitAmount * quantity };
}

/** Each order has two products, the next one's first is this one's second. */
function orderOf(number: number, accountId: string): Order {
  const items = [number, number + 1].map((product) => lineOf(numbered('prd', product, 4), 2));
  return {
    id: numbered('ord', number, 4),
    accountId,
    status: 'paid',
    items,
    currency: 'EUR',
    totalAmount: items.reduce((sum, { lineAmount }) => sum + lineAmount, 0),
    address,
    paymentId: numbered('pay', number, 4),
    createdAt: moment,
    updatedAt: moment,
  };
}

function paymentOf({ id, accountId, paymentId, totalAmount }: Order): Payment {
  return {
    id: paymentId,
    orderId: id,
    accountId,
    status: 'captured',
    amount: totalAmount,
    currency: 'EUR',
    declineReason: null,
    cardLabel: 'Visa ending in 4242',
    createdAt: moment,
    updatedAt: moment,
  };
}

/** 55 orders of acc-001, one of acc-002. */
export function createShop() {
  const lines = new Map<string, Map<string, number>>();
  const numbers = Array.from({ length: 56 }, (_, index) => 56 - index);
  const orders = numbers.map((number) => orderOf(number, number === 56 ? 'acc-002' : 'acc-001'));
  const people = profiles.map((profile) => ({ ...profile }));
  const written = [...reviews];

  const linesOf = (account: string) => {
    const own = lines.get(account) ?? new Map<string, number>();
    lines.set(account, own);
    return own;
  };
  const cartOf = (account: string): Cart => {
    const items = [...linesOf(account)].map(([id, quantity]) => lineOf(id, quantity));
    const totalAmount = items.reduce((sum, { lineAmount }) => sum + lineAmount, 0);
    const itemCount = items.reduce((sum, { quantity }) => sum + quantity, 0);
    return { id: account, items, currency: 'EUR', totalAmount, itemCount, updatedAt: items.length > 0 ? moment : null };
  };

  type Read = (query: URLSearchParams, subject: string) => object;
  const reads: Record<string, Read> = {
    '/v1/carts': (query, subject) => byIds([cartOf(subject)], query),
    '/v1/orders': (query, subject) => {
      const own = orders.filter(({ accountId }) => accountId === subject);
      return query.has('ids') ? byIds(own, query) : pageOf(own, query);
    },
    '/v1/payments': (query, subject) => {
      const own = orders.filter(({ accountId }) => accountId === subject).map(paymentOf);
      if (query.has('ids')) return byIds(own, query);
      return groupsOf(idsOf(query, 'orderIds'), query, (id) => own.filter(({ orderId }) => orderId === id));
    },
    '/v1/profiles': (query, subject) =>
      byIds(
        people.filter(({ id }) => id === subject),
        query,
      ),
    '/v1/reviews': (query) =>
      query.has('ids')
        ? byIds(written, query)
        : groupsOf(idsOf(query, 'productIds'), query, (id) => written.filter(({ productId }) => productId === id)),
  };

  function changeCart({ method, path, query, subject, body }: Change): Cart | Told {
    const own = linesOf(subject);
    if (method === 'DELETE') for (const id of idsOf(query, 'productIds')) own.delete(id);
    else {
      const id = method === 'PATCH' ? path.slice(path.lastIndexOf('/') + 1) : String(body.productId);
      const sum = method === 'PATCH' ? body.quantity : body.quantity + (own.get(id) ?? 0);
      if (body.quantity < 1 || sum > 99) return invalid('quantity', 'quantity');
      if (method === 'PATCH' && !own.has(id)) return missing;
      own.set(id, sum);
    }
    return cartOf(subject);
  }

  function checkOut({ subject, body }: Change): Order | Told {
    const cart = cartOf(subject);
    if (cart.items.length === 0) return { status: 409, code: 'CART_EMPTY' };
    if (body.totalAmount < 0) return invalid('totalAmount', 'cardToken', 'somethingElse');
    if (cart.totalAmount !== body.totalAmount) {
      return { status: 409, code: 'PRICE_CHANGED', totalAmount: cart.totalAmount };
    }
    const order = { ...orderOf(57, subject), items: cart.items, totalAmount: cart.totalAmount };
    orders.unshift(order);
    linesOf(subject).clear();
    return order;
  }

  function cancel({ path, subject }: Change): Order | Told {
    const index = orders.findIndex(({ id, accountId }) => accountId === subject && path.includes(`/${id}/`));
    const order = orders[index];
    if (order === undefined) return missing;
    orders[index] = { ...order, status: 'cancelled' };
    return orders[index];
  }

  function write({ subject, body }: Change): Review | Told {
    if (body.rating < 1 || body.rating > 5) return invalid('rating', 'title');
    const review = { ...(reviews[0] as Review), ...body, id: 'rev-99999', accountId: subject };
    written.unshift(review);
    return review;
  }

  function changeProfile({ subject, body }: Change): Profile | Told {
    if (body.displayName === '') return invalid('displayName');
    const profile = people.find(({ id }) => id === subject);
    return Object.assign(profile as Profile, body);
  }

  const changes: [start: string, status: number, (change: Change) => object][] = [
    ['/v1/carts/', 200, changeCart],
    ['/v1/orders/', 200, cancel],
    ['/v1/orders', 201, checkOut],
    ['/v1/reviews', 201, write],
    ['/v1/profiles/', 200, changeProfile],
  ];

  return {
    reads,
    change: (change: Change): { status: number; body: object } => {
      const [, success, carryOut] = changes.find(([start]) => change.path.startsWith(start)) ?? [];
      const body = carryOut?.(change) ?? missing;
      return 'code' in body ? { status: (body as Told).status, body } : { status: success ?? 200, body };
    },
  };
}
