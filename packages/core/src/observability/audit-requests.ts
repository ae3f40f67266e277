/** Fastify plugin: tells the audit of requests that were refused before anything was asked of GraphQL. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type ErrorCode, errorCodes } from '../errors/error-codes.ts';
import type { AuditEvent } from '../events.ts';

export interface RequestAuditOptions {
  readonly audit: (event: AuditEvent) => void;
  /** 32 hexadecimal digits, as the refusal names them. */
  readonly traceIdOf: (request: FastifyRequest) => string;
}

export interface RequestAudit {
  /** Hears the code of each refusal. */
  onRefused(request: FastifyRequest, code: ErrorCode): void;
  /** Hears of sign-ins and what ends them. */
  onSignIn(request: FastifyRequest, event: Pick<AuditEvent, 'event' | 'outcome' | 'subject'>): void;
  /** Adds what hears of requests that Apollo takes for forged ones; it tells nobody else. */
  addCsrfAudit(app: FastifyInstance): void;
}

/** Routes of which every refusal counts as their own. */
const ofRoutes: Readonly<Partial<Record<string, AuditEvent['event']>>> = {
  '/auth/callback': 'sign-in',
  '/auth/backchannel-logout': 'sign-out',
};

const ofCodes: Readonly<Partial<Record<string, AuditEvent['event']>>> = {
  UNAUTHENTICATED: 'authentication',
  // Before GraphQL, nothing else is forbidden.
  FORBIDDEN: 'csrf',
  PERSISTED_QUERY_ONLY: 'document',
  PERSISTED_QUERY_NOT_FOUND: 'document',
  PAYLOAD_TOO_LARGE: 'limit',
  RATE_LIMITED: 'limit',
  CLIENT_BUILD_RETIRED: 'build',
};

/** Of what any page can send without asking first: refused by Apollo, or already because no parser takes it. */
const simpleRefusals: Readonly<Partial<Record<number, ErrorCode>>> = {
  400: 'BAD_REQUEST',
  415: 'UNSUPPORTED_MEDIA_TYPE',
};

export function createRequestAudit({ audit, traceIdOf }: RequestAuditOptions): RequestAudit {
  const told = new WeakSet<FastifyRequest>();

  function tell(request: FastifyRequest, event: Pick<AuditEvent, 'event' | 'outcome' | 'subject' | 'code'>): void {
    told.add(request);
    const { id: requestId, headers, principal } = request;
    const client = {
      name: short(headers['apollographql-client-name']),
      version: short(headers['apollographql-client-version']),
    };
    audit({ subject: principal?.subject, ...event, client, requestId, traceId: traceIdOf(request) });
  }

  return {
    onRefused(request, code) {
      const event = ofRoutes[request.routeOptions.url ?? ''] ?? ofCodes[code];
      const outcome = errorCodes[code].httpStatus < 500 ? 'refused' : 'failed';
      if (event !== undefined) tell(request, { event, outcome, code });
    },
    onSignIn: tell,
    addCsrfAudit(app) {
      app.addHook('onSend', (request, reply, payload, done) => {
        const code = simpleRefusals[reply.statusCode];
        if (code !== undefined && isSimple(request) && !told.has(request)) {
          tell(request, { event: 'csrf', outcome: 'refused', code });
        }
        done(null, payload);
      });
    },
  };
}

/** Whether any page could have sent it without asking first (Fetch, CORS-safelisted); Apollo refuses all of these. */
function isSimple({ headers }: FastifyRequest): boolean {
  if (headers['apollo-require-preflight'] || headers['x-apollo-operation-name']) return false;
  const [type = ''] = (headers['content-type'] ?? '').split(';');
  return ['', 'text/plain', 'multipart/form-data', 'application/x-www-form-urlencoded'].includes(
    type.trim().toLowerCase(),
  );
}

function short(value: unknown): string | undefined {
  return typeof value === 'string' ? value.slice(0, 100) : undefined;
}
