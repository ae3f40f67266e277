/** JSON over HTTP for what is no domain service: the identity provider. */
import { FacetError } from '../errors/facet-error.ts';
import { fromResponse } from './from-response.ts';
import type { OutboundResponse, Transport } from './transport.ts';

export interface JsonRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Such requests serve many callers, so none of them ends one. */
const neverAborts = new AbortController().signal;

/**
 * Creates a fetcher that rejects with a FacetError when the answer is not 2xx, not JSON, or takes over 5 s. Where the
 * answer tells an OAuth error (RFC 6749, 5.2), the error's cause has it as `oauthError`.
 */
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
    try {
      return fromResponse(response, 'public');
    } catch (reason) {
      const { code, cause } = FacetError.from(reason);
      throw new FacetError(code, { cause: { ...(cause as object), url, oauthError: oauthErrorIn(response) } });
    }
  };
}

function oauthErrorIn({ body }: OutboundResponse): string | undefined {
  try {
    const { error } = JSON.parse(new TextDecoder().decode(body)) as { error?: unknown };
    return typeof error === 'string' ? error : undefined;
  } catch {
    return undefined;
  }
}
