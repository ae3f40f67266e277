/** Assembly: everything a request meets on its way in, top to bottom. */
import cluster from 'node:cluster';
import type { FastifyRequest } from 'fastify';
import type { ValidationRule } from 'graphql';
import { createSharedAnswers } from './cache/share-answers.ts';
import { type BffSettings, parseSettings } from './config/settings.ts';
import type { RequestContext } from './context/request-context.ts';
import { createOutbound } from './create-outbound.ts';
import { addDrain } from './http/drain.ts';
import { addGraphqlRoute } from './http/graphql-route.ts';
import { addHealth } from './http/health.ts';
import { addNoStore } from './http/no-store.ts';
import { createServer } from './http/server.ts';
import { toSharedContext } from './http/shared-context.ts';
import { createToLocale } from './http/to-locale.ts';
import { toRequestContext } from './http/to-request-context.ts';
import { addAuthentication } from './identity/authenticate.ts';
import { createMaxDepth } from './limits/max-depth.ts';
import { reservedNames } from './limits/reserved-names.ts';
import { createLoaders, type ResolverContext } from './loaders/loaders.ts';
import { createLog } from './observability/create-log.ts';
import { createRequestLog } from './observability/create-request-log.ts';
import { createLogEvents } from './observability/log-events.ts';
import { createOperationTelemetry } from './observability/operation-telemetry.ts';
import { buildSchema, type Resolvers, type TypeDefs } from './operation/build-schema.ts';
import { createExecute } from './operation/execute.ts';
import { createOperationServer } from './operation/operation-server.ts';

export interface BffOptions {
  /** Names the BFF in its log. */
  readonly name: string;
  readonly typeDefs: TypeDefs;
  readonly resolvers: Resolvers;
  readonly settings: BffSettings;
}

export interface Bff {
  /** Starts to listen; resolves to the BFF's URL, for example `http://localhost:4000`. Rejects when the port is taken. */
  listen(): Promise<string>;
  /** Answers what is under way, refuses what is new, and releases everything. */
  close(): Promise<void>;
}

/**
 * Creates a BFF: one GraphQL API over REST services, at `/graphql`.
 * Throws a TypeError that lists every problem of the settings, or names the first misfit between SDL and resolvers.
 */
export async function createBff({ name, typeDefs, resolvers, settings: given }: BffOptions): Promise<Bff> {
  const settings = parseSettings(given);
  const schema = buildSchema(typeDefs, resolvers);
  const log = createLog(name, settings);
  const events = createLogEvents(settings);
  const outbound = createOutbound({ settings, events });

  const rules: ValidationRule[] = [reservedNames, createMaxDepth(settings.maxDepth)];
  const plugins = [createOperationTelemetry(events)];
  const toLocale = createToLocale(settings.locales);
  const onJoined = ({ id, principal }: FastifyRequest) =>
    log.info({ requestId: id, principal: principal?.subject }, 'operation answered with another');
  const sharedAnswers = settings.coalesce ? createSharedAnswers(settings.requestTimeoutMs, onJoined) : undefined;
  const execute = createExecute({
    onExecute: (report, { contextValue, document, operationName, variableValues }) => {
      const query = document.loc?.source.body ?? '';
      if (report.isPublic) sharedAnswers?.allow({ query, operationName, variables: variableValues });
      events.execution({ ...report, context: contextValue as RequestContext });
    },
  });
  const apollo = await createOperationServer({ schema, execute, settings, validationRules: rules, plugins });

  function withLoaders(context: RequestContext): ResolverContext {
    return Object.assign(context, { loaders: createLoaders(outbound.call, context, events) });
  }

  const app = await createServer({ settings, log });
  const drain = addDrain(app, settings.shutdownGraceMs);
  addHealth(app, { isReady: () => !drain.isDraining() });
  if (settings.environment !== 'production') app.get('/', (_request, reply) => reply.redirect('/graphql'));

  await app.register(async (api) => {
    addNoStore(api);
    addAuthentication(api, outbound.verifyToken);
    addGraphqlRoute(api, {
      apollo,
      shareAnswer: sharedAnswers?.share,
      createContext: (request, reply, arrivedAt, run) => {
        const context = toRequestContext(request, reply, {
          principal: request.principal,
          deadline: arrivedAt + settings.requestTimeoutMs,
          toLocale,
          createLog: (fields) => createRequestLog(log, fields),
        });
        if (run === undefined) return withLoaders(context);
        const execution = withLoaders(toSharedContext(context, run));
        return Object.assign(context, { loaders: execution.loaders, execution });
      },
    });
  });

  return {
    async listen() {
      const address = await app.listen({ host: settings.host, port: settings.port });
      const url = address.replace('127.0.0.1', 'localhost');
      // The process that supervises workers says it for all of them.
      log[cluster.isWorker ? 'debug' : 'info']({ url }, 'listening');
      return url;
    },
    async close() {
      await drain.stop();
      await apollo.stop();
      await outbound.close();
    },
  };
}
