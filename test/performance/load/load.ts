/** What load is: what is asked, how hard, and what came of it. */

/** What callers ask for. */
export interface Asking {
  /** The document; `%d` in it becomes the number of the request, modulo `differentCount`. */
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** How many different documents; 1 by default. */
  readonly differentCount?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** POST by default; GET carries the one document in its URL. */
  readonly method?: 'GET' | 'POST';
}

export interface LoadOptions {
  readonly url: string;
  readonly asking: Asking;
  readonly seconds: number;
  readonly connections: number;
  readonly core: number;
}

export interface LoadResult {
  readonly requestCount: number;
  readonly seconds: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Bytes of the answers, headers included. */
  readonly bytes: number;
  /** Answers other than 2xx or 3xx, broken connections and timeouts. */
  readonly errorCount: number;
}

export interface LoadGenerator {
  /** `wrk` or `autocannon`. */
  readonly name: string;
  run(options: LoadOptions): Promise<LoadResult>;
}

/** Longest wait for one answer. */
export const answerTimeoutSeconds = 15;

/** Where a request goes. */
export function urlOf(url: string, { method, query, variables }: Asking): string {
  if (method !== 'GET') return url;
  const search = new URLSearchParams({ query, ...(variables && { variables: JSON.stringify(variables) }) });
  return `${url}?${search}`;
}

/** The body of one request. */
export function bodyOf({ query, variables }: Asking, number: number): string {
  return JSON.stringify({
    query: query.replaceAll('%d', String(number)),
    ...(variables === undefined ? {} : { variables }),
  });
}
