/** Validators of services' answers: what makes a request conditional, and whether its 304 is about the same answer (RFC 9110, 8.8 and 13). */
import type { OutboundResponse } from '../client/transport.ts';
import { headerOf } from './response-freshness.ts';

type Headers = OutboundResponse['headers'];

const entityTag = /^(?:W\/)?"[\x21\x23-\x7e]*"$/;

/** The entity tag; `undefined` for none and for what is not well-formed. */
export function toEtag(headers: Headers): string | undefined {
  const etag = headerOf(headers, 'etag');
  return etag !== undefined && entityTag.test(etag) ? etag : undefined;
}

/** Headers that ask whether an answer still holds; `undefined` where nothing can ask. */
export function toCondition(headers: Headers): Readonly<Record<string, string>> | undefined {
  const etag = toEtag(headers);
  if (etag !== undefined) return { 'if-none-match': etag };
  const lastModified = toStrongLastModified(headers);
  return lastModified === undefined ? undefined : { 'if-modified-since': lastModified };
}

/** Whether a 304 is about the answer that was asked about; one that names no validator is. */
export function isAbout(kept: Headers, notModified: Headers): boolean {
  const [etag, newEtag] = [headerOf(kept, 'etag'), headerOf(notModified, 'etag')];
  if (newEtag !== undefined) return etag !== undefined && toOpaque(etag) === toOpaque(newEtag);
  const lastModified = headerOf(notModified, 'last-modified');
  return etag !== undefined || lastModified === undefined || lastModified === headerOf(kept, 'last-modified');
}

/** Two changes in one second have one date, so it tells only where the answer is a second younger (RFC 9110, 8.8.2.2). */
function toStrongLastModified(headers: Headers): string | undefined {
  const lastModified = headerOf(headers, 'last-modified') ?? '';
  const modifiedAt = Date.parse(lastModified);
  if (new Date(modifiedAt).toUTCString() !== lastModified) return undefined;
  const answeredAt = Date.parse(headerOf(headers, 'date') ?? '');
  return answeredAt - modifiedAt >= 1_000 ? lastModified : undefined;
}

function toOpaque(etag: string): string {
  return etag.startsWith('W/') ? etag.slice(2) : etag;
}
