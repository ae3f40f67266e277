/** The freshness of an answer that was made of several: as good as the worst of them. */
import type { Freshness, FreshnessRecorder, Source } from '../context/freshness.ts';

export interface FreshnessTotal extends FreshnessRecorder {
  /** Of all that was added; nothing holds for ever. Each source once. */
  total(): Freshness;
}

export function createFreshnessTotal(): FreshnessTotal {
  const parts = new Set<Freshness>();
  return {
    add: (freshness) => parts.add(freshness),
    total: () => toTotal([...parts]),
  };
}

export function toTotal(parts: readonly Freshness[]): Freshness {
  let freshUntil = Number.POSITIVE_INFINITY;
  const sources = new Map<string, Source>();
  for (const part of parts) {
    freshUntil = Math.min(freshUntil, part.freshUntil);
    for (const source of part.sources) sources.set(identityOf(source), source);
  }
  return { isStorable: parts.every(({ isStorable }) => isStorable), freshUntil, sources: [...sources.values()] };
}

/** With its validator: what was read twice and changed in between is two. */
function identityOf({ service, operationId, origin, path, etag = '' }: Source): string {
  return `${service} ${operationId} ${origin} ${path} ${etag}`;
}
