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
    ...(isOfType(schema, 'array') ? { list: { ...toList(schema), ...toValues(document, parameter) } } : {}),
  };
}

/**
 * What the parameter that names the properties to keep knows: `fields`, a list of an enumeration. `undefined` for any
 * other parameter.
 */
export function namesOfFields(document: OpenApiDocument, parameter: ParameterObject): readonly string[] | undefined {
  if (parameter.in !== 'query' || parameter.name !== 'fields' || !parameter.schema) return undefined;
  const schema = follow(document, parameter.schema);
  const names = schema.items && follow(document, schema.items).enum;
  if (!isOfType(schema, 'array') || !Array.isArray(names)) return undefined;
  return names.every((name) => typeof name === 'string') ? names : undefined;
}

/** So that nobody asks for another. */
function toValues(document: OpenApiDocument, parameter: ParameterObject): { values?: readonly string[] } {
  const values = namesOfFields(document, parameter);
  return values === undefined ? {} : { values };
}

export function toList(schema: Schema | undefined): { maxItems?: number } {
  return schema?.maxItems === undefined ? {} : { maxItems: schema.maxItems };
}
