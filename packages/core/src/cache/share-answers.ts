/** Identical requests for public operations, while one of them is being answered, get that one's answer. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FacetError } from '../errors/facet-error.ts';
import type { Answer, ShareAnswer } from '../http/answer.ts';

/** Operations remembered, the one longest known giving way; longer ones are not worth their memory. */
const maxOperations = 1_000;
const maxOperationLength = 10_000;

/** Request headers that decide how an operation is answered, or whether. */
const decisive = [
  'accept',
  'accept-language',
  'content-type',
  'apollo-require-preflight',
  'idempotency-key',
  'x-apollo-operation-name',
] as const;

export interface SharedAnswers {
  readonly share: ShareAnswer;
  /** From now on, requests for the operation are shared, unless it once turned out to be personal. */
  allow(operation: PublicOperation): void;
}

export interface PublicOperation {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  /** As they came. */
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

interface Flight {
  readonly answer: Promise<Answer>;
  readonly abort: AbortController;
  waiterCount: number;
  isPersonal: boolean;
}

interface Asked {
  readonly operation: string;
  readonly key: string;
}

/**
 * Creates the place where requests meet. `timeoutMs` is what one request may take; `onJoined` hears of every request that
 * got the answer of another. The shared run lives until its last caller leaves. What is not shareable goes to the first
 * caller, and the others are answered again, each on its own. So are all callers of a run that was refused; its operation
 * is not shared any more.
 */
export function createSharedAnswers(timeoutMs: number, onJoined?: (request: FastifyRequest) => void): SharedAnswers {
  const kinds = new Map<string, 'public' | 'personal'>();
  const flights = new Map<string, Flight>();

  function remember(operation: string, kind: 'public' | 'personal'): void {
    kinds.delete(operation);
    kinds.set(operation, kind);
    if (kinds.size > maxOperations) kinds.delete(kinds.keys().next().value as string);
  }

  function begin({ operation, key }: Asked, start: Parameters<ShareAnswer>[2]): Flight {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(new FacetError('DEADLINE_EXCEEDED')), timeoutMs);
    const run = {
      signal: abort.signal,
      deadline: Date.now() + timeoutMs,
      refuse: () => {
        flight.isPersonal = true;
        remember(operation, 'personal');
        abort.abort(new FacetError('CANCELED'));
      },
    };
    const answer = Promise.resolve()
      .then(() => start(run))
      .then(toBytes)
      .finally(() => {
        clearTimeout(timer);
        remove(key, flight);
      });
    const flight: Flight = { answer, abort, waiterCount: 0, isPersonal: false };
    flights.set(key, flight);
    return flight;
  }

  function remove(key: string, flight: Flight): void {
    if (flights.get(key) === flight) flights.delete(key);
  }

  async function join(key: string, flight: Flight, isFirst: boolean, request: FastifyRequest, reply: FastifyReply) {
    flight.waiterCount += 1;
    reply.raw.once('close', () => {
      if (reply.raw.writableFinished) return;
      flight.waiterCount -= 1;
      if (flight.waiterCount > 0) return;
      remove(key, flight);
      flight.abort.abort(new FacetError('CANCELED'));
    });
    const answer = await flight.answer;
    if (flight.isPersonal || !(answer.isShareable || isFirst)) return undefined;
    if (!isFirst) onJoined?.(request);
    return answer;
  }

  return {
    share: (request, reply, start) => {
      const asked = toAsked(request);
      // Who has left already will not say so again.
      if (asked === undefined || kinds.get(asked.operation) !== 'public' || reply.raw.closed) return undefined;
      const known = flights.get(asked.key);
      return join(asked.key, known ?? begin(asked, start), known === undefined, request, reply);
    },
    allow: (given) => {
      const operation = toOperation(given);
      if (operation.length > maxOperationLength || kinds.get(operation) === 'personal') return;
      remember(operation, 'public');
    },
  };
}

/** What a request asks for, as text that is equal only where every answer would be; `undefined` for what asks nothing. */
function toAsked(request: FastifyRequest): Asked | undefined {
  return request.method === 'GET' ? toAskedByUrl(request) : toAskedByBody(request);
}

/** Reads the URL as Apollo does; Fastify reads some escapes in another way. */
function toAskedByUrl(request: FastifyRequest): Asked | undefined {
  const { url } = request;
  const search = new URLSearchParams(url.slice(url.indexOf('?') + 1));
  const query = search.get('query');
  if (query === null) return undefined;
  const operation = { query, operationName: search.get('operationName'), variables: parsed(search.get('variables')) };
  return { operation: toOperation(operation), key: JSON.stringify(['GET', decisiveHeaders(request), url]) };
}

function toAskedByBody(request: FastifyRequest): Asked | undefined {
  const given = request.body as (PublicOperation & Record<string, unknown>) | null | undefined;
  if (typeof given?.query !== 'string') return undefined;
  const { query, operationName, variables, extensions } = given;
  if (typeof operationName !== 'string' && operationName !== undefined && operationName !== null) return undefined;
  const inputs = toExactText([variables, extensions]);
  if (inputs === undefined) return undefined;
  const key = JSON.stringify([request.method, decisiveHeaders(request), query, operationName, inputs]);
  return { operation: toOperation({ query, operationName, variables }), key };
}

function decisiveHeaders({ headers }: FastifyRequest): unknown[] {
  return decisive.map((name) => headers[name] ?? null);
}

/** All that decides, within one schema, which fields are executed: conditions read nothing but boolean variables. */
function toOperation({ query, operationName, variables }: PublicOperation): string {
  const conditions: unknown[] = [];
  for (const name in variables) if (typeof variables[name] === 'boolean') conditions.push(name, variables[name]);
  return `${operationName ?? ''} ${conditions.length === 0 ? '' : JSON.stringify(conditions)} ${query}`;
}

function parsed(json: string | null): PublicOperation['variables'] {
  try {
    return JSON.parse(json ?? 'null');
  } catch {
    return undefined;
  }
}

/** JSON, but `undefined` for what JSON can be read as and not be written: `1e999`, and lists in lists by the thousand. */
function toExactText(value: unknown): string | undefined {
  try {
    const text = JSON.stringify(value);
    return text.includes('null') && hasInfinity(value) ? undefined : text;
  } catch {
    return undefined;
  }
}

function hasInfinity(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isFinite(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(hasInfinity);
}

/** Serialized once for all replies. */
function toBytes(answer: Answer): Answer {
  return typeof answer.body === 'string' ? { ...answer, body: Buffer.from(answer.body) } : answer;
}
