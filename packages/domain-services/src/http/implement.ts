// Makes the operations of a contract answer: the contract says where, with which parameters and to whom.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Idempotency } from '../idempotency/idempotency.ts';
import { actFor } from '../identity/subject.ts';
import { type Caller, requireScopes, type TokenCheck } from '../identity/token-check.ts';
import { Problem } from '../problem.ts';
import { type Answer, sendAnswer } from './answer.ts';
import { answerOnce, readIdempotencyKey, toWork } from './answer-once.ts';
import { assertStorable } from './body-text.ts';
import { isCurrent, toEtag } from './conditional.ts';
import { keepFields } from './fields.ts';
import type { AnyImplementation, Implementations, Route, Settle } from './operation.ts';
import { readQueryValues } from './query-values.ts';

const isRead = ({ method }: Route) => method === 'GET';

/** The answer that a body becomes; validators are for what is read. */
function toAnswer(request: FastifyRequest, route: Route, implementation: AnyImplementation, body: unknown): Answer {
  const { cacheControl, headers = {} } = implementation;
  const { fields } = request.query as { fields?: string[] };
  const text = typeof body === 'string' ? body : JSON.stringify(keepFields(body, fields));
  return {
    status: route.successStatus,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      ...headers,
      'cache-control': cacheControl,
      ...(isRead(route) ? { etag: toEtag(text) } : {}),
      ...(cacheControl.startsWith('private') ? { vary: 'Authorization' } : {}),
    },
    body: text,
  };
}

function send(request: FastifyRequest, reply: FastifyReply, answer: Answer): FastifyReply {
  const { 'content-type': _type, ...validators } = answer.headers;
  if (!answer.headers.etag || !isCurrent(request.headers['if-none-match'], answer.headers.etag)) {
    return sendAnswer(reply, answer);
  }
  return reply.status(304).headers(validators).send();
}

interface AddRouteOptions {
  readonly id: string;
  readonly route: Route;
  readonly implementation: AnyImplementation;
  readonly checkToken: TokenCheck;
  readonly idempotency: Idempotency | undefined;
}

function addRoute(app: FastifyInstance, options: AddRouteOptions): void {
  const { id, route, implementation, checkToken, idempotency } = options;
  const { querystring, params, body } = route;
  const callers = new WeakMap<FastifyRequest, Caller>();
  app.route({
    method: route.method,
    url: route.url,
    schema: { querystring, ...(params ? { params } : {}), ...(body ? { body } : {}) },
    onRequest: async (request) => {
      if (!route.secured) return;
      const caller = await checkToken(request.headers.authorization);
      requireScopes(caller, route.scopes);
      callers.set(request, actFor(caller, request.headers['facet-subject'], route.subject));
    },
    preValidation: async (request) => {
      readQueryValues(request, route);
      if (route.idempotent) readIdempotencyKey(request);
    },
    preHandler: async (request) => assertStorable(request.body),
    handler: async (request, reply) => {
      const caller = callers.get(request);
      const { query, params, body, id: requestId } = request as FastifyRequest & { query: object; params: object };
      const work = idempotency && route.idempotent ? toWork(id, request, caller) : undefined;
      const run = (settle: Settle) =>
        implementation.answer({ query, params, body, caller, idempotencyKey: work?.key, settle, requestId });
      const answerOf = (result: unknown) => toAnswer(request, route, implementation, result);
      if (idempotency && work) return answerOnce(request, reply, { idempotency, work, toAnswer: answerOf, run });
      return send(request, reply, answerOf(await run(async (_transaction, result) => result)));
    },
  });
}

function refuseOtherMethods(app: FastifyInstance, url: string, taken: readonly string[]): void {
  const allowed = taken.includes('GET') ? [...taken, 'HEAD'] : taken;
  const others = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].filter((name) => !allowed.includes(name));
  app.route({
    method: others,
    url,
    exposeHeadRoute: false,
    onRequest: async ({ method }) => {
      const headers = { allow: allowed.join(', ') };
      throw new Problem('METHOD_NOT_ALLOWED', `${method} is not allowed here; use ${headers.allow}.`, { headers });
    },
    handler: async () => undefined,
  });
}

/**
 * Adds every operation of the contract to `app`: token check, validation by the contract's own schemas, sparse
 * fieldsets, validators, Cache-Control, and work done once a key. Throws a TypeError when an operation has no
 * implementation or an implementation no operation (the types say so too), and when operations take an
 * `Idempotency-Key` but `idempotency` is not given.
 */
export function implement<Operations, Routes extends Record<keyof Operations, Route>>(
  app: FastifyInstance,
  checkToken: TokenCheck,
  routes: Routes,
  implementations: Implementations<Operations, Routes>,
  idempotency?: Idempotency,
): void {
  const table = implementations as unknown as Record<string, AnyImplementation>;
  const entries = Object.entries(routes as Record<string, Route>);
  const surplus = Object.keys(table).filter((id) => !Object.hasOwn(routes, id));
  const missing = entries.map(([id]) => id).filter((id) => !table[id]);
  if (surplus.length > 0) throw new TypeError(`The contract has no operation ${surplus.join(', ')}`);
  if (missing.length > 0) throw new TypeError(`Nothing implements the operation ${missing.join(', ')}`);

  const keyed = entries.filter(([, route]) => route.idempotent).map(([id]) => id);
  if (keyed.length > 0 && !idempotency)
    throw new TypeError(`Without idempotency nothing can serve ${keyed.join(', ')}`);

  for (const [id, route] of entries) {
    addRoute(app, { id, route, implementation: table[id] as AnyImplementation, checkToken, idempotency });
  }
  for (const [url, sharing] of Map.groupBy(entries, ([, route]) => route.url)) {
    refuseOtherMethods(
      app,
      url,
      sharing.map(([, route]) => route.method),
    );
  }
}
