/** Which document a GraphQL request asks for, by text or by name, and how it becomes a request with that text. */
import type { FastifyRequest } from 'fastify';
import { FacetError } from '../errors/facet-error.ts';

export interface AskedDocument {
  /** `documentId`, or `extensions.persistedQuery.sha256Hash` (Apollo's). */
  readonly id: string | undefined;
  /** Whether it is Apollo's, which may come with its text. */
  readonly isHash: boolean;
  /** `query`, whatever is in it; `undefined` where it is empty, too. */
  readonly text: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads a request's parameters as Apollo does; `undefined` for a body that is no GraphQL request, which Apollo refuses.
 * Throws BAD_REQUEST for a name that is no name, and for two that differ.
 */
export function toAskedDocument(request: FastifyRequest): AskedDocument | undefined {
  if (request.method !== 'POST') return fromParameters(searchOf(request));
  return isRecord(request.body) ? fromFields(request.body) : undefined;
}

/** Makes the request one for this text, and names nothing any more: all that follows sees an ordinary request. */
export function askFor(request: FastifyRequest, text: string): void {
  if (request.method === 'POST') {
    const { documentId: _, extensions, ...others } = request.body as Fields;
    request.body = { ...others, ...withoutHash(extensions), query: text };
    return;
  }
  const search = searchOf(request);
  const { extensions } = withoutHash(parsed(search.get('extensions')));
  for (const name of ['documentId', 'query', 'extensions']) search.delete(name);
  if (extensions !== undefined) search.set('extensions', JSON.stringify(extensions));
  const { raw } = request;
  const [path = ''] = request.url.split('?', 1);
  raw.url = `${path}?query=${encodeURIComponent(text)}${search.size === 0 ? '' : `&${search}`}`;
}

function fromParameters(search: URLSearchParams): AskedDocument {
  return fromFields({
    documentId: once(search, 'documentId'),
    query: once(search, 'query'),
    extensions: parsed(once(search, 'extensions')),
  });
}

function fromFields({ documentId, query, extensions }: Fields): AskedDocument {
  const hash = isRecord(extensions) ? toHash(extensions.persistedQuery) : undefined;
  const text = query === '' || query === null ? undefined : query;
  if (documentId === undefined || documentId === null) return { id: hash, isHash: hash !== undefined, text };
  if (typeof documentId !== 'string' || documentId === '') throw badRequest('documentId must be a text.');
  if (hash !== undefined && hash !== documentId.replace('sha256:', '')) {
    throw badRequest('documentId and extensions.persistedQuery name two documents. Send one of them.');
  }
  return { id: documentId, isHash: false, text };
}

function toHash(persistedQuery: unknown): string | undefined {
  if (!persistedQuery) return undefined;
  const { version, sha256Hash } = isRecord(persistedQuery) ? persistedQuery : {};
  if (version === 1 && typeof sha256Hash === 'string') return sha256Hash;
  throw badRequest('extensions.persistedQuery must have version 1 and a sha256Hash.');
}

function withoutHash(extensions: unknown): { readonly extensions?: unknown } {
  if (!isRecord(extensions)) return extensions === undefined || extensions === null ? {} : { extensions };
  const { persistedQuery: _, ...others } = extensions;
  return Object.keys(others).length === 0 ? {} : { extensions: others };
}

function searchOf({ url }: FastifyRequest): URLSearchParams {
  const start = url.indexOf('?');
  return new URLSearchParams(start < 0 ? '' : url.slice(start + 1));
}

function once(search: URLSearchParams, name: string): string | undefined {
  const values = search.getAll(name);
  if (values.length > 1) throw badRequest(`The parameter ${name} may be given once.`);
  return values[0];
}

/** What is no JSON is for Apollo to refuse. */
function parsed(json: string | null | undefined): unknown {
  try {
    return JSON.parse(json ?? 'null');
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function badRequest(message: string): FacetError {
  return new FacetError('BAD_REQUEST', { message });
}
