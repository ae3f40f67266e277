/** JSON over HTTP for what is no domain service: the identity provider. */
import { fromResponse } from './from-response.ts';
import type { Transport } from './transport.ts';

export interface JsonRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Such requests serve many callers, so none of them ends one. */
const neverAborts = new AbortController().signal;

/** Creates a fetcher that rejects with a FacetError when the answer is not 2xx, not JSON, or takes over 5 s. */
export function createFetchJson(transport: Pick<Transport, 'send'>, timeoutMs = 5_000) {
  return async ({ method, url, headers = {}, body }: JsonRequest): Promise<unknown> => {
    const { origin, pathname, search } = new URL(url);
    const response = await transport.send({
      origin,
      path: pathname + search,
      method,
      headers: { accept: 'application/json', ...headers },
      body,
      signal: neverAborts,
      timeoutMs,
    });
    return fromResponse(response, 'public');
  };
}
