// The HTTP server that every service runs on: request ids, logs, limits, health, problems for all that goes wrong.
import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import { Problem, toProblemDocument } from '../problem.ts';
import { answerProblem } from './answer-problem.ts';

export interface ServerOptions {
  /** The service's name in the log. */
  readonly name: string;
  readonly logLevel: string;
  /** Rejects when the service cannot answer; decides /readyz. */
  readonly assertReady: () => Promise<void>;
  /** Hears of every route at the moment it is added, health and refusals included. */
  readonly onRoute?: (route: ServerRoute) => void;
}

/** What the server itself looks requests up in. */
export interface ServerRoute {
  readonly method: string;
  /** A path whose parameters are written `:name`. */
  readonly url: string;
}

const maxBodyBytes = 64 * 1024;
const requestIdPattern = /^[\w.:-]{1,128}$/;
const traceparentPattern = /^[\da-f]{2}-([\da-f]{32})-[\da-f]{16}-[\da-f]{2}/;

const toTraceId = (traceparent: unknown) =>
  typeof traceparent === 'string' ? traceparentPattern.exec(traceparent)?.[1] : undefined;

/** A request that is not even HTTP never reaches a route. */
function answerBrokenRequest(_error: unknown, socket: Socket): void {
  if (!socket.writable) return;
  const body = JSON.stringify(toProblemDocument(new Problem('BAD_REQUEST', 'The request could not be read.')));
  const headers = `content-type: application/problem+json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`;
  socket.end(`HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncache-control: no-store\r\n${headers}\r\n${body}`);
}

function addHealth(app: FastifyInstance, assertReady: () => Promise<void>, isDraining: () => boolean): void {
  app.get('/livez', async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    if (isDraining()) throw new Problem('UNAVAILABLE', 'The service is stopping.');
    await assertReady().catch((cause) => {
      throw new Problem('UNAVAILABLE', 'The service cannot reach its database.', { cause });
    });
    return reply.header('cache-control', 'no-store').send({ status: 'ok' });
  });
}

/**
 * Not listening yet. While it closes it answers what still arrives on open connections, each time with
 * `connection: close`, so keep-alive callers leave by themselves instead of being waited for.
 */
export function createServer({ name, logLevel, assertReady, onRoute }: ServerOptions): FastifyInstance {
  let draining = false;
  const app = Fastify({
    logger: { level: logLevel, base: { service: name } },
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: ({ headers }) => {
      const given = headers['x-request-id'];
      return typeof given === 'string' && requestIdPattern.test(given) ? given : randomUUID();
    },
    childLoggerFactory: (logger, bindings, options, request) => {
      const traceId = toTraceId(request.headers.traceparent);
      return logger.child(traceId ? { ...bindings, traceId } : bindings, options);
    },
    bodyLimit: maxBodyBytes,
    requestTimeout: 5000,
    http: { headersTimeout: 3000, connectionsCheckingInterval: 1000 },
    return503OnClosing: false,
    clientErrorHandler: answerBrokenRequest,
    frameworkErrors: (error, request, reply) => {
      answerProblem(error, request, reply);
    },
    // The contract is the whole truth: nothing is dropped, filled in or turned into another type, and all that is wrong is told at once.
    ajv: {
      customOptions: {
        coerceTypes: false,
        removeAdditional: false,
        useDefaults: false,
        allErrors: true,
        allowUnionTypes: true,
      },
    },
  });

  app.removeContentTypeParser('text/plain'); // Bodies are JSON, or they are not understood.
  if (onRoute) {
    app.addHook('onRoute', ({ method, url }) => {
      for (const each of [method].flat()) onRoute({ method: each, url });
    });
  }
  app.addHook('onRequest', async (request, reply) => {
    reply.headers({ 'x-request-id': request.id, 'x-content-type-options': 'nosniff' });
  });
  app.addHook('onSend', async (_request, reply) => {
    if (draining) reply.header('connection', 'close');
  });
  app.addHook('onResponse', async ({ log, method, routeOptions }, { statusCode, elapsedTime }) => {
    log.info(
      { method, route: routeOptions.url, statusCode, durationMs: Math.round(elapsedTime * 10) / 10 },
      'answered',
    );
  });
  app.addHook('preClose', async () => {
    draining = true;
  });
  app.setErrorHandler(answerProblem);
  app.setNotFoundHandler(async () => {
    throw new Problem('NOT_FOUND', 'There is no such path here.');
  });
  addHealth(app, assertReady, () => draining);
  return app;
}
