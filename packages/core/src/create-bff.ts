/** Assembly: everything a request meets on its way in, top to bottom. */
import cluster from 'node:cluster';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createDocumentStore } from './cache/document-store.ts';
import { createRowCache } from './cache/row-cache.ts';
import { rowCodec } from './cache/row-codec.ts';
import { createSpeculation, type Speculation } from './cache/speculation.ts';
import { type BffSettings, parseSettings, type Settings } from './config/settings.ts';
import type { RequestContext } from './context/request-context.ts';
import { createAnswers, toVerdict } from './create-answers.ts';
import { createDocumentCheck, createDocuments } from './create-documents.ts';
import { createOutbound } from './create-outbound.ts';
import { createProbeDocuments } from './create-probe-documents.ts';
import { createRates } from './create-rates.ts';
import { createBffReadiness, withoutProbes } from './create-readiness.ts';
import { createStores, openRedis } from './create-stores.ts';
import type { Events } from './events.ts';
import type { SharedRun } from './http/answer.ts';
import { addCachingHeaders } from './http/caching-headers.ts';
import { addCompression } from './http/compression.ts';
import { addDrain } from './http/drain.ts';
import { addGraphqlRoute } from './http/graphql-route.ts';
import { addHealth } from './http/health.ts';
import { traceOf } from './http/request-identity.ts';
import { createServer } from './http/server.ts';
import { toSharedContext } from './http/shared-context.ts';
import { createToLocale } from './http/to-locale.ts';
import { toRequestContext } from './http/to-request-context.ts';
import { addAuthentication } from './identity/authenticate.ts';
import { createAuthorization } from './identity/authorization.ts';
import { createTokenUseCheck, tokenSchemes } from './identity/dpop.ts';
import { createSharedDpopReplays } from './identity/dpop-replays.ts';
import { createWebSession, type WebSession } from './identity/session.ts';
import { sessionCookie } from './identity/session-cookies.ts';
import { isOfSession } from './identity/session-routes.ts';
import { addBodyMeasure } from './limits/body-measure.ts';
import { createDocumentLimits } from './limits/document-limits.ts';
import { createEnforcement } from './limits/enforcement.ts';
import { createPlanLimits } from './limits/plan-limits.ts';
import { reservedNames } from './limits/reserved-names.ts';
import type { TrustedDocuments } from './limits/trusted-documents.ts';
import { createLoaders, type ResolverContext } from './loaders/loaders.ts';
import { createAudit } from './observability/audit.ts';
import { createRequestAudit } from './observability/audit-requests.ts';
import { createLog } from './observability/create-log.ts';
import { createRequestLog } from './observability/create-request-log.ts';
import { createLogEvents } from './observability/log-events.ts';
import { createOperationTelemetry } from './observability/operation-telemetry.ts';
import { createServiceHealth, type ServiceHealth } from './observability/service-health.ts';
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
  /** What its apps were built with, as codegen writes it; needed where `settings.trustedDocuments` is not `off`. */
  readonly trustedDocuments?: TrustedDocuments;
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
export async function createBff(options: BffOptions): Promise<Bff> {
  const { name, typeDefs, resolvers, settings: given, trustedDocuments: trusted } = options;
  const settings = parseSettings(given);
  const schema = buildSchema(typeDefs, resolvers);
  const log = createLog(name, settings);
  const logEvents = withoutProbes({ ...createLogEvents(settings), audit: createAudit(log, settings) });
  const serviceHealth = createServiceHealth({ slowMs: settings.attemptTimeoutMs / 2 });
  const speculation = settings.speculate
    ? createSpeculation({ events: logEvents, isStruggling: serviceHealth.isStruggling })
    : undefined;
  const events = withCallsHeard(logEvents, serviceHealth, speculation);
  const redis = openRedis(settings, log);
  const stores = createStores(name, settings, redis);
  const outbound = createOutbound({ settings, events, stores });
  const rowCache =
    stores &&
    createRowCache({ store: stores.create('row', rowCodec), touch: stores.touch, origins: originsOf(settings) });

  const enforcement = createEnforcement({ settings, onLimit: events.limit });
  const planLimits = createPlanLimits({ schema, settings, enforcement });
  const rules = [reservedNames];
  const probeDocuments = createProbeDocuments({ schema, settings, planLimits });
  const documents = createDocuments({
    settings,
    trusted,
    findProblems: createDocumentCheck({ settings, schema, rules, enforcement, planLimits }),
    stores,
    own: probeDocuments.byId,
    onUntrusted: (request, reply, code) => {
      const context = contextOf(request, reply, Date.now() + settings.requestTimeoutMs);
      events.untrusted({ context, code, isRefused: settings.trustedDocuments === 'enforce' });
    },
  });
  const toLocale = createToLocale(settings.locales);
  const answers = createAnswers({ settings, stores, outbound, toLocale, contextOf, log });
  const runs = new WeakMap<object, SharedRun>();
  const rates = createRates({
    name,
    settings,
    schema,
    redis,
    events,
    contextOf: (request, reply) => contextOf(request, reply, Date.now() + settings.requestTimeoutMs),
  });
  const executeNow = createExecute({
    admit: (report, args, variables) => {
      const context = args.contextValue as ResolverContext;
      const cost = planLimits.check(report, variables, context);
      return rates.take(context.loaders, { ...report, document: args.document }, cost);
    },
    resume: speculation?.around,
    authorization: createAuthorization({
      onWithheld: (withheld, { log: ofRequest }) => ofRequest.warn(withheld, "a service's answer was not the caller's"),
    }),
    onExecute: (report, args) => {
      const context = args.contextValue as RequestContext;
      runs.get(context)?.decide(toVerdict(report));
      events.execution({ ...report, context });
      // Only in a run for all does a binding that looks at the caller fail; elsewhere a guess may be one person's.
      speculation?.onExecute({ ...report, isPublic: report.isPublic && runs.has(context) }, args);
    },
  });
  const apollo = await createOperationServer({
    schema,
    execute: speculation?.around(executeNow) ?? executeNow,
    settings,
    validationRules: rules,
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

  function onLong(request: FastifyRequest, reply: FastifyReply, found: number): void {
    const context = contextOf(request, reply, Date.now() + settings.requestTimeoutMs);
    const excess = { code: 'MAX_BODY_BYTES', found, max: settings.maxBodyBytes } as const;
    events.limit({ context, operationName: null, ...excess, isRefused: false });
  }

  function openWebSession(): WebSession | undefined {
    const { verifyToken, provider } = outbound;
    const { session } = settings;
    if (session === undefined || verifyToken === undefined || provider === undefined) return undefined;
    const origin = () => session.origin ?? ownOrigin(app);
    const { onSignIn } = requestAudit;
    return createWebSession({ name, settings, origin, redis, verifyToken, ...provider, log, onSignIn });
  }

  const requestAudit = createRequestAudit({
    audit: events.audit,
    traceIdOf: (request) => traceOf(request).traceId,
  });
  const app = await createServer({ settings, log, onRefused: requestAudit.onRefused });
  const webSession = openWebSession();
  await app.register(async (auth) => {
    rates.addWhereSignedIn(auth, isOfSession);
    await webSession?.addRoutes(auth);
  });
  const drain = addDrain(app, settings.shutdownGraceMs);
  const readiness = createBffReadiness({
    app,
    settings,
    log,
    documents: probeDocuments,
    retiredBuild: trusted?.retiredBuilds[0],
    sessionCookie: webSession && sessionCookie,
    loadKeys: outbound.loadKeys,
    findKey: outbound.provider?.findKey,
    isDraining: drain.isDraining,
    findDegraded: () => [...(redis?.state() === 'down' ? ['redis'] : []), ...serviceHealth.degraded()],
  });
  addHealth(app, readiness);
  if (settings.environment !== 'production') app.get('/', (_request, reply) => reply.redirect('/graphql'));

  const noteProof = redis && createSharedDpopReplays({ redis, namespace: `facet:${name}` });

  await app.register(async (api) => {
    addCachingHeaders(api);
    addCompression(api);
    requestAudit.addCsrfAudit(api);
    documents.addRetiredBuilds(api);
    if (enforcement.isMeasured('MAX_BODY_BYTES')) addBodyMeasure(api, { maxBodyBytes: settings.maxBodyBytes, onLong });
    rates.addBeforeAuthentication(api);
    await webSession?.addAuthentication(api);
    addAuthentication(api, {
      verifyToken: outbound.verifyToken,
      schemes: tokenSchemes[settings.dpop],
      checkTokenUse: createTokenUseCheck({ noteProof }),
      origin: settings.dpopOrigin,
    });
    rates.addAfterAuthentication(api);
    documents.addGate(api);
    addGraphqlRoute(api, {
      apollo,
      shareAnswer: answers?.share,
      createContext: (request, reply, arrivedAt, run) => {
        const context = contextOf(request, reply, arrivedAt + settings.requestTimeoutMs);
        const execution = withLoaders(run === undefined ? context : toSharedContext(context, run));
        // Apollo copies contexts, but not what is in them.
        rates.begin(execution.loaders, request, reply);
        if (run === undefined) return execution;
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
      await readiness.start();
      return url;
    },
    async close() {
      readiness.stop();
      await drain.stop();
      await apollo.stop();
      await outbound.close();
      await stores?.close();
      await redis?.close();
    },
  };
}

/** Outside production browsers come without a proxy, and `localhost` is where they trust plain HTTP. */
function ownOrigin(app: FastifyInstance): string {
  const address = app.server.address();
  return `http://localhost:${typeof address === 'object' ? address?.port : address}`;
}

function withCallsHeard(events: Events, health: ServiceHealth, speculation: Speculation | undefined): Events {
  const call: Events['call'] = (event) => {
    speculation?.onCall();
    health.onCall(event);
    events.call(event);
  };
  return { ...events, call };
}

function originsOf({ services }: Settings): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(services).map(([service, { origin }]) => [service, origin]));
}
