// Makes the operations of a contract answer: the contract says where, with which parameters and to whom.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Caller, TokenCheck } from '../identity/token-check.ts';
import { Problem } from '../problem.ts';
import { isCurrent, toEtag } from './conditional.ts';
import { keepFields } from './fields.ts';
import { readQueryValues } from './query-values.ts';

/** One operation as codegen writes it from the contract. */
export interface Route {
  readonly method: string;
  readonly url: string;
  /** Whether it takes a token. */
  readonly secured: boolean;
  readonly querystring: object;
  readonly params?: object;
  /** Parameters whose values are separated by commas (`style: form, explode: false`). */
  readonly lists: readonly string[];
}

type QueryOf<Operation> = Operation extends { parameters: { query?: infer Query } } ? NonNullable<Query> : never;
type ParamsOf<Operation> = Operation extends { parameters: { path: infer Params } } ? Params : Record<string, never>;
type BodyOf<Operation> = Operation extends { responses: { 200: { content: infer Content } } }
  ? Content[keyof Content]
  : never;

export interface OperationRequest<Operation, Secured> {
  readonly query: QueryOf<Operation>;
  readonly params: ParamsOf<Operation>;
  readonly caller: Secured extends false ? undefined : Caller;
}

export interface Implementation<Operation, Secured> {
  /** The Cache-Control of its answers; what is `private` also varies on Authorization. */
  readonly cacheControl: string;
  /** Other headers of its answers; JSON unless a content-type is given. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Gives whole items: `fields` is applied to what it returns. */
  readonly answer: (request: OperationRequest<Operation, Secured>) => Promise<BodyOf<Operation>>;
}

export type Implementations<Operations, Routes extends Record<keyof Operations, Route>> = {
  readonly [Id in keyof Operations]: Implementation<Operations[Id], Routes[Id]['secured']>;
};

// biome-ignore lint/suspicious/noExplicitAny: the types are checked where the table is written
type AnyImplementation = Implementation<any, any>;

async function send(request: FastifyRequest, reply: FastifyReply, implementation: AnyImplementation, body: unknown) {
  const { cacheControl, headers = {} } = implementation;
  const { fields } = request.query as { fields?: string[] };
  const text = typeof body === 'string' ? body : JSON.stringify(keepFields(body, fields));
  const etag = toEtag(text);
  reply.headers({ 'content-type': 'application/json; charset=utf-8', ...headers, 'cache-control': cacheControl, etag });
  if (cacheControl.startsWith('private')) reply.header('vary', 'Authorization');
  if (!isCurrent(request.headers['if-none-match'], etag)) return reply.send(text);
  return reply.status(304).removeHeader('content-type').send();
}

function addRoute(app: FastifyInstance, checkToken: TokenCheck, route: Route, implementation: AnyImplementation): void {
  const callers = new WeakMap<FastifyRequest, Caller>();
  app.route({
    method: route.method,
    url: route.url,
    schema: { querystring: route.querystring, ...(route.params ? { params: route.params } : {}) },
    onRequest: async (request) => {
      if (route.secured) callers.set(request, await checkToken(request.headers.authorization));
    },
    preValidation: async (request) => readQueryValues(request, route),
    handler: async (request, reply) => {
      const { query, params } = request as { query: object; params: object };
      const body = await implementation.answer({ query, params, caller: callers.get(request) });
      return send(request, reply, implementation, body);
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
 * fieldsets, validators and Cache-Control. Throws a TypeError when an operation has no implementation or an
 * implementation no operation (the types say so too).
 */
export function implement<Operations, Routes extends Record<keyof Operations, Route>>(
  app: FastifyInstance,
  checkToken: TokenCheck,
  routes: Routes,
  implementations: Implementations<Operations, Routes>,
): void {
  const table = implementations as unknown as Record<string, AnyImplementation>;
  const entries = Object.entries(routes as Record<string, Route>);
  const surplus = Object.keys(table).filter((id) => !Object.hasOwn(routes, id));
  const missing = entries.map(([id]) => id).filter((id) => !table[id]);
  if (surplus.length > 0) throw new TypeError(`The contract has no operation ${surplus.join(', ')}`);
  if (missing.length > 0) throw new TypeError(`Nothing implements the operation ${missing.join(', ')}`);

  for (const [id, route] of entries) addRoute(app, checkToken, route, table[id] as AnyImplementation);
  for (const [url, sharing] of Map.groupBy(entries, ([, route]) => route.url)) {
    refuseOtherMethods(
      app,
      url,
      sharing.map(([, route]) => route.method),
    );
  }
}
