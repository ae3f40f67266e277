// How a service calls the others: over HTTP, with an own token for each of them, within a time limit.
import { Agent, type Dispatcher } from 'undici';
import { toAudience } from '../identity/audience.ts';
import { Problem } from '../problem.ts';
import { createOwnTokens } from './own-token.ts';

export interface ServiceCallerOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly identity: { readonly issuer: string; readonly audience: string };
  /** Where a service answers, asked at every call; undefined where nobody said. */
  readonly originOf: (service: string) => string | undefined;
  /** For a whole call, its token included; 2000. */
  readonly timeoutMs?: number;
}

export interface ServiceRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** What the token for this call must allow; nothing but calling the service when left out. */
  readonly scope?: string;
  readonly path: string;
  /** Lists are joined by commas; what is undefined is left out. */
  readonly query?: Readonly<Record<string, string | number | readonly string[] | undefined>>;
  readonly body?: unknown;
  /** The account that the call is made for. */
  readonly subject?: string;
  readonly idempotencyKey?: string;
  /** Of the request that this call helps to answer. */
  readonly requestId?: string;
}

export interface ServiceAnswer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: whoever knows the operation knows the shape
  readonly body: any;
}

export interface ServiceCaller {
  /** Gives every answer, problems too; throws {@link ServiceUnavailable} when there is none. */
  call(service: string, request: ServiceRequest): Promise<ServiceAnswer>;
  /** Ends its connections. */
  close(): Promise<void>;
}

/** No answer in time: what was asked for may have happened or not. Left uncaught, it is a 503 problem. */
export class ServiceUnavailable extends Problem {
  override readonly name = 'ServiceUnavailable';
  readonly service: string;

  constructor(service: string, cause?: unknown) {
    super('UNAVAILABLE', `The service ${service} cannot be reached.`, { headers: { 'retry-after': '5' }, cause });
    this.service = service;
  }
}

function toPath({ path, query = {} }: ServiceRequest): string {
  const pairs = Object.entries(query).flatMap(([name, value]) => {
    if (value === undefined) return [];
    return [
      `${name}=${[value]
        .flat()
        .map((each) => encodeURIComponent(String(each)))
        .join(',')}`,
    ];
  });
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`;
}

function toHeaders(token: string, { body, subject, idempotencyKey, requestId }: ServiceRequest) {
  return {
    authorization: `Bearer ${token}`,
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(subject === undefined ? {} : { 'facet-subject': subject }),
    ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
    ...(requestId === undefined ? {} : { 'x-request-id': requestId }),
  };
}

async function send(
  dispatcher: Dispatcher,
  origin: string,
  request: ServiceRequest,
  token: string,
  signal: AbortSignal,
): Promise<ServiceAnswer> {
  const { statusCode, body } = await dispatcher.request({
    origin,
    path: toPath(request),
    method: request.method,
    headers: toHeaders(token, request),
    body: request.body === undefined ? null : JSON.stringify(request.body),
    signal,
  });
  return { status: statusCode, body: await body.json() };
}

/**
 * The token for a service and a scope is asked for at the first call that needs it, shared by all, and renewed before it
 * expires or when it is refused.
 */
export function createServiceCaller(options: ServiceCallerOptions): ServiceCaller {
  const { originOf, timeoutMs = 2000 } = options;
  const agent = new Agent();
  const ownTokens = createOwnTokens({ ...options, dispatcher: agent });

  const call = async (service: string, request: ServiceRequest) => {
    const origin = originOf(service);
    if (origin === undefined) throw new ServiceUnavailable(service, new Error(`nobody said where ${service} answers`));
    const signal = AbortSignal.timeout(timeoutMs);
    const ownToken = ownTokens.of(toAudience(options.identity.audience, service), request.scope);
    try {
      const token = await ownToken.get(signal);
      const answer = await send(agent, origin, request, token, signal);
      if (answer.status !== 401) return answer;
      ownToken.forget(token); // The provider may have changed its keys.
      return await send(agent, origin, request, await ownToken.get(signal), signal);
    } catch (cause) {
      throw new ServiceUnavailable(service, cause);
    }
  };
  return { call, close: () => agent.destroy() };
}
