/** Says where a request or an answer leaves the contract. */
import type { IncomingHttpHeaders } from 'node:http';
import type { ErrorObject, ValidateFunction } from 'ajv';
import {
  type Contract,
  type ContractOperation,
  type ContractResponse,
  type ParameterSchema,
  validatorAt,
} from './contract.ts';

export type QueryValue = string | number | boolean | readonly string[];
export type Query = Readonly<Record<string, QueryValue>>;

export interface SentRequest {
  readonly method: string;
  /** Path and query as they were written. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface CheckedRequest {
  /** Absent where the contract has no such path or method. */
  readonly operation: ContractOperation | undefined;
  /** Parameters of the query as the contract types them; lists are lists. */
  readonly query: Query;
  /** Parameters of the path. */
  readonly path: Readonly<Record<string, string>>;
  readonly violations: readonly string[];
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** What a problem's code promises beside the code, as the conventions say of each property. */
const detailOf: Readonly<Record<string, string>> = {
  OUT_OF_STOCK: 'available',
  PAYMENT_DECLINED: 'declineReason',
  PRICE_CHANGED: 'totalAmount',
};
const etag = /^(?:W\/)?"[\x21\x23-\x7e]*"$/;
const isProblem = validatorAt('conventions.yaml#/components/schemas/Problem');

export function checkRequest(contract: Contract, sent: SentRequest): CheckedRequest {
  const { method, target } = sent;
  const [path = '', search = ''] = target.split('?');
  const operation = contract.operations.find((each) => each.method === method && valuesOfPath(each.path, path));
  if (operation === undefined) {
    return { operation, query: {}, path: {}, violations: [`${contract.service} has no operation ${method} ${path}`] };
  }
  const violations = [...checkHeaders(operation, sent), ...checkBody(operation, sent)];
  const query: Record<string, QueryValue> = {};
  const inPath = valuesOfPath(operation.path, path) ?? {};
  const given: [string, string, 'query' | 'path'][] = [
    ...pairsOf(search).map(([name, text]): [string, string, 'query'] => [name, text, 'query']),
    ...Object.entries(inPath).map(([name, text]): [string, string, 'path'] => [name, text, 'path']),
  ];
  for (const [name, text, place] of given) {
    const parameter = operation.parameters.find((each) => each.name === name && each.in === place);
    if (parameter === undefined) {
      violations.push(`${name} is no ${place} parameter`);
      continue;
    }
    if (!isWellFormed(text)) {
      violations.push(`${name} cannot be decoded`);
      continue;
    }
    const value = toValue(text, parameter.schema);
    violations.push(...problemsOf(parameter.validate, value, name));
    if (place === 'path') continue;
    if (name in query) violations.push(`${name} is given more than once`);
    query[name] = value;
  }
  const missing = operation.parameters.filter((each) => each.in === 'query' && each.required && !(each.name in query));
  return {
    operation,
    query,
    path: inPath,
    violations: [...violations, ...missing.map(({ name }) => `${name} is missing`)],
  };
}

/** The headers that the operation describes; others are none of its business. */
function checkHeaders({ parameters }: ContractOperation, { headers }: SentRequest): string[] {
  return parameters
    .filter((each) => each.in === 'header')
    .flatMap(({ name, required, validate }) => {
      const value = headers[name.toLowerCase()];
      if (value === undefined) return required ? [`${name} is missing`] : [];
      return problemsOf(validate, value, name);
    });
}

function checkBody({ body: expected }: ContractOperation, { headers, body }: SentRequest): string[] {
  if (expected === undefined) return body.length === 0 ? [] : ['body is not taken'];
  if (body.length === 0) return ['body is missing'];
  const type = headers['content-type']?.split(';')[0];
  if (type !== 'application/json') return [`body is ${type}, not application/json`];
  const value = parsed(body);
  return value === undefined ? ['body is no JSON'] : problemsOf(expected.validate, value, 'body');
}

export interface Asked extends CheckedRequest {
  readonly method: string;
  /** Whose token it carried; undefined without one. */
  readonly caller: string | undefined;
}

export function checkAnswer(asked: Asked, answer: Answer): string[] {
  const { operation, violations } = asked;
  const { status } = answer;
  // Nothing describes what is no operation, but the conventions say how every refusal looks.
  if (operation === undefined)
    return status < 400 ? [`answered ${status} where there is no operation`] : checkProblem(answer);
  const response =
    operation.responses.get(String(status)) ?? (status >= 400 ? operation.responses.get('default') : undefined);
  if (response === undefined) return [`answered ${status}, which is not described`];
  const problems = [...checkAnsweredHeaders(operation, response, answer), ...checkCaller(asked, status)];
  if (violations.length > 0 && status < 400) problems.push(`answered ${status} to a request outside the contract`);
  const content = 'fields' in asked.query ? response.sparseContent : response.content;
  return [
    ...problems,
    ...(asked.method === 'HEAD' ? [] : checkContent(content, answer)),
    ...checkFields(asked, answer),
  ];
}

function checkAnsweredHeaders(operation: ContractOperation, response: ContractResponse, answer: Answer): string[] {
  const { status, headers } = answer;
  const missing = response.requiredHeaders.filter((name) => headers[name.toLowerCase()] === undefined);
  const problems = missing.map((name) => `answered ${status} without ${name}`);
  for (const [name, validate] of response.headers) {
    const value = headers[name.toLowerCase()];
    if (value !== undefined) problems.push(...problemsOf(validate, value, name));
  }
  const { etag: validator, 'idempotency-replayed': replayed } = headers;
  if (validator !== undefined && !etag.test(validator)) problems.push(`ETag ${validator} is none (RFC 9110, 8.8.3)`);
  if (replayed !== undefined && !operation.isIdempotent) problems.push('replayed what takes no Idempotency-Key');
  if (replayed !== undefined && !response.headers.has('Idempotency-Replayed')) {
    problems.push(`replayed ${status}, of which the contract does not say so`);
  }
  return problems;
}

function checkCaller({ operation, caller }: Asked, status: number): string[] {
  if (!operation?.isSecured) return [];
  if (caller === undefined) return status === 401 ? [] : [`answered ${status} without a token`];
  const { onlyFor } = operation;
  if (onlyFor === undefined || caller === onlyFor || status >= 400) return [];
  return [`answered ${status} to ${caller}, though it is for ${onlyFor} only`];
}

function checkProblem(answer: Answer): string[] {
  return checkContent(new Map([['application/problem+json', isProblem]]), answer);
}

function checkContent(content: ReadonlyMap<string, ValidateFunction>, { status, headers, body }: Answer): string[] {
  if (content.size === 0) return body.length === 0 ? [] : [`answered ${status} with a body where there is none`];
  const type = headers['content-type']?.split(';')[0] ?? 'no content type';
  const validate = content.get(type);
  if (validate === undefined) return [`answered ${status} as ${type}, not ${[...content.keys()].join(' or ')}`];
  const value = type.endsWith('json') ? parsed(body) : body.toString();
  if (value === undefined) return [`answered ${status} with a body that is no JSON`];
  const problems = problemsOf(validate, value, 'body');
  if (type !== 'application/problem+json') return problems;
  const { status: claimed, code = '', ...details } = value as { status?: unknown; code?: string };
  if (claimed !== status) problems.push(`answered ${status} with a problem whose status is ${claimed}`);
  const detail = detailOf[code];
  if (detail !== undefined && !(detail in details)) problems.push(`answered ${code} without ${detail}`);
  return problems;
}

type Item = Readonly<Record<string, unknown>>;

/** With `fields`, exactly the named properties are present. */
function checkFields({ query }: Asked, { status, body }: Answer): string[] {
  if (status !== 200 || !Array.isArray(query.fields)) return [];
  const expected = [...query.fields].sort().join();
  const surprising = itemsOf(body).find((item) => Object.keys(item).sort().join() !== expected);
  return surprising === undefined ? [] : [`fields=${query.fields} brought ${Object.keys(surprising)}`];
}

/** Items of a page, or of all groups; none where the body has neither. */
export function itemsOf(body: Buffer): readonly Item[] {
  const { items, groups } = (parsed(body) ?? {}) as { items?: Item[]; groups?: { items: Item[] }[] };
  return items ?? groups?.flatMap((group) => group.items) ?? [];
}

function problemsOf(validate: ValidateFunction, value: unknown, name: string): string[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).map((error: ErrorObject) => `${name}${error.instancePath} ${error.message}`);
}

/** Values stay encoded: a comma that separates is written plainly, one within a value is not (RFC 6570, 3.2.8). */
function pairsOf(search: string): [string, string][] {
  return search
    .split('&')
    .filter(Boolean)
    .map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return [decoded(name), value.join('=')];
    });
}

function valuesOfPath(template: string, path: string): Record<string, string> | undefined {
  const pattern = template.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)');
  const match = new RegExp(`^${pattern}$`).exec(path);
  return match === null ? undefined : { ...match.groups };
}

function toValue(text: string, { type }: ParameterSchema): QueryValue {
  if (type === 'array') return text.split(',').map(decoded);
  if (type === 'integer' && /^-?\d+$/.test(text)) return Number(text);
  if (type === 'boolean' && /^(?:true|false)$/.test(text)) return text === 'true';
  return decoded(text);
}

function isWellFormed(text: string): boolean {
  try {
    return decodeURIComponent(text) !== undefined;
  } catch {
    return false;
  }
}

function decoded(text: string): string {
  return isWellFormed(text) ? decodeURIComponent(text.replaceAll('+', ' ')) : text;
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}
