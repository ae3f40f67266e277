// The operations of a contract, as codegen writes them and as a service implements them.
import type { AnyDatabase } from '../collections/collection.ts';
import type { Caller } from '../identity/token-check.ts';

/** One operation as codegen writes it from the contract. */
export interface Route {
  readonly method: string;
  readonly url: string;
  /** Whether it takes a token. */
  readonly secured: boolean;
  /** What its token must allow. */
  readonly scopes?: readonly string[];
  readonly querystring: object;
  readonly params?: object;
  /** Parameters whose values are separated by commas (`style: form, explode: false`). */
  readonly lists: readonly string[];
  /** The schema of its JSON request body. */
  readonly body?: object;
  /** Whether it needs an `Idempotency-Key`. */
  readonly idempotent: boolean;
  /** Whether a service may name, in `Facet-Subject`, the person it acts for. */
  readonly subject: boolean;
  /** The status of its answers. */
  readonly successStatus: number;
}

type QueryOf<Operation> = Operation extends { parameters: { query?: infer Query } } ? NonNullable<Query> : never;
type ParamsOf<Operation> = Operation extends { parameters: { path: infer Params } } ? Params : Record<string, never>;
type RequestBodyOf<Operation> = Operation extends { requestBody: { content: { 'application/json': infer Body } } }
  ? Body
  : undefined;
type BodyOf<Operation> = Operation extends { responses: { 200: { content: infer Content } } }
  ? Content[keyof Content]
  : Operation extends { responses: { 201: { content: infer Content } } }
    ? Content[keyof Content]
    : never;

/**
 * Keeps the answer under the request's idempotency key, in the transaction of its effect: then both are there or
 * neither. Gives `body` back. Where it is not called, the answer is kept when it is ready; without a key it does nothing.
 */
export type Settle = <Body>(transaction: AnyDatabase, body: Body) => Promise<Body>;

export interface OperationRequest<Operation, Its extends Route> {
  readonly query: QueryOf<Operation>;
  readonly params: ParamsOf<Operation>;
  readonly body: RequestBodyOf<Operation>;
  readonly caller: Its['secured'] extends false ? undefined : Caller;
  readonly idempotencyKey: Its['idempotent'] extends true ? string : undefined;
  readonly settle: Settle;
  /** To be passed on to other services. */
  readonly requestId: string;
}

export interface Implementation<Operation, Its extends Route> {
  /** The Cache-Control of its answers; what is `private` also varies on Authorization. */
  readonly cacheControl: string;
  /** Other headers of its answers; JSON unless a content-type is given. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Gives whole items: `fields` is applied to what it returns. */
  readonly answer: (request: OperationRequest<Operation, Its>) => Promise<BodyOf<Operation>>;
}

export type Implementations<Operations, Routes extends Record<keyof Operations, Route>> = {
  readonly [Id in keyof Operations]: Implementation<Operations[Id], Routes[Id]>;
};

// biome-ignore lint/suspicious/noExplicitAny: the types are checked where the table is written
export type AnyImplementation = Implementation<any, any>;
