// Reads query parameters as their contract writes them, before they are validated by its schemas.
import type { FastifyRequest } from 'fastify';
import { badParameter } from '../problem.ts';

export interface QueryRules {
  readonly querystring: object;
  /** Parameters whose values are separated by commas (`style: form, explode: false`). */
  readonly lists: readonly string[];
}

type Query = Record<string, unknown>;

const decimal = /^-?\d+$/;
const booleans: Query = { true: true, false: false };

/** A value as its type says; what is not of that type stays text, or becomes NaN, for the schema to refuse. */
function toTyped(value: unknown, type: string | undefined): unknown {
  const text = String(value);
  // Number() alone would take 0x10 and " 5" for numbers.
  if (type === 'integer') return decimal.test(text) ? Number(text) : Number.NaN;
  if (type === 'boolean') return booleans[text] ?? text;
  return value;
}

/** Throws a 400 problem for a parameter that is given twice or cannot be decoded. */
export function readQueryValues(request: FastifyRequest, { querystring, lists }: QueryRules): void {
  const query = request.query as Query;
  const { properties = {} } = querystring as { properties?: Record<string, { type?: string }> };
  for (const [name, value] of Object.entries(query)) {
    if (Array.isArray(value)) throw badParameter(name, 'is given more than once');
    query[name] = toTyped(value, properties[name]?.type);
  }
  for (const [name, text] of rawPairs(request.url)) {
    if (lists.includes(name)) query[name] = text.split(',').map((each) => decode(name, each));
  }
}

/** Still encoded: a comma that separates is written plainly, one within a value is `%2C` (RFC 6570, 3.2.8). */
function rawPairs(url: string): [string, string][] {
  const start = url.indexOf('?') + 1;
  if (start === 0) return [];
  return url
    .slice(start)
    .split('&')
    .map((pair) => {
      const end = pair.indexOf('=');
      return end < 0 ? [pair, ''] : [decode('the query', pair.slice(0, end)), pair.slice(end + 1)];
    });
}

function decode(name: string, text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw badParameter(name, 'is not well-formed percent-encoding');
  }
}
