// Orders' operations: what a person bought, checking out, cancelling; and the recovery of what was left half-done.
import type { FastifyInstance } from 'fastify';
import type { Kysely } from 'kysely';
import { toParentSelection, toSelection } from '../collections/selection.ts';
import type { operations } from '../generated/orders.ts';
import { ordersRoutes } from '../generated/orders-routes.ts';
import { implement } from '../http/implement.ts';
import type { Idempotency } from '../idempotency/idempotency.ts';
import { requirePerson, type TokenCheck } from '../identity/token-check.ts';
import { repeatWhileOpen } from '../repeat.ts';
import { cancelOrder } from './cancel.ts';
import { checkOut } from './checkout.ts';
import { createCheckouts } from './checkouts.ts';
import type { CallService } from './collaborators.ts';
import { createDriver } from './drive.ts';
import { createRecovery } from './recovery.ts';
import { createOrdersStore } from './store.ts';
import type { OrdersTables } from './tables.ts';

export interface CheckoutSettings {
  /** How long a person is kept waiting for a service that does not answer; 4000. */
  readonly patienceMs?: number;
  /** How long a step may take before its process is believed to be dead; 10,000. */
  readonly leaseMs?: number;
  /** After which a checkout that is not paid for is undone rather than completed; 60,000. */
  readonly abandonAfterMs?: number;
  /**
   * For how long the money of an order is tried to be taken before the order is cancelled; a day. A bank holds money for
   * some days, and a person can cancel for a day.
   */
  readonly captureWithinMs?: number;
  /** Called before and after each step's work (`before reserved`, …); what it throws ends it as if the process died. */
  readonly onStep?: (moment: string) => void | Promise<void>;
}

export interface ServeOrdersOptions {
  readonly app: FastifyInstance;
  readonly checkToken: TokenCheck;
  readonly idempotency: Idempotency;
  readonly db: Kysely<OrdersTables>;
  readonly call: CallService;
  /** The current time in ms since 1970. */
  readonly now: () => number;
  /** How often checkouts are looked for that somebody left half-done. */
  readonly sweepIntervalMs: number;
  readonly settings: CheckoutSettings;
}

const personal = 'private, no-cache';

function createCheckoutServices({ app, db, call, now, settings, sweepIntervalMs }: ServeOrdersOptions) {
  const { patienceMs = 4000, leaseMs = 10_000, abandonAfterMs = 60_000, captureWithinMs = 86_400_000 } = settings;
  const { onStep = () => undefined } = settings;
  const { log } = app;
  const closing = new AbortController();
  app.addHook('preClose', async () => closing.abort());
  const checkouts = createCheckouts({ db, leaseMs, now });
  const patience = { abandonAfterMs, captureWithinMs, now, onStep };
  const drive = createDriver({ checkouts, call, log, closing: closing.signal, ...patience });
  const recover = createRecovery({ checkouts, drive, log, closing: closing.signal });
  repeatWhileOpen(app, { name: 'the recovery of checkouts', everyMs: sweepIntervalMs, work: recover });
  repeatWhileOpen(app, { name: 'forgetting old checkouts', everyMs: sweepIntervalMs, work: checkouts.purge });
  return { checkouts, drive, store: createOrdersStore(db), patienceMs, now };
}

export function serveOrders(options: ServeOrdersOptions): void {
  const { app, checkToken, idempotency } = options;
  const services = createCheckoutServices(options);
  const { store } = services;
  implement<operations, typeof ordersRoutes>(
    app,
    checkToken,
    ordersRoutes,
    {
      listOrders: {
        cacheControl: personal,
        answer: async ({ query: { accountIds, ...query }, caller }) => {
          const owner = requirePerson(caller);
          if (!accountIds) return store.listOrders(owner, toSelection(query));
          const parents = { parameter: 'accountIds', ids: accountIds };
          return store.listOrdersByAccount(owner, toParentSelection(query, parents));
        },
      },
      createOrder: {
        cacheControl: 'no-store',
        answer: async ({ body, caller, idempotencyKey, requestId }) =>
          checkOut(services, { caller, input: body, idempotencyKey, requestId }),
      },
      cancelOrder: {
        cacheControl: 'no-store',
        answer: async ({ params, caller, requestId }) =>
          cancelOrder(services, { caller, orderId: params.orderId, requestId }),
      },
    },
    idempotency,
  );
}
