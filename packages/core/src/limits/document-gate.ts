/** Fastify plugin: documents that are named become documents, and those that nobody was built with are refused. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Settings } from '../config/settings.ts';
import { FacetError } from '../errors/facet-error.ts';
import { type AskedDocument, askFor, toAskedDocument } from './asked-document.ts';
import { createFindAutomatic, type DocumentMemory } from './automatic-documents.ts';
import type { DocumentRegister } from './trusted-documents.ts';

/** Why a document is not trusted. */
export type UntrustedCode = 'PERSISTED_QUERY_ONLY' | 'PERSISTED_QUERY_NOT_FOUND';

export interface DocumentGateOptions {
  /** `enforce` refuses what is not trusted; `log` reports it and answers as usual. */
  readonly mode: Settings['trustedDocuments'];
  /** Whether a trusted document's own text is refused all the same, so that clients send ids. */
  readonly requireId: boolean;
  readonly documents: DocumentRegister;
  /** Where clients may leave texts; without it, they may not. */
  readonly memory?: DocumentMemory | undefined;
  /** Hears of each request for a document that is not trusted. */
  readonly onUntrusted: (request: FastifyRequest, reply: FastifyReply, code: UntrustedCode) => void;
}

const otherText = 'The query is not the document that is named. Send the name alone.';

/** A text to answer, or that it is to be sent; `undefined` leaves the request as it is. */
type Found = { readonly text: string } | 'to be sent' | undefined;

/**
 * Turns requests that name a document into ordinary ones before anything else looks at them, so that they are shared,
 * kept and answered as if they had its text (GraphQL over HTTP, appendix A). Belongs before the GraphQL route and after
 * whatever finds out who is calling; its scope has no other routes.
 *
 * Refusals are PERSISTED_QUERY_ONLY for a text, PERSISTED_QUERY_NOT_FOUND for a name nobody knows. A name beside a text
 * that is not its own is a text where documents are enforced, and BAD_REQUEST otherwise.
 */
export function addDocumentGate(app: FastifyInstance, options: DocumentGateOptions): void {
  const { mode, requireId, documents, memory, onUntrusted } = options;
  const findAutomatic = memory && mode !== 'enforce' ? createFindAutomatic(memory) : undefined;

  function isUntrusted({ id, text }: AskedDocument): UntrustedCode | undefined {
    if (text === undefined) return id === undefined ? undefined : 'PERSISTED_QUERY_NOT_FOUND';
    if (id !== undefined || requireId || typeof text !== 'string') return 'PERSISTED_QUERY_ONLY';
    return documents.isTrusted(text) ? undefined : 'PERSISTED_QUERY_ONLY';
  }

  function findUntrusted({ id, isHash, text }: AskedDocument): Found | Promise<Found> {
    if (id === undefined) return undefined;
    if (isHash && findAutomatic !== undefined) {
      const found = findAutomatic(id, text);
      return typeof found === 'object' ? found.then(toFound) : toFound(found);
    }
    // Apollo tells clients that send a hash to send the text from now on.
    if (isHash || text !== undefined) return undefined;
    throw new FacetError('PERSISTED_QUERY_NOT_FOUND');
  }

  function find(request: FastifyRequest, reply: FastifyReply): Found | Promise<Found> {
    const asked = toAskedDocument(request);
    if (asked === undefined) return undefined;
    const trusted = asked.id === undefined ? undefined : documents.find(asked.id);
    const isOther = trusted !== undefined && asked.text !== undefined && asked.text !== trusted;
    if (trusted !== undefined && !isOther) return { text: trusted };
    const code = mode === 'off' ? undefined : isUntrusted(asked);
    if (code !== undefined) onUntrusted(request, reply, code);
    const why = isOther ? { message: otherText } : {};
    if (code !== undefined && mode === 'enforce') throw new FacetError(code, why);
    if (isOther) throw new FacetError('BAD_REQUEST', why);
    return findUntrusted(asked);
  }

  app.addHook('preHandler', (request, reply, done) => {
    const goOn = (found: Found) => {
      if (found === 'to be sent') return askToSend(request, reply);
      if (found !== undefined) askFor(request, found.text);
      done();
    };
    const found = find(request, reply);
    if (typeof found === 'object' && 'then' in found) found.then(goOn).catch(done);
    else goOn(found);
  });
}

function toFound(text: string | undefined): Found {
  return text === undefined ? 'to be sent' : { text };
}

/** As Apollo's clients expect it: no refusal, and not to be kept, since the same request may bring the answer next. */
function askToSend({ headers }: FastifyRequest, reply: FastifyReply): void {
  const wantsResponseJson = headers.accept?.includes('application/graphql-response+json') ?? false;
  const mediaType = wantsResponseJson ? 'application/graphql-response+json' : 'application/json';
  reply
    .code(200)
    .header('cache-control', 'private, no-cache')
    .type(`${mediaType}; charset=utf-8`)
    .send('{"errors":[{"message":"PersistedQueryNotFound","extensions":{"code":"PERSISTED_QUERY_NOT_FOUND"}}]}');
}
