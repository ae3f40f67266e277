/** The HTTP server of a BFF: limits against slow and large callers, one shape for every refusal. */
import cors from '@fastify/cors';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { Settings } from '../config/settings.ts';
import type { Log } from '../context/request-context.ts';
import { type ErrorCode, errorCodes } from '../errors/error-codes.ts';
import { FacetError } from '../errors/facet-error.ts';
import { createClientErrorHandler } from './client-error.ts';
import { fromFastifyError, replyWithError } from './error-reply.ts';
import { toRequestId } from './request-identity.ts';
import { addSecurityHeaders, createSecurityHeaders } from './security-headers.ts';
import { isSelfProbe } from './self-probe.ts';

/** Apollo Sandbox runs in the developer's browser under this origin. */
const sandboxOrigin = 'https://studio.apollographql.com';
/** Response headers that pages of allowed origins may read, beside those that any may. */
const readableElsewhere = [
  'retry-after',
  'ratelimit-policy',
  'ratelimit-limit',
  'ratelimit-remaining',
  'ratelimit-reset',
  'x-request-id',
  'www-authenticate',
];
const maxHeaderBytes = 16_384;
/** What is taken where the limit of bodies only measures: a body is read into memory before anybody knows who sent it. */
const measuredBodyFactor = 10;

export interface ServerOptions {
  readonly settings: Settings;
  readonly log: Log;
  /** Hears of every request that is refused before GraphQL. */
  readonly onRefused?: (request: FastifyRequest, code: ErrorCode) => void;
}

/** Creates the server, not listening yet; routes are for the assembly to add. */
export async function createServer({ settings, log, onRefused }: ServerOptions): Promise<FastifyInstance> {
  const securityHeaders = await createSecurityHeaders(settings);
  const app = Fastify({
    bodyLimit: toBodyLimit(settings),
    // Slow callers are cut off: 3 s for the headers, 5 s for the whole request.
    requestTimeout: 5_000,
    http: { headersTimeout: 3_000, connectionsCheckingInterval: 1_000, maxHeaderSize: maxHeaderBytes },
    forceCloseConnections: 'idle',
    genReqId: toRequestId,
    trustProxy: settings.trustedProxies.length > 0 && settings.trustedProxies,
    logger: false,
    clientErrorHandler: createClientErrorHandler(securityHeaders),
    frameworkErrors: (error, request, reply) => replyWithError(request, reply, fromFastifyError(error)),
  });
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    done();
  });
  addSecurityHeaders(app, securityHeaders, settings);
  app.setNotFoundHandler((request, reply) =>
    replyWithError(
      request,
      reply,
      new FacetError('NOT_FOUND', { message: 'There is nothing at this address. The API is at /graphql.' }),
    ),
  );
  app.setErrorHandler((reason, request, reply) => {
    const error = fromFastifyError(reason as never);
    if (isSelfProbe(request.id)) return replyWithError(request, reply, error);
    const { logLevel } = errorCodes[error.code];
    log[logLevel]({ requestId: request.id, code: error.code, err: error.cause ?? error }, 'request refused');
    onRefused?.(request, error.code);
    return replyWithError(request, reply, error);
  });
  const origins =
    settings.environment === 'production' ? settings.corsOrigins : [...settings.corsOrigins, sandboxOrigin];
  // Where nobody may call from elsewhere, no header says who may, and no request pays for finding out.
  if (origins.length > 0) {
    await app.register(cors, {
      origin: origins,
      methods: ['GET', 'POST'],
      exposedHeaders: readableElsewhere,
      credentials: true,
      maxAge: 600,
    });
  }
  return app;
}

function toBodyLimit({ maxBodyBytes, limitModes }: Settings): number {
  return (limitModes?.MAX_BODY_BYTES ?? 'enforce') === 'enforce' ? maxBodyBytes : measuredBodyFactor * maxBodyBytes;
}
