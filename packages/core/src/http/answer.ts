/** A GraphQL answer on its way out, and how requests may have one between them. */
import type { HTTPGraphQLResponse } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FreshnessRecorder } from '../context/freshness.ts';
import { isNotModified } from './conditional.ts';
import { toEtag } from './etag.ts';
import type { RequestLifetime } from './request-lifetime.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Never changed after it was made: several replies may send the same bytes. */
  readonly body: string | Buffer | ReadableStream;
  /** Nothing but data. Errors name the request that they happened to, and a page has a nonce of its own. */
  readonly isShareable: boolean;
  /**
   * Milliseconds since the epoch until which it holds without asking again; in the past when it never does. Only where it
   * is everybody's and its services let it be kept; nobody may keep an answer without it.
   */
  readonly freshUntil?: number;
}

/**
 * Answers a request together with identical ones, of now or of before; `undefined` when it must be answered on its own.
 * `start` carries the operation out for all of them, within a lifetime that is nobody's in particular.
 */
export type ShareAnswer = (
  request: FastifyRequest,
  reply: FastifyReply,
  start: (run: SharedRun) => Promise<Answer>,
) => Promise<Answer | undefined> | Answer | undefined;

/** An execution whose answer may go to several requests. */
export interface SharedRun extends RequestLifetime {
  /**
   * Whether the operation is known to be public: then what is the first caller's own is not to be seen. Until
   * that is known, nothing is executed.
   */
  readonly isPublic: boolean;
  /** Hears what the answer is made of. */
  readonly freshness: FreshnessRecorder;
  /** Tells what the operation turns out to be, before anything of it is executed. */
  decide(verdict: Verdict): void;
  /** Tells that a public operation asked for something personal after all: its answer goes to nobody. */
  refuse(): void;
}

/** What a plan says of the answers that it leads to. */
export type Verdict =
  | { readonly isPublic: false }
  | {
      readonly isPublic: true;
      /** Milliseconds an answer may be used again, if it is made of nothing that holds shorter. */
      readonly maxAgeMs: number;
      /** Operations of services that it is made of. */
      readonly operations: readonly { readonly service: string; readonly operationId: string }[];
    };

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

/** How much this caller has left: a cache in front would tell it to others. */
const callersOwn = ['ratelimit-policy', 'ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset'];

/** A GET may be told that it has the answer already (304), and how long it may keep it; anything else may not keep it. */
export function sendAnswer(request: FastifyRequest, reply: FastifyReply, answer: Answer): FastifyReply {
  const { status, headers, body, freshUntil } = answer;
  if (freshUntil === undefined || request.method !== 'GET' || !Buffer.isBuffer(body)) {
    return reply.code(status).headers(headers).send(body);
  }
  if (reply.hasHeader('ratelimit-limit')) for (const name of callersOwn) reply.removeHeader(name);
  const etag = toEtag(body);
  reply.header('etag', etag).header('cache-control', toCacheControl(freshUntil));
  if (isNotModified(request.headers['if-none-match'], etag)) return reply.code(304).send();
  return reply.code(status).headers(headers).send(body);
}

/** Whole seconds, rounded down: an answer never claims to hold longer than it does. */
function toCacheControl(freshUntil: number): string {
  const seconds = Math.floor((freshUntil - Date.now()) / 1_000);
  return seconds > 0 ? `public, max-age=${seconds}` : 'public, max-age=0, must-revalidate';
}
