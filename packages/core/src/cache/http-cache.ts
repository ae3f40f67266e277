/** Outbound layers: a cache of public GETs by URL, shared by all callers (RFC 9111). */
import type { CacheMiss, OutboundLayer, OutboundRequest, OutboundResponse, Send } from '../client/transport.ts';
import type { Source } from '../context/freshness.ts';
import { plainHeaders, toAskedHeaders } from './asked-headers.ts';
import { type KeptResponse, toKeptHeaders, toRenewedHeaders } from './kept-response.ts';
import { toOwnBytes } from './own-bytes.ts';
import { toFreshness } from './response-freshness.ts';
import type { Reading, Store, TagVersions, Wanted } from './store.ts';
import { toUrlTag } from './tags.ts';
import { isAbout, toCondition, toEtag } from './validator.ts';

export interface HttpCacheOptions {
  /** Of answers as `keptResponseCodec` writes them. */
  readonly store: Store<KeptResponse>;
  /** Text of a state of tags, the same for two readings of the same tags only where none changed in between. */
  readonly asOf: (versions: TagVersions) => string;
  /** Milliseconds an answer with a validator is kept for asking again once it is no longer fresh; 10 minutes by default. */
  readonly revalidateMs?: number;
  /** Longest body that is kept; 256 KiB by default. */
  readonly maxBodyBytes?: number;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

export interface HttpCache {
  /** Answers with what is fresh, without a call. Its place is above whatever makes one call of many. */
  readonly lookup: OutboundLayer;
  /** Asks the service for what is not, keeps its answer, and says how long it holds. Its place is below. */
  readonly fill: OutboundLayer;
}

/** What `lookup` found instead of an answer, on its way to `fill`; it was read before the call began. */
interface Miss extends CacheMiss {
  readonly wanted: Wanted;
  /** No longer fresh, so it may only be used if the service says that it still holds. */
  readonly stale: KeptResponse | undefined;
  /** `undefined` where nothing may be written. */
  readonly versions: TagVersions | undefined;
}

/** No answer is kept for longer, however long it is fresh. */
const maxTtlMs = 3_600_000;

/** With these the caller has said how to use caches, or asks for part of an answer. */
const ownTerms = new Set([
  'authorization',
  'cache-control',
  'pragma',
  'range',
  'if-match',
  'if-none-match',
  'if-modified-since',
  'if-unmodified-since',
  'if-range',
]);

/** Where it is what a request asks with, its URL is all that is needed to ask again. */
const plainlyAsked = toAskedHeaders(plainHeaders);

/**
 * Creates the two halves of the cache. GETs of audience `public` take part, unless their caller brings headers about
 * caching of their own; everything else passes through untouched. Only a 200 is ever kept. A fresh answer is given as it
 * is, the same object where the store is memory; one that is no longer fresh is asked about by its validator, and never
 * given unless the service says that it holds. Failures, 5xx included, are passed on, and no stale answer takes their place.
 */
export function createHttpCache(options: HttpCacheOptions): HttpCache {
  const { store, asOf, revalidateMs = 600_000, maxBodyBytes = 262_144, now = Date.now } = options;

  function keep(response: KeptResponse, { wanted, versions }: Miss): void {
    const { freshness, body, headers } = response;
    if (versions === undefined || !freshness.isStorable || body.byteLength > maxBodyBytes) return;
    const freshMs = Math.max(freshness.freshUntil - now(), 0);
    const ttlMs = Math.min(freshMs + (toCondition(headers) === undefined ? 0 : revalidateMs), maxTtlMs);
    if (ttlMs > 0) store.write([{ ...wanted, value: response, ttlMs }], versions);
  }

  async function ask(next: Send, request: OutboundRequest, miss: Miss): Promise<OutboundResponse> {
    const { stale } = miss;
    const condition = stale && toCondition(stale.headers);
    if (stale !== undefined && condition !== undefined) {
      const requestedAt = now();
      const response = await next({ ...request, headers: { ...request.headers, ...condition } });
      if (response.status !== 304) return take(request, response, requestedAt, miss);
      if (isAbout(stale.headers, response.headers)) return renew(request, stale, response, requestedAt, miss);
    }
    const requestedAt = now();
    return take(request, await next(request), requestedAt, miss);
  }

  function take(request: OutboundRequest, response: OutboundResponse, requestedAt: number, miss: Miss) {
    if (response.status !== 200) return response;
    const freshness = toFreshness(toSource(request, response.headers), response.headers, requestedAt);
    if (!freshness.isStorable) return { ...response, freshness };
    const kept = { status: 200, headers: toKeptHeaders(response.headers), body: toOwnBytes(response.body), freshness };
    keep(kept, miss);
    return kept;
  }

  /** The kept answer with what the 304 says of it: the same bytes, and the same value where they were read already. */
  function renew(
    request: OutboundRequest,
    stale: KeptResponse,
    notModified: OutboundResponse,
    requestedAt: number,
    miss: Miss,
  ) {
    const headers = toRenewedHeaders(stale.headers, notModified.headers);
    const renewed = { ...stale, headers, freshness: toFreshness(toSource(request, headers), headers, requestedAt) };
    keep(renewed, miss);
    return renewed;
  }

  function answer(next: Send, request: OutboundRequest, wanted: Wanted, { values, versions }: Reading<KeptResponse>) {
    const found = values[0];
    if (found !== undefined && found.freshness.freshUntil > now()) return Promise.resolve(found);
    const state = versions === undefined ? 'unknown' : asOf(versions);
    const miss: Miss = { asOf: state, wanted, stale: found, versions };
    return next({ ...request, miss });
  }

  return {
    lookup: (next) => (request) => {
      if (!takesPart(request)) return next(request);
      const wanted = toWanted(request);
      const reading = store.read([wanted]);
      return 'then' in reading
        ? reading.then((read) => answer(next, request, wanted, read))
        : answer(next, request, wanted, reading);
    },
    // Only `lookup` above gives a request a miss.
    fill: (next) => (request) =>
      request.miss === undefined ? next(request) : ask(next, request, request.miss as Miss),
  };
}

function takesPart({ audience, method, body, headers }: OutboundRequest): boolean {
  if (audience !== 'public' || method !== 'GET' || body !== undefined) return false;
  for (const name in headers) if (ownTerms.has(name)) return false;
  return true;
}

/** The headers are part of the key, so an answer varies on none but those that no key has. */
function toWanted(request: OutboundRequest): Wanted {
  const { origin, path, headers, token } = request;
  // A service may show more to a client that it knows.
  return {
    key: `${token === 'none' ? 'none ' : ''}${origin}${path} ${toAskedHeaders(headers)}`,
    tags: [toUrlTag(request)],
  };
}

/** With a validator only where asking for the URL alone asks for the same. */
function toSource(request: OutboundRequest, headers: Headers): Source {
  const { service, operationId, origin, path, headers: asked, scopes, token } = request;
  const source = { service, operationId, origin, path };
  const etag = toAskedHeaders(asked) === plainlyAsked ? toEtag(headers) : undefined;
  if (etag === undefined) return source;
  return { ...source, etag, ...(scopes && { scopes }), ...(token === 'none' && { token }) };
}

type Headers = OutboundResponse['headers'];
