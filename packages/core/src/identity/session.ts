/** The web session as one value: tokens stay here, the browser gets a cookie (RFC 10017, BCP 212). */
import cookie from '@fastify/cookie';
import type { FastifyInstance } from 'fastify';
import type { Transport } from '../client/transport.ts';
import type { Settings } from '../config/settings.ts';
import type { Log } from '../context/request-context.ts';
import { createCsrfCheck } from './csrf.ts';
import { createRefresh } from './refresh.ts';
import { addSessionAuthentication } from './session-authenticate.ts';
import { createSessionFetch } from './session-fetch.ts';
import type { OnSignIn } from './session-parts.ts';
import { createSessionProvider } from './session-provider.ts';
import { addSessionRoutes } from './session-routes.ts';
import { createSeal } from './session-seal.ts';
import { createMemorySessions } from './session-store-memory.ts';
import { createRedisSessions, type SessionRedis } from './session-store-redis.ts';
import { addSignIn } from './sign-in.ts';
import type { FindKey, VerifyToken } from './token-verifier.ts';

export interface WebSessionOptions {
  /** Names the BFF in Redis. */
  readonly name: string;
  /** With `session` and `identity`. */
  readonly settings: Settings;
  /** The BFF's origin as browsers know it. */
  readonly origin: () => string;
  /** Where sessions are kept; in this process's memory without. */
  readonly redis: SessionRedis | undefined;
  readonly send: Transport['send'];
  readonly verifyToken: VerifyToken;
  readonly findKey: FindKey;
  readonly log: Log;
  readonly onSignIn?: OnSignIn | undefined;
  /** Milliseconds since the epoch; `Date.now` by default. */
  readonly now?: () => number;
}

export interface WebSession {
  /** Adds `/auth/…`. */
  addRoutes(app: FastifyInstance): Promise<void>;
  /** Adds who is calling to the requests that bring the cookie; before `addAuthentication`. */
  addAuthentication(app: FastifyInstance): Promise<void>;
}

/** For one answer of the provider; a request that waits for it may end sooner, and what was asked for is kept. */
const timeoutMs = 5_000;

export function createWebSession(options: WebSessionOptions): WebSession {
  const { name, settings, redis, origin, verifyToken, findKey, log, onSignIn, now = Date.now } = options;
  const { session, identity, corsOrigins, environment } = settings;
  if (session === undefined || identity === undefined) throw new TypeError('A web session needs session and identity.');
  const { keys, scopes, idleMs, lifetimeMs } = session;
  const seal = createSeal(keys);
  const lifetimes = { idleMs, lifetimeMs, now };
  const store =
    redis === undefined
      ? createMemorySessions(lifetimes)
      : createRedisSessions({ ...lifetimes, redis, namespace: `facet:${name}`, seal });
  const provider = createSessionProvider({
    ...identity,
    scopes,
    allowHttp: environment !== 'production',
    fetch: createSessionFetch(options.send, timeoutMs),
    now,
  });
  const refresh = createRefresh({
    store,
    provider,
    timeoutMs,
    waitMs: settings.requestTimeoutMs,
    onRefused: ({ subject }) => log.info({ subject }, 'session ended: the provider refused to renew it'),
    now,
  });
  const checkCsrf = createCsrfCheck((given) => given === origin() || corsOrigins.includes(given));
  const parts = { store, provider, seal, checkCsrf, verifyToken, origin, lifetimeMs, log, onSignIn, now };
  const { issuer, clientId } = identity;

  return {
    async addRoutes(app) {
      await app.register(async (auth) => {
        await auth.register(cookie);
        acceptForms(auth);
        auth.addHook('onSend', async (_request, reply) => {
          reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
        });
        addSignIn(auth, parts);
        addSessionRoutes(auth, { ...parts, logoutTokens: { issuer, clientId, findKey } });
      });
    },
    async addAuthentication(app) {
      await app.register(cookie);
      addSessionAuthentication(app, { ...parts, refresh });
    },
  };
}

/** The provider sends a form (back-channel logout); a page may send a body of nothing. */
function acceptForms(app: FastifyInstance): void {
  const type = 'application/x-www-form-urlencoded';
  app.addContentTypeParser(type, { parseAs: 'string', bodyLimit: 20_000 }, (_request, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(String(body))));
  });
}
