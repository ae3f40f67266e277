/** Whether a request that brings a cookie was meant by a page that may: a header, and where the page is from. */
import type { IncomingHttpHeaders } from 'node:http';
import { FacetError } from '../errors/facet-error.ts';

export type CheckCsrf = (request: { readonly method: string; readonly headers: IncomingHttpHeaders }) => void;

const noHeader = 'A request with a session cookie also needs the header x-csrf: 1.';
const foreign = 'A request with a session cookie may come from a page of this site only.';

/**
 * Creates the check for what a browser's cookie pays for. Three things must be so, else FORBIDDEN:
 * - `x-csrf: 1` is there, which no form or link can send, and other origins only after a preflight;
 * - `Origin` is the BFF's own or one of the list, letter by letter; it must be there for all but GET and HEAD;
 * - `Sec-Fetch-Site` is `same-origin`, or an `Origin` of the list explains another (Fetch Metadata); browsers that do
 *   not send it are judged by the other two.
 */
export function createCsrfCheck(isAllowedOrigin: (origin: string) => boolean): CheckCsrf {
  return ({ method, headers }) => {
    if (headers['x-csrf'] !== '1') throw new FacetError('FORBIDDEN', { message: noHeader });
    const { origin, 'sec-fetch-site': site } = headers;
    if (origin !== undefined ? !isAllowedOrigin(origin) : method !== 'GET' && method !== 'HEAD') throw refusal();
    if (site !== undefined && site !== 'same-origin' && origin === undefined) throw refusal();
  };
}

function refusal(): FacetError {
  return new FacetError('FORBIDDEN', { message: foreign });
}
