/** What a REST operation is to a client: the part of its OpenAPI description that building a request needs. */

/** How one parameter is written into the request (OpenAPI 3.1, Parameter Object). */
export interface Parameter {
  readonly in: 'query' | 'path' | 'header';
  /** Serialization style; `form` for query, `simple` for path and header by default. */
  readonly style: 'form' | 'spaceDelimited' | 'pipeDelimited' | 'simple';
  /** `true`: `id=1&id=2`; `false`: `ids=1,2`. */
  readonly explode: boolean;
  readonly required?: boolean;
  /** Present on lists: the most items one request may carry; `Infinity` is written as no `maxItems`. */
  readonly list?: {
    readonly maxItems?: number;
    /** The only items it takes; written for the parameter that names properties to keep. */
    readonly values?: readonly string[];
  };
}

/** The POST operation that answers the same as a GET whose query is longer than a URL may be. */
export interface PostVariant {
  readonly operationId: string;
  /** Path template with the GET's path parameters. */
  readonly path: string;
  /** Properties of its JSON body, named like the GET's query parameters, that are lists: the most items of each. */
  readonly lists: Readonly<Record<string, { readonly maxItems?: number }>>;
}

/** One operation of a service's contract, as codegen writes it. `Spec` is the operation's openapi-typescript type. */
export interface Operation<Spec = unknown> {
  /** The service's name: the contract's basename and the key under `services` in the configuration. */
  readonly service: string;
  /** `operationId` of the contract. */
  readonly operationId: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path template, for example `/v1/products/{id}`. */
  readonly path: string;
  readonly parameters: Readonly<Record<string, Parameter>>;
  /** The parameter that names the properties to keep, where the contract has one. */
  readonly fields?: string;
  /**
   * JSON Pointers (RFC 6901) to the items in the answer that keep those properties; lists on the way take no part of a
   * pointer. `/items` and `/groups/items` when absent.
   */
  readonly fieldsAt?: readonly string[];
  /** What takes the same query in a body (`x-post-variant` in the contract). */
  readonly postVariant?: PostVariant;
  /** Scopes that a token needs for it (`security` in the contract); absent where the contract names none. */
  readonly scopes?: readonly string[];
  /** Only in types. */
  readonly '~spec'?: Spec;
}

type Values<T> = [T] extends [never] ? object : T extends object ? T : object;
type ParametersOf<Spec> = Spec extends { parameters: infer P } ? P : object;

type Content<R> = R extends { content: { 'application/json': infer Body } } ? Body : never;

type BodyOf<Spec> = Spec extends { requestBody: infer Required }
  ? { body: Content<Required> }
  : Spec extends { requestBody?: infer Optional }
    ? [Exclude<Optional, undefined>] extends [never]
      ? object
      : { body?: Content<Exclude<Optional, undefined>> }
    : object;

/** Query and path parameters of an operation, in one object, and its JSON request body as `body`. */
export type OperationInput<Spec> = Values<
  ParametersOf<Spec> extends { query?: infer Q } ? Exclude<Q, undefined> : object
> &
  Values<ParametersOf<Spec> extends { path?: infer P } ? Exclude<P, undefined> : object> &
  BodyOf<Spec>;

/** Body of the operation's 200 or 201 answer. */
export type OperationOutput<Spec> = Spec extends { responses: infer R }
  ? R extends { 200: infer Ok }
    ? Content<Ok>
    : R extends { 201: infer Created }
      ? Content<Created>
      : never
  : unknown;

/** Gives a generated table entry the types of its contract. */
export function operation<Spec>(description: Operation<Spec>): Operation<Spec> {
  return description;
}
