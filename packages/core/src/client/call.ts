/** Calls operations of services by their contract: input in, typed body out. */
import type { Freshness } from '../context/freshness.ts';
import type { RequestContext } from '../context/request-context.ts';
import { FacetError } from '../errors/facet-error.ts';
import { fromResponse } from './from-response.ts';
import type { Operation, OperationInput, OperationOutput } from './operation.ts';
import { type ParseJson, parseJson } from './parse-json.ts';
import { toRequestTarget } from './request-target.ts';
import type { Audience, Send, TokenKind } from './transport.ts';

export interface CallOptions {
  readonly context: RequestContext;
  readonly audience: Audience;
  /** By default `user` for `principal`, `client` for `public`. */
  readonly token?: TokenKind;
  /** Milliseconds one attempt may take; the BFF's `attemptTimeoutMs` by default. */
  readonly timeoutMs?: number;
  /** Hears how long the value holds, where that is known; a value in an answer without it is never kept. */
  readonly onFreshness?: (freshness: Freshness) => void;
}

/** Of a failure, and of an answer that does not say: with either in it, nothing is kept. */
const unknownFreshness: Freshness = { isStorable: false, freshUntil: 0, sources: [] };

/**
 * Sends one request for one operation.
 * Rejects with a FacetError whose code says what the service did.
 */
export type Call = <Spec>(
  operation: Operation<Spec>,
  input: OperationInput<Spec>,
  options: CallOptions,
) => Promise<OperationOutput<Spec>>;

/** Reads the body of a public GET's answer; the same URL and the same bytes may give the same object again. */
export type ParsePublic = (url: string, body: Uint8Array) => unknown;

export interface CreateCallOptions {
  /** `JSON.parse` of well-formed UTF-8 by default. */
  readonly parse?: ParseJson;
  /** `parse` by default. */
  readonly parsePublic?: ParsePublic;
}

/**
 * Binds calls to the origins of the services and to an outbound chain. A call throws a TypeError for a service without
 * origin. Values may be shared with other calls and other requests: nobody may change one.
 */
export function createCall(
  origins: Readonly<Record<string, string>>,
  send: Send,
  { parse = parseJson, parsePublic = (_url, body) => parse(body) }: CreateCallOptions = {},
): Call {
  return async <Spec>(operation: Operation<Spec>, input: OperationInput<Spec>, options: CallOptions) => {
    const origin = origins[operation.service];
    if (origin === undefined) {
      throw new TypeError(
        `Operation ${operation.operationId} belongs to service '${operation.service}', which has no origin; configured are ${Object.keys(origins).join(', ')}.`,
      );
    }
    const { context, audience, token, timeoutMs, onFreshness } = options;
    if (context.signal.aborted) throw FacetError.from(context.signal.reason);
    let freshness = unknownFreshness;
    try {
      const target = toRequestTarget(operation, input as Record<string, unknown>);
      const response = await send({
        service: operation.service,
        operationId: operation.operationId,
        origin,
        method: operation.method,
        path: target.path,
        headers: { accept: 'application/json', ...target.headers },
        body: target.body,
        audience,
        token,
        scopes: operation.scopes,
        context,
        timeoutMs,
        signal: context.signal,
      });
      const isPublic = audience === 'public' && operation.method === 'GET';
      const read: ParseJson = isPublic ? (body) => parsePublic(origin + target.path, body) : parse;
      const value = fromResponse(response, audience, read) as OperationOutput<Spec>;
      if (response.freshness !== undefined) {
        freshness = response.freshness;
        onFreshness?.(freshness);
      }
      return value;
    } finally {
      context.freshness?.add(freshness);
    }
  };
}
