// The other services as a checkout needs them: each function asks one of them, and gives only answers that are final.
import type { components as Accounts } from '../generated/accounts.ts';
import type { components as Carts } from '../generated/carts.ts';
import type { components as Inventory } from '../generated/inventory.ts';
import type { components as Payments } from '../generated/payments.ts';
import type { ServiceCaller, ServiceRequest } from '../outbound/service-caller.ts';
import type { ProblemDocument } from '../problem.ts';
import type { OrderAddress, OrderItem } from './checkout-state.ts';

export type Cart = Carts['schemas']['Cart'];
type Payment = Payments['schemas']['Payment'];
type Reservation = Inventory['schemas']['Reservation'];
type AddressPage = Accounts['schemas']['AddressPage'];

export type CallService = ServiceCaller['call'];

/** No final answer: the service may have done what was asked, or not. Ask again with the same key. */
export class Unanswered extends Error {
  override readonly name = 'Unanswered';
}

/** A final answer that nothing here can make sense of: what was asked was not done. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** Statuses that say nothing about the work itself: they pass when the services are mended. */
const passing = new Set([401, 403, 408, 425, 429]);

/** What a token must allow for what a checkout changes at each service. */
const writing = { carts: 'carts:write', inventory: 'stock:reserve', payments: 'payments:write' } as const;

export interface Charge {
  readonly orderId: string;
  readonly accountId: string;
  readonly amount: number;
  readonly currency: string;
  readonly cardToken: string;
  readonly attempt: number;
}

const toPieces = (items: readonly OrderItem[]) => items.map(({ productId, quantity }) => ({ productId, quantity }));

export type Collaborators = ReturnType<typeof createCollaborators>;

export function createCollaborators(call: CallService) {
  /** The answer, when it is a success or has one of the problem codes in `expected`. */
  const ask = async (service: string, what: ServiceRequest, expected: readonly string[] = []) => {
    const answer = await call(service, what).catch((cause) => {
      throw new Unanswered(`${service} did not answer ${what.method} ${what.path}`, { cause });
    });
    const { status, body } = answer;
    if (status < 300) return { code: undefined, body };
    const { code = '', detail = '' } = (body ?? {}) as Partial<ProblemDocument>;
    if (expected.includes(code)) return { code, body };
    const told = `${service} answered ${what.method} ${what.path} with ${status} ${code}: ${detail}`;
    if (status >= 500 || passing.has(status) || code === 'IDEMPOTENCY_KEY_IN_USE') throw new Unanswered(told);
    throw new Refused(told);
  };

  const get = (scope: string, path: string) => ({ method: 'GET', scope, path }) as const;
  const post = (service: keyof typeof writing, path: string, idempotencyKey: string, subject?: string) => ({
    service,
    what: {
      ...({ method: 'POST', scope: writing[service], path, idempotencyKey } as const),
      ...(subject === undefined ? {} : { subject }),
    },
  });

  return {
    readCart: async (accountId: string): Promise<Cart | undefined> => {
      const query = { ids: accountId };
      const { body } = await ask('carts', { ...get('carts:read', '/v1/carts'), query, subject: accountId });
      return (body as { items: Cart[] }).items[0];
    },

    /** Undefined when the person has no such address. */
    readAddress: async (accountId: string, addressId: string): Promise<OrderAddress | undefined> => {
      const query = { ids: addressId };
      const { body } = await ask('accounts', { ...get('accounts:read', '/v1/addresses'), query, subject: accountId });
      const [address] = (body as AddressPage).items;
      if (!address) return undefined;
      const { recipient, street, postalCode, city, country } = address;
      return { recipient, street, postalCode, city, country };
    },

    /** Holds all of the items or none; then it gives what is left of those that fall short. */
    reserve: async (orderId: string, items: readonly OrderItem[]) => {
      const { service, what } = post('inventory', '/v1/reservations', `${orderId}:reserve`);
      const wanted = { orderId, items: toPieces(items) };
      const { code, body } = await ask(service, { ...what, body: wanted }, ['OUT_OF_STOCK']);
      if (code) return { reservationId: undefined, available: (body as ProblemDocument).available ?? [] };
      return { reservationId: (body as Reservation).id };
    },

    authorize: async ({ orderId, accountId, amount, currency, cardToken, attempt }: Charge): Promise<Payment> => {
      const { service, what } = post('payments', '/v1/payments', `${orderId}:authorize:${attempt}`, accountId);
      const { body } = await ask(service, { ...what, body: { orderId, amount, currency, cardToken } });
      return body as Payment;
    },

    /** Whether what is held is sold now; false when it is held no more. */
    commit: async (orderId: string, reservationId: string): Promise<boolean> => {
      const { service, what } = post('inventory', `/v1/reservations/${reservationId}/commit`, `${orderId}:commit`);
      const { code } = await ask(service, what, ['RESERVATION_EXPIRED']);
      return code === undefined;
    },

    release: async (orderId: string, reservationId: string): Promise<void> => {
      const { service, what } = post('inventory', `/v1/reservations/${reservationId}/release`, `${orderId}:release`);
      await ask(service, what);
    },

    capture: async (orderId: string, accountId: string, paymentId: string): Promise<void> => {
      const { service, what } = post('payments', `/v1/payments/${paymentId}/capture`, `${orderId}:capture`, accountId);
      await ask(service, what);
    },

    /** Gives the money back, captured or not, asked for with or without an answer; none can follow. */
    closePayments: async (orderId: string, accountId: string): Promise<void> => {
      const { service, what } = post('payments', `/v1/order-payments/${orderId}/close`, `${orderId}:close`, accountId);
      await ask(service, what);
    },

    /** What was added to the cart since it was bought stays in it. */
    takeOutOfCart: async (orderId: string, accountId: string, items: readonly OrderItem[]): Promise<void> => {
      const { service, what } = post('carts', `/v1/carts/${accountId}/take`, `${orderId}:take`, accountId);
      await ask(service, { ...what, body: { items: toPieces(items) } });
    },
  };
}
