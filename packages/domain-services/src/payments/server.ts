// Payments' operations: a person sees their own, the service orders moves money for them.
import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Kysely } from 'kysely';
import { toParentSelection, toSelection } from '../collections/selection.ts';
import type { operations } from '../generated/payments.ts';
import { paymentsRoutes } from '../generated/payments-routes.ts';
import { implement } from '../http/implement.ts';
import type { Settle } from '../http/operation.ts';
import type { Idempotency } from '../idempotency/idempotency.ts';
import { requireService } from '../identity/subject.ts';
import { type Caller, requirePerson, type TokenCheck } from '../identity/token-check.ts';
import { createPaymentsStore, type PaymentAction } from './store.ts';
import type { PaymentsTables } from './tables.ts';

export interface ServePaymentsOptions {
  readonly app: FastifyInstance;
  readonly db: Kysely<PaymentsTables>;
  readonly checkToken: TokenCheck;
  readonly idempotency: Idempotency;
  readonly now: () => number;
}

const slowAnswerMs = 10_000;
const cacheControl = 'no-store';

/** Waits for a slow bank, but not for longer than the service runs. */
function createSlowAnswer(app: FastifyInstance): () => Promise<void> {
  const closing = new AbortController();
  app.addHook('preClose', async () => closing.abort());
  return () => delay(slowAnswerMs, undefined, { signal: closing.signal }).catch(() => undefined);
}

/** The person whom the service orders acts for. */
function requirePayer(caller: Caller): string {
  requireService(caller, 'orders');
  return requirePerson(caller);
}

export function servePayments({ app, db, checkToken, idempotency, now }: ServePaymentsOptions): void {
  const store = createPaymentsStore({ db, now, untilSlowAnswer: createSlowAnswer(app) });
  const does = (action: PaymentAction) => ({
    cacheControl,
    answer: async (request: { params: { paymentId: string }; caller: Caller; settle: Settle }) =>
      store.act(requirePayer(request.caller), request.params.paymentId, action, request.settle),
  });
  implement<operations, typeof paymentsRoutes>(
    app,
    checkToken,
    paymentsRoutes,
    {
      listPayments: {
        cacheControl: 'private, no-cache',
        answer: async ({ query: { orderIds, ...query }, caller }) => {
          const owner = requirePerson(caller);
          if (!orderIds) return store.list(owner, toSelection(query));
          return store.listByOrder(owner, toParentSelection(query, { parameter: 'orderIds', ids: orderIds }));
        },
      },
      authorizePayment: {
        cacheControl,
        answer: async ({ body, caller, idempotencyKey, settle }) =>
          store.authorize({ accountId: requirePayer(caller), payment: body, attempt: idempotencyKey }, settle),
      },
      capturePayment: does('capture'),
      voidPayment: does('void'),
      refundPayment: does('refund'),
      closeOrderPayments: {
        cacheControl,
        answer: async ({ params: { orderId }, caller, settle }) =>
          store.close({ orderId, accountId: requirePayer(caller) }, settle),
      },
    },
    idempotency,
  );
}
