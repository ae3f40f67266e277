/** JSON over HTTP for what is no domain service: the identity provider. */
import { FacetError } from '../errors/facet-error.ts';
import { fromResponse } from './from-response.ts';
import type { Transport } from './transport.ts';

export interface JsonRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Creates a fetcher that rejects with a FacetError when the answer is not 2xx, not JSON, or takes over 5 s. */
export function createFetchJson(transport: Pick<Transport, 'send'>, timeoutMs = 5_000) {
  return async ({ method, url, headers = {}, body }: JsonRequest): Promise<unknown> => {
    const { origin, pathname, search } = new URL(url);
    const attempt = new AbortController();
    const timer = setTimeout(() => attempt.abort(new FacetError('UPSTREAM_TIMEOUT')), timeoutMs);
    try {
      const response = await transport.send({
        origin,
        path: pathname + search,
        method,
        headers: { accept: 'application/json', ...headers },
        ...(body === undefined ? {} : { body }),
        signal: attempt.signal,
      });
      return fromResponse(response, 'public');
    } finally {
      clearTimeout(timer);
    }
  };
}
