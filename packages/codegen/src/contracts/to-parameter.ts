/** Turns an OpenAPI parameter into what building a request needs to know, defaults filled in (OpenAPI 3.1, 4.8.12). */
import type { Parameter } from '@facet/core/data';
import { follow, isOfType, type OpenApiDocument, type ParameterObject, type Schema } from './openapi.ts';

/** Headers that HTTP and the transport own: no caller of an operation sets them. */
const OWNED_HEADERS = new Set([
  'accept',
  'accept-encoding',
  'authorization',
  'cache-control',
  'connection',
  'content-length',
  'content-type',
  'cookie',
  'host',
  'if-match',
  'if-modified-since',
  'if-none-match',
  'if-range',
  'if-unmodified-since',
  'range',
  'traceparent',
  'tracestate',
]);

const STYLES = {
  query: ['form', 'spaceDelimited', 'pipeDelimited'],
  path: ['simple'],
  header: ['simple'],
} as const;

export const isOwnedByHttp = (parameter: ParameterObject): boolean =>
  parameter.in === 'cookie' || (parameter.in === 'header' && OWNED_HEADERS.has(parameter.name.toLowerCase()));

/** The table's entry for a parameter, or the reason why a client cannot send it. */
export function toParameter(document: OpenApiDocument, parameter: ParameterObject): Parameter | string {
  const place = parameter.in;
  if (place !== 'query' && place !== 'path' && place !== 'header') return `is in "${place}"`;
  if (parameter.content) return 'is a serialized document (`content`)';
  const style = parameter.style ?? STYLES[place][0];
  const known = STYLES[place].find((name) => name === style);
  if (!known) return `has the style "${style}"`;
  const schema = parameter.schema && follow(document, parameter.schema);
  return {
    in: place,
    style: known,
    explode: parameter.explode ?? style === 'form',
    ...(parameter.required || place === 'path' ? { required: true } : {}),
    ...(isOfType(schema, 'array') ? { list: toList(schema) } : {}),
  };
}

/** Whether it is the parameter that names the properties to keep: `fields`, a list of an enumeration. */
export function isFieldsParameter(document: OpenApiDocument, parameter: ParameterObject): boolean {
  if (parameter.in !== 'query' || parameter.name !== 'fields' || !parameter.schema) return false;
  const schema = follow(document, parameter.schema);
  const items = schema.items && follow(document, schema.items);
  const names = items?.enum;
  return isOfType(schema, 'array') && Array.isArray(names) && names.every((name) => typeof name === 'string');
}

function toList(schema: Schema | undefined): { maxItems?: number } {
  return schema?.maxItems === undefined ? {} : { maxItems: schema.maxItems };
}
