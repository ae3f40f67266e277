/** The part of OpenAPI 3.x that codegen looks at. */

export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly maxItems?: number;
  readonly allOf?: readonly Schema[];
  readonly [keyword: string]: unknown;
}

export interface ParameterObject {
  readonly $ref?: string;
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly style?: string;
  readonly explode?: boolean;
  readonly schema?: Schema;
  readonly content?: Readonly<Record<string, unknown>>;
}

export interface MediaType {
  readonly schema?: Schema;
}

export interface ResponseObject {
  readonly $ref?: string;
  content?: Record<string, MediaType>;
}

export interface RequestBodyObject {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, MediaType>>;
}

/** Names of security schemes, each with the scopes or roles that are needed. */
export type SecurityRequirement = Readonly<Record<string, readonly string[]>>;

export interface OperationObject {
  readonly operationId?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly security?: readonly SecurityRequirement[];
  readonly parameters?: readonly ParameterObject[];
  readonly requestBody?: RequestBodyObject;
  readonly responses?: Record<string, ResponseObject>;
  /** Of a GET: the `operationId` of the POST that takes the same query in its body, for more than a URL can carry. */
  readonly 'x-post-variant'?: unknown;
}

export interface OpenApiDocument {
  readonly openapi: string;
  readonly security?: readonly SecurityRequirement[];
  readonly paths?: Readonly<Record<string, PathItem | null>>;
  readonly components?: Readonly<{ schemas?: Readonly<Record<string, Schema>> } & Record<string, unknown>>;
}

export type Method = 'get' | 'put' | 'post' | 'delete' | 'options' | 'head' | 'patch' | 'trace';

export type PathItem = Readonly<Partial<Record<Method, OperationObject>>> & {
  readonly parameters?: readonly ParameterObject[];
};

export const METHODS: readonly Method[] = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** What a `#/…` reference of the document stands for; a value without `$ref` is returned as it is. */
export function follow<T extends { readonly $ref?: string }>(document: OpenApiDocument, value: T): T {
  let current = value;
  for (let hops = 0; typeof current?.$ref === 'string' && current.$ref.startsWith('#/') && hops < 32; hops += 1) {
    current = current.$ref.slice(2).split('/').reduce<unknown>(step, document) as T;
  }
  return current;
}

export const isOfType = (schema: Schema | undefined, type: string): boolean =>
  schema?.type === type || (Array.isArray(schema?.type) && schema.type.includes(type));

function step(node: unknown, token: string): unknown {
  const key = decodeURIComponent(token).replaceAll('~1', '/').replaceAll('~0', '~');
  return (node as Record<string, unknown> | undefined)?.[key];
}
