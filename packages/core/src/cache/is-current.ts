/** Asks whether what an answer was made of still holds, without reading it again. */
import type { Send } from '../client/transport.ts';
import type { Freshness, Source } from '../context/freshness.ts';
import type { RequestContext } from '../context/request-context.ts';
import { plainHeaders } from './asked-headers.ts';

/**
 * The freshness that the source has now; `undefined` where it changed, has no validator, may not be kept any more, or
 * could not be asked about in time. Never rejects.
 */
export type IsCurrent = (source: Source, context: RequestContext) => Promise<Freshness | undefined>;

/**
 * Binds the question to an outbound chain with a cache by URL: no call where the cache has a fresh answer, a conditional
 * one where it has an older one, and one that reads the whole answer where it has none.
 */
export function createIsCurrent(send: Send): IsCurrent {
  return async ({ service, operationId, origin, path, etag, scopes, token }, context) => {
    if (etag === undefined) return undefined;
    const { signal } = context;
    const request = { service, operationId, origin, path, method: 'GET', headers: plainHeaders, context, signal };
    try {
      const { freshness } = await send({ ...request, audience: 'public', scopes, token });
      return freshness?.isStorable && freshness.sources[0]?.etag === etag ? freshness : undefined;
    } catch {
      return undefined;
    }
  };
}
