/** How long a service's answer may be used again, as its headers say (RFC 9111, 3 and 4.2). */
import CachePolicy from 'http-cache-semantics';
import { LRUCache } from 'lru-cache';
import type { OutboundResponse } from '../client/transport.ts';
import type { Freshness, Source } from '../context/freshness.ts';
import { tracingHeaders } from './asked-headers.ts';

type Headers = OutboundResponse['headers'];

const maxLifetimeMs = 365 * 24 * 3_600_000;

/** Nothing is guessed from `Last-Modified` or `immutable`: what does not say how long is asked for every time. */
const policyOptions = { shared: true, cacheHeuristic: 0, immutableMinTimeToLive: 0 };

/** Directives that decide for a shared cache that never gives a stale answer. */
const flags = new Set(['no-store', 'private', 'no-cache', 'public']);
const lifetimes = new Set(['max-age', 's-maxage']);
const directive = /([^\s,=;"]+)(?:\s*=\s*("(?:[^"\\]|\\.)*"|[^\s,;"]*))?/g;

/** Request headers that differ between equal requests, or that are added below the cache. */
const unknownToCache = new Set(['*', 'authorization', ...tracingHeaders]);

interface Policy {
  readonly isStorable: boolean;
  readonly maxAgeSeconds: number;
}

/** By Cache-Control, of which services have few; with it, most answers have nothing else that decides. */
const policies = new LRUCache<string, Policy>({ max: 1_000 });

/**
 * Freshness of a 200 to a public GET that was sent at `requestedAt`, in milliseconds since the epoch. The time the
 * answer took counts as its age, because it may have been made at any moment of it. `source` names its validator.
 */
export function toFreshness(source: Source, headers: Headers, requestedAt: number): Freshness {
  const policy = policyOf(headers, requestedAt);
  const isStorable = policy.isStorable && !variesByUnknown(headers);
  const lifetimeMs = (policy.maxAgeSeconds - toAgeSeconds(headers)) * 1_000;
  const freshUntil = isStorable ? requestedAt + Math.min(Math.max(lifetimeMs, 0), maxLifetimeMs) : 0;
  return { isStorable, freshUntil, sources: [source] };
}

/** The value of a header; lines of the same name are one list (RFC 9110, 5.3). */
export function headerOf(headers: Headers, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}

function policyOf(headers: Headers, requestedAt: number): Policy {
  const cacheControl = headers['cache-control'];
  if (typeof cacheControl !== 'string' || headers.expires !== undefined || headers['set-cookie'] !== undefined) {
    return toPolicy(headers, requestedAt);
  }
  const known = policies.get(cacheControl);
  if (known !== undefined) return known;
  const policy = toPolicy(headers, requestedAt);
  policies.set(cacheControl, policy);
  return policy;
}

function toPolicy(headers: Headers, requestedAt: number): Policy {
  // What the policy reads, in the one spelling that it knows.
  const read = {
    'cache-control': toCacheControl(headerOf(headers, 'cache-control')),
    pragma: headerOf(headers, 'pragma')?.toLowerCase(),
    expires: headerOf(headers, 'expires'),
    date: toDate(headerOf(headers, 'date'), requestedAt),
    'set-cookie': headerOf(headers, 'set-cookie'),
  };
  const policy = new CachePolicy({ method: 'GET', headers: {} }, { status: 200, headers: read }, policyOptions);
  return { isStorable: policy.storable(), maxAgeSeconds: policy.maxAge() };
}

/** The first of each directive counts; a lifetime that is no number is none (RFC 9111, 4.2.1). */
function toCacheControl(given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  const known = new Map<string, string>();
  for (const [, name = '', argument] of given.matchAll(directive)) {
    const directiveName = name.toLowerCase();
    if (known.has(directiveName)) continue;
    if (flags.has(directiveName)) known.set(directiveName, directiveName);
    if (lifetimes.has(directiveName)) known.set(directiveName, `${directiveName}=${toSeconds(argument)}`);
  }
  return [...known.values()].join(', ');
}

function toSeconds(argument = ''): number {
  const digits = /^"?(\d+)"?$/.exec(argument);
  return digits === null ? 0 : Math.min(Number(digits[1]), maxLifetimeMs / 1_000);
}

/** `Expires` counts from it; an answer without one was made, at the latest, in the second that ends after its request. */
function toDate(given: string | undefined, requestedAt: number): string {
  if (given !== undefined && Number.isFinite(Date.parse(given))) return given;
  return new Date(Math.ceil(requestedAt / 1_000) * 1_000).toUTCString();
}

/** The first number counts, and anything else is ignored (RFC 9111, 5.1). */
function toAgeSeconds(headers: Headers): number {
  const age = headerOf(headers, 'age');
  if (age === undefined) return 0;
  const digits = /^\s*(\d+)\s*(?:,|$)/.exec(age);
  return digits === null ? 0 : Number(digits[1]);
}

function variesByUnknown(headers: Headers): boolean {
  const vary = headerOf(headers, 'vary');
  if (vary === undefined) return false;
  const names = vary.toLowerCase().split(',');
  return names.some((name) => unknownToCache.has(name.trim()));
}
