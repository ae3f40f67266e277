/** The GraphQL route: translates between Fastify and Apollo's HTTP requests, and knows nothing of what is executed. */
import type { IncomingHttpHeaders } from 'node:http';
import { type ApolloServer, type BaseContext, HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { FacetError } from '../errors/facet-error.ts';
import { type Answer, type ShareAnswer, type SharedRun, sendAnswer, toAnswer } from './answer.ts';

export interface GraphqlRouteOptions<Context extends BaseContext> {
  readonly apollo: ApolloServer<Context>;
  /**
   * Called once for each execution; with `run` for one that answers several requests. `arrivedAt`, in milliseconds
   * since the epoch, is before any wait for such an answer. What it throws refuses the request.
   */
  readonly createContext: (request: FastifyRequest, reply: FastifyReply, arrivedAt: number, run?: SharedRun) => Context;
  /** Every request is answered on its own by default. */
  readonly shareAnswer?: ShareAnswer | undefined;
  /** `/graphql` by default. */
  readonly path?: string;
}

/** Adds GET and POST (GraphQL over HTTP); other methods are METHOD_NOT_ALLOWED. The server must be started. */
export function addGraphqlRoute<Context extends BaseContext>(
  app: FastifyInstance,
  options: GraphqlRouteOptions<Context>,
): void {
  const { apollo, createContext, shareAnswer, path = '/graphql' } = options;

  function answer(...asked: Parameters<typeof createContext>): Promise<Answer> {
    const httpGraphQLRequest = toApolloRequest(asked[0]);
    // What Apollo is told to create, and cannot be, it takes for a fault of the server.
    const contextValue = createContext(...asked);
    const context = () => Promise.resolve(contextValue);
    return apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest, context }).then(toAnswer);
  }

  function respond(request: FastifyRequest, reply: FastifyReply): void {
    const arrivedAt = Date.now();
    const shared = shareAnswer?.(request, reply, async (run) => answer(request, reply, arrivedAt, run));
    if (shared !== undefined && 'body' in shared) {
      sendAnswer(request, reply, shared);
      return;
    }
    const alone = () => answer(request, reply, arrivedAt);
    const answered = shared === undefined ? alone() : shared.then((one) => one ?? alone());
    answered
      .then((whole) => {
        sendAnswer(request, reply, whole);
      })
      .catch((reason: unknown) => {
        reply.send(reason instanceof Error ? reason : FacetError.from(reason));
      });
  }

  // The handler returns nothing: Fastify would wait for a reply that was sent, and then look whether it was.
  app.route({ method: ['GET', 'POST'], url: path, handler: respond });
  app.route({
    // A preflight comes as far as this where no other origin may call.
    method: ['PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    url: path,
    handler: (_request, reply) => {
      reply.header('allow', 'GET, POST');
      throw new FacetError('METHOD_NOT_ALLOWED');
    },
  });
}

function toApolloRequest(request: FastifyRequest): HTTPGraphQLRequest {
  const { url } = request;
  const query = url.indexOf('?');
  return {
    method: request.method,
    headers: toHeaderMap(request.headers),
    search: query < 0 ? '' : url.slice(query),
    body: request.body,
  };
}

/** What says no more than that any JSON will do. Apollo answers it as an empty header, which it has read at once. */
const anyJson: ReadonlySet<string | undefined> = new Set([undefined, '*/*', 'application/json']);

function toHeaderMap(given: IncomingHttpHeaders): HeaderMap {
  const headers = new HeaderMap();
  for (const name in given) {
    const value = given[name];
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  if (anyJson.has(given.accept)) headers.set('accept', '');
  return headers;
}
