/** Says where a request or an answer leaves the contract. */
import type { IncomingHttpHeaders } from 'node:http';
import type { ErrorObject, ValidateFunction } from 'ajv';
import { type Contract, type ContractOperation, type ParameterSchema, validatorAt } from './contract.ts';

export type QueryValue = string | number | boolean | readonly string[];
export type Query = Readonly<Record<string, QueryValue>>;

export interface CheckedRequest {
  /** Absent where the contract has no such path or method. */
  readonly operation: ContractOperation | undefined;
  /** Parameters of the query as the contract types them; lists are lists. */
  readonly query: Query;
  readonly violations: readonly string[];
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

const etag = /^(?:W\/)?"[\x21\x23-\x7e]*"$/;
const isProblem = validatorAt('conventions.yaml#/components/schemas/Problem');

export function checkRequest(contract: Contract, method: string, target: string): CheckedRequest {
  const [path = '', search = ''] = target.split('?');
  const operation = contract.operations.find((each) => each.method === method && valuesOfPath(each.path, path));
  if (operation === undefined) {
    return { operation, query: {}, violations: [`${contract.service} has no operation ${method} ${path}`] };
  }
  const violations: string[] = [];
  const query: Record<string, QueryValue> = {};
  const given: [string, string, 'query' | 'path'][] = [
    ...pairsOf(search).map(([name, text]): [string, string, 'query'] => [name, text, 'query']),
    ...Object.entries(valuesOfPath(operation.path, path) ?? {}).map(([name, text]): [string, string, 'path'] => [
      name,
      text,
      'path',
    ]),
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
  return { operation, query, violations: [...violations, ...missing.map(({ name }) => `${name} is missing`)] };
}

export interface Asked extends CheckedRequest {
  readonly method: string;
  readonly hasToken: boolean;
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
  const problems = response.requiredHeaders
    .filter((name) => answer.headers[name.toLowerCase()] === undefined)
    .map((name) => `answered ${status} without ${name}`);
  if (violations.length > 0 && status < 400) problems.push(`answered ${status} to a request outside the contract`);
  if (operation.isSecured && !asked.hasToken && status !== 401) problems.push(`answered ${status} without a token`);
  const validator = answer.headers.etag;
  if (validator !== undefined && !etag.test(validator)) problems.push(`ETag ${validator} is none (RFC 9110, 8.8.3)`);
  const content = 'fields' in asked.query ? response.sparseContent : response.content;
  return [
    ...problems,
    ...(asked.method === 'HEAD' ? [] : checkContent(content, answer)),
    ...checkFields(asked, answer),
  ];
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
  const claimed = type === 'application/problem+json' ? (value as { status?: unknown }).status : status;
  return [
    ...problemsOf(validate, value, 'body'),
    ...(claimed === status ? [] : [`answered ${status} with a problem whose status is ${claimed}`]),
  ];
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
