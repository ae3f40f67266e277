/** A GraphQL answer on its way out, and how identical requests may have one between them. */
import type { HTTPGraphQLResponse } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RequestLifetime } from './request-lifetime.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Never changed after it was made: several replies may send the same bytes. */
  readonly body: string | Buffer | ReadableStream;
  /** Nothing but data. Errors name the request that they happened to, and a page has a nonce of its own. */
  readonly isShareable: boolean;
}

/**
 * Answers a request together with identical ones under way; `undefined` when it must be answered on its own.
 * `start` carries the operation out for all of them, within a lifetime that is nobody's in particular.
 */
export type ShareAnswer = (
  request: FastifyRequest,
  reply: FastifyReply,
  start: (run: SharedRun) => Promise<Answer>,
) => Promise<Answer | undefined> | undefined;

export interface SharedRun extends RequestLifetime {
  /** Tells that the operation asked for something personal: its answer goes to nobody. */
  readonly refuse: () => void;
}

/** Apollo writes `errors` first, as the specification recommends (7.1), so what begins with data has none. */
const dataFirst = '{"data":';

export function toAnswer({ status, headers, body }: HTTPGraphQLResponse): Answer {
  const isWhole = body.kind === 'complete';
  return {
    status: status ?? 200,
    headers: Object.fromEntries(headers),
    body: isWhole ? body.string : ReadableStream.from(body.asyncIterator),
    isShareable: isWhole && body.string.startsWith(dataFirst),
  };
}

export function sendAnswer(reply: FastifyReply, { status, headers, body }: Answer): FastifyReply {
  return reply.code(status).headers(headers).send(body);
}
