/** The GraphQL route: translates between Fastify and Apollo's HTTP requests, and knows nothing of what is executed. */
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

  async function answer(...asked: Parameters<typeof createContext>): Promise<Answer> {
    const httpGraphQLRequest = toApolloRequest(asked[0]);
    // What Apollo is told to create, and cannot be, it takes for a fault of the server.
    const contextValue = createContext(...asked);
    const context = async () => contextValue;
    return toAnswer(await apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest, context }));
  }

  app.route({
    method: ['GET', 'POST'],
    url: path,
    handler: async (request, reply) => {
      const arrivedAt = Date.now();
      const shared = await shareAnswer?.(request, reply, (run) => answer(request, reply, arrivedAt, run));
      return sendAnswer(reply, shared ?? (await answer(request, reply, arrivedAt)));
    },
  });
  app.route({
    method: ['PUT', 'PATCH', 'DELETE'],
    url: path,
    handler: (_request, reply) => {
      reply.header('allow', 'GET, POST');
      throw new FacetError('METHOD_NOT_ALLOWED');
    },
  });
}

function toApolloRequest(request: FastifyRequest): HTTPGraphQLRequest {
  const headers = new HeaderMap();
  for (const name in request.headers) {
    const value = request.headers[name];
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const query = request.url.indexOf('?');
  return {
    method: request.method,
    headers,
    search: query < 0 ? '' : request.url.slice(query),
    body: request.body,
  };
}
