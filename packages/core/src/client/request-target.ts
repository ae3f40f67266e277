/** Writes an operation's input into a request's path, query, headers and body (OpenAPI 3.1, Parameter Object). */
import { FacetError } from '../errors/facet-error.ts';
import type { Operation, Parameter } from './operation.ts';

export interface RequestTarget {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
}

const separators = { form: ',', simple: ',', spaceDelimited: '%20', pipeDelimited: '|' } as const;

/**
 * Throws a TypeError that names the operation when a path parameter is missing or an input is unknown, and NOT_FOUND for
 * a path parameter that no resource can have as its name: empty, `.` or `..`.
 */
export function toRequestTarget(operation: Operation, input: Readonly<Record<string, unknown>>): RequestTarget {
  const query: string[] = [];
  const headers: Record<string, string> = {};
  let path = operation.path;
  let body: string | undefined;
  for (const [name, value] of Object.entries(input)) {
    if (value === undefined || value === null) continue;
    if (name === 'body') {
      body = JSON.stringify(value);
      headers['content-type'] = 'application/json';
      continue;
    }
    const parameter = operation.parameters[name];
    if (parameter === undefined) {
      throw new TypeError(
        `${operation.service}.${operation.operationId} has no parameter '${name}'; it has ${Object.keys(operation.parameters).join(', ') || 'none'}.`,
      );
    }
    if (parameter.in === 'path') path = path.replace(`{${name}}`, () => segment(parameter, value));
    else if (parameter.in === 'header') headers[name.toLowerCase()] = String(value);
    else query.push(...pairs(name, parameter, value));
  }
  if (path.includes('{')) {
    throw new TypeError(`${operation.service}.${operation.operationId} needs every parameter of its path ${path}.`);
  }
  const target = query.length === 0 ? path : `${path}?${query.join('&')}`;
  return body === undefined ? { path: target, headers } : { path: target, headers, body };
}

function pairs(name: string, parameter: Parameter, value: unknown): string[] {
  const key = encodeURIComponent(name);
  if (Array.isArray(value) && parameter.explode) return value.map((item) => `${key}=${encoded(item)}`);
  return [`${key}=${joined(parameter, value)}`];
}

function joined(parameter: Parameter, value: unknown): string {
  if (!Array.isArray(value)) return encoded(value);
  return value.map(encoded).join(separators[parameter.style]);
}

/** No escape keeps a URL parser from dropping these segments, which would lead to another resource. */
function segment(parameter: Parameter, value: unknown): string {
  const text = joined(parameter, value);
  if (text === '' || text === '.' || text === '..') throw new FacetError('NOT_FOUND');
  return text;
}

/** Lone surrogates, which have no UTF-8 form, become U+FFFD. */
function encoded(value: unknown): string {
  return encodeURIComponent(String(value).toWellFormed());
}
