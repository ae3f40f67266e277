/** One request with which a process tries a guard of its own, sent through its own HTTP stack. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { ErrorCode } from '../errors/error-codes.ts';

/** What a client would send. */
export interface ProbeRequest {
  /** `/graphql` by default. */
  readonly path?: string;
  readonly method: 'GET' | 'POST';
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Codes that say that a guard refused; another code, or any data, says that it did not. */
export type Refusals = readonly (ErrorCode | 'GRAPHQL_PARSE_FAILED' | 'GRAPHQL_VALIDATION_FAILED')[];

/** Known to this process alone, so that nobody else's request passes for a probe. */
const mark = `self-probe-${randomUUID()}-`;

/** Whether a request, by its id, is a probe: no attack, and nobody's request, so it is neither logged nor counted. */
export function isSelfProbe(requestId: string): boolean {
  return requestId.startsWith(mark);
}

/** The id of a document that only this process asks for. */
export function toProbeDocumentId(guard: string): string {
  return mark + guard;
}

/** What a probe looks at. */
export interface ProbeAnswer {
  readonly headers: Readonly<Record<string, unknown>>;
  json(): unknown;
}

export type Inject = (guard: string, request: ProbeRequest) => Promise<ProbeAnswer>;

/** Creates what sends a request for a guard, named so in its id, and resolves to the answer. */
export function createInject(app: FastifyInstance): Inject {
  return (guard, { path = '/graphql', method, query, headers, body }) =>
    app.inject({
      method,
      url: path,
      remoteAddress: nobody(),
      headers: { 'x-request-id': mark + guard, ...headers },
      ...(query === undefined ? {} : { query }),
      ...(body === undefined ? {} : { payload: body }),
    });
}

/** Creates the `run` of a probe: sends the request, and looks whether it was refused with one of the codes. */
export function createSend(inject: Inject) {
  return async (guard: string, request: ProbeRequest, refusals: Refusals): Promise<boolean> => {
    const answer = await inject(guard, request);
    const { data, errors } = answer.json() as { data?: unknown; errors?: { extensions?: { code?: string } }[] };
    const code = errors?.[0]?.extensions?.code;
    return (data ?? null) === null && refusals.some((refusal) => refusal === code);
  };
}

export type Send = ReturnType<typeof createSend>;

/** A POST as a client of its own sends it. */
export function postOf(body: object, headers: Readonly<Record<string, string>> = {}): ProbeRequest {
  return { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}

/** A network that nobody has (RFC 3849), each time another: the probes of all nodes together exceed no address's rate. */
function nobody(): string {
  const [first, second] = [randomBytes(2), randomBytes(2)].map((bytes) => bytes.toString('hex'));
  return `2001:db8:${first}:${second}::1`;
}
