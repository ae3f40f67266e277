/** Assembly: everything a request meets on its way in, top to bottom. */
import cluster from 'node:cluster';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createDocumentStore } from './cache/document-store.ts';
import { createRowCache } from './cache/row-cache.ts';
import { rowCodec } from './cache/row-codec.ts';
import { createSpeculation, type Speculation } from './cache/speculation.ts';
import { type BffSettings, parseSettings, type Settings } from './config/settings.ts';
import type { RequestContext } from './context/request-context.ts';
import { createAnswers, toVerdict } from './create-answers.ts';
import { createOutbound } from './create-outbound.ts';
import { createStores } from './create-stores.ts';
import type { Events } from './events.ts';
import type { SharedRun } from './http/answer.ts';
import { addCachingHeaders } from './http/caching-headers.ts';
import { addCompression } from './http/compression.ts';
import { addDrain } from './http/drain.ts';
import { addGraphqlRoute } from './http/graphql-route.ts';
import { addHealth } from './http/health.ts';
import { createServer } from './http/server.ts';
import { toSharedContext } from './http/shared-context.ts';
import { createToLocale } from './http/to-locale.ts';
import { toRequestContext } from './http/to-request-context.ts';
import { addAuthentication } from './identity/authenticate.ts';
import { createDocumentLimits } from './limits/document-limits.ts';
import { createEnforcement } from './limits/enforcement.ts';
import { createPlanLimits } from './limits/plan-limits.ts';
import { reservedNames } from './limits/reserved-names.ts';
import { createLoaders, type ResolverContext } from './loaders/loaders.ts';
import { createLog } from './observability/create-log.ts';
import { createRequestLog } from './observability/create-request-log.ts';
import { createLogEvents } from './observability/log-events.ts';
import { createOperationTelemetry } from './observability/operation-telemetry.ts';
import { buildSchema, type Resolvers, type TypeDefs } from './operation/build-schema.ts';
import type { OperationContext } from './operation/engine-gateway.ts';
import { createExecute } from './operation/execute.ts';
import { createOperationServer } from './operation/operation-server.ts';

/** Of all documents that are remembered, with their plans. */
const maxDocumentBytes = 64 * 1024 * 1024;

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
  const logEvents = createLogEvents(settings);
  const speculation = settings.speculate
    ? createSpeculation({ events: logEvents, slowMs: settings.attemptTimeoutMs / 2 })
    : undefined;
  const events = withCallsHeard(logEvents, speculation);
  const stores = createStores(name, settings, log);
  const outbound = createOutbound({ settings, events, stores });
  const rowCache =
    stores &&
    createRowCache({ store: stores.create('row', rowCodec), touch: stores.touch, origins: originsOf(settings) });

  const enforcement = createEnforcement({ settings, onLimit: events.limit });
  const planLimits = createPlanLimits({ schema, settings, enforcement });
  const toLocale = createToLocale(settings.locales);
  const answers = createAnswers({ settings, stores, outbound, toLocale, contextOf, log });
  const runs = new WeakMap<object, SharedRun>();
  const executeNow = createExecute({
    onExecute: (report, args, variableValues) => {
      const context = args.contextValue as RequestContext;
      planLimits.check(report, variableValues, context);
      runs.get(context)?.decide(toVerdict(report));
      events.execution({ ...report, context });
      speculation?.onExecute(report, args);
    },
  });
  const apollo = await createOperationServer({
    schema,
    execute: speculation?.around(executeNow) ?? executeNow,
    settings,
    validationRules: [reservedNames],
    plugins: [
      createOperationTelemetry({ ...events, operation: endAfter(events.operation) }, costOf),
      createDocumentLimits({ settings, enforcement }),
    ],
    documentStore: createDocumentStore(maxDocumentBytes),
  });

  /** What ran may have run with less to see than the request that it ran for. */
  function costOf(context: RequestContext, data: unknown) {
    return planLimits.costOf((context as OperationContext).execution ?? context, data);
  }

  /** Whoever asks after a change is answered is not to join what began before it. */
  function endAfter(report: Events['operation']): Events['operation'] {
    return (event) => {
      if (event.operationType === 'mutation') answers?.endFlights();
      report(event);
    };
  }

  function withLoaders(context: RequestContext): ResolverContext {
    return Object.assign(context, { loaders: createLoaders(outbound.call, context, events, rowCache) });
  }

  function contextOf(request: FastifyRequest, reply: FastifyReply, deadline: number): RequestContext {
    const { principal } = request;
    return toRequestContext(request, reply, {
      principal,
      deadline,
      toLocale,
      createLog: (fields) => createRequestLog(log, fields),
    });
  }

  const app = await createServer({ settings, log });
  const drain = addDrain(app, settings.shutdownGraceMs);
  addHealth(app, { isReady: () => !drain.isDraining() });
  if (settings.environment !== 'production') app.get('/', (_request, reply) => reply.redirect('/graphql'));

  await app.register(async (api) => {
    addCachingHeaders(api);
    addCompression(api);
    addAuthentication(api, outbound.verifyToken);
    addGraphqlRoute(api, {
      apollo,
      shareAnswer: answers?.share,
      createContext: (request, reply, arrivedAt, run) => {
        const context = contextOf(request, reply, arrivedAt + settings.requestTimeoutMs);
        if (run === undefined) return withLoaders(context);
        const execution = withLoaders(toSharedContext(context, run));
        runs.set(execution, run);
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
      await stores?.close();
    },
  };
}

function withCallsHeard(events: Events, speculation: Speculation | undefined): Events {
  if (speculation === undefined) return events;
  const call: Events['call'] = (event) => {
    speculation.onCall(event);
    events.call(event);
  };
  return { ...events, call };
}

function originsOf({ services }: Settings): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(services).map(([service, { origin }]) => [service, origin]));
}
