/** The GraphQL route: translates between Fastify and Apollo's HTTP requests, and knows nothing of what is executed. */
import {
  type ApolloServer,
  type BaseContext,
  HeaderMap,
  type HTTPGraphQLRequest,
  type HTTPGraphQLResponse,
} from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { FacetError } from '../errors/facet-error.ts';

export interface GraphqlRouteOptions<Context extends BaseContext> {
  readonly apollo: ApolloServer<Context>;
  /** Called once a request, when it is known to ask for an operation. */
  readonly createContext: (request: FastifyRequest, reply: FastifyReply) => Promise<Context> | Context;
  /** `/graphql` by default. */
  readonly path?: string;
}

/** Adds GET and POST (GraphQL over HTTP); other methods are METHOD_NOT_ALLOWED. The server must be started. */
export function addGraphqlRoute<Context extends BaseContext>(
  app: FastifyInstance,
  options: GraphqlRouteOptions<Context>,
): void {
  const { apollo, createContext, path = '/graphql' } = options;
  app.route({
    method: ['GET', 'POST'],
    url: path,
    handler: async (request, reply) => {
      const answer = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: toApolloRequest(request),
        context: async () => createContext(request, reply),
      });
      return sendAnswer(reply, answer);
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
  for (const [name, value] of Object.entries(request.headers)) {
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

function sendAnswer(reply: FastifyReply, { status, headers, body }: HTTPGraphQLResponse): FastifyReply {
  reply.code(status ?? 200).headers(Object.fromEntries(headers));
  if (body.kind === 'complete') return reply.send(body.string);
  return reply.send(ReadableStream.from(body.asyncIterator));
}
