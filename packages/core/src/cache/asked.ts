/** What a GraphQL request asks for, as text that is equal only where answers would be. */
import type { FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';

/** Request headers, beside the language, that decide how an operation is answered, or whether. */
const decisive = [
  'accept',
  'content-type',
  'apollo-require-preflight',
  'idempotency-key',
  'x-apollo-operation-name',
] as const;

interface GraphqlRequest {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  /** As they came. */
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/** Characters of URLs that are known, and of their operations. */
const maxKnownLength = 2_000_000;

/**
 * Creates the function that gives all that decides, within one schema, which fields are executed: conditions read nothing
 * but boolean variables. `undefined` for what asks nothing. It knows URLs again, which take longer to read than to answer.
 */
export function createToOperation(): (request: FastifyRequest) => string | undefined {
  const known = new LRUCache<string, string>({
    maxSize: maxKnownLength,
    sizeCalculation: (operation, url) => operation.length + url.length,
  });
  return ({ method, url, body }) => {
    if (method !== 'GET') return toText(fromBody(body));
    const before = known.get(url);
    if (before !== undefined) return before;
    const operation = toText(fromUrl(url));
    if (operation !== undefined) known.set(url, operation);
    return operation;
  };
}

function toText(asked: GraphqlRequest | undefined): string | undefined {
  if (asked === undefined) return undefined;
  const { query, operationName, variables } = asked;
  const conditions: unknown[] = [];
  for (const name in variables) if (typeof variables[name] === 'boolean') conditions.push(name, variables[name]);
  return `${operationName ?? ''} ${conditions.length === 0 ? '' : JSON.stringify(conditions)} ${query}`;
}

/** Everything that the answer depends on, for a request that has an operation; `undefined` where it cannot be written. */
export function toKey({ method, url, body, headers }: FastifyRequest, locale: string): string | undefined {
  const decided = [locale, ...decisive.map((name) => headers[name] ?? null)];
  if (method === 'GET') return JSON.stringify(['GET', decided, url]);
  const { query, operationName, variables, extensions } = body as GraphqlRequest & { extensions?: unknown };
  const inputs = toExactText([variables, extensions]);
  return inputs === undefined ? undefined : JSON.stringify([method, decided, query, operationName, inputs]);
}

/** Reads the URL as Apollo does; Fastify reads some escapes in another way. */
function fromUrl(url: string): GraphqlRequest | undefined {
  const search = new URLSearchParams(url.slice(url.indexOf('?') + 1));
  const query = search.get('query');
  if (query === null) return undefined;
  return { query, operationName: search.get('operationName'), variables: parsed(search.get('variables')) };
}

function fromBody(body: unknown): GraphqlRequest | undefined {
  const given = body as GraphqlRequest | null | undefined;
  if (typeof given?.query !== 'string') return undefined;
  const { operationName } = given;
  return typeof operationName === 'string' || (operationName ?? null) === null ? given : undefined;
}

function parsed(json: string | null): GraphqlRequest['variables'] {
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
