/** The routes of a contract, as the server that implements it registers and validates them. */
import { toComment, toLiteral } from '../literal.ts';
import { toCamelCase } from '../names.ts';
import { dereference } from './dereference.ts';
import type { Call } from './list-calls.ts';
import { follow, isOfType, type OpenApiDocument, type ParameterObject } from './openapi.ts';
import type { Contract } from './read-contract.ts';
import { toScopes } from './scopes.ts';

/** Source of `<service>-routes.ts`: one constant with every operation, keyed by operationId. */
export function writeRoutes(contract: Contract): string {
  const routes = contract.calls.map((call) => {
    const start = `  ${call.operationId}: `;
    const comment = toComment([call.operation.summary], 2);
    return `${comment}${start}${toLiteral(toRoute(contract.document, call), 2, start.length)},\n`;
  });
  return `export const ${toCamelCase(contract.service)}Routes = {\n${routes.join('')}} as const;\n`;
}

function toRoute(document: OpenApiDocument, call: Call) {
  const inPath = call.parameters.filter((parameter) => parameter.in === 'path');
  const inQuery = call.parameters.filter((parameter) => parameter.in === 'query');
  return {
    method: call.method.toUpperCase(),
    url: toUrl(call.path),
    secured: call.operation.security?.length !== 0,
    scopes: toScopes(document, call),
    params: inPath.length > 0 ? toObjectSchema(document, inPath) : undefined,
    querystring: toObjectSchema(document, inQuery),
    lists: inQuery.filter((parameter) => isJoinedList(document, parameter)).map((parameter) => parameter.name),
    body: toBodySchema(document, call),
    idempotent: takesHeader(call, 'Idempotency-Key'),
    subject: takesHeader(call, 'Facet-Subject'),
    successStatus: call.operation.responses?.['201'] && !call.operation.responses['200'] ? 201 : 200,
  };
}

function toBodySchema(document: OpenApiDocument, { operation }: Call) {
  const content = operation.requestBody && follow(document, operation.requestBody).content;
  const schema = content?.['application/json']?.schema;
  return schema && dereference(document, schema);
}

/** Header names are the same in any case (RFC 9110, 5.1). */
function takesHeader({ parameters }: Call, name: string): boolean {
  return parameters.some(
    (parameter) => parameter.in === 'header' && parameter.name.toLowerCase() === name.toLowerCase(),
  );
}

function toObjectSchema(document: OpenApiDocument, parameters: readonly ParameterObject[]) {
  return {
    type: 'object',
    properties: Object.fromEntries(
      parameters.map((parameter) => [parameter.name, dereference(document, parameter.schema ?? {})]),
    ),
    required: parameters.filter((parameter) => parameter.required).map((parameter) => parameter.name),
    additionalProperties: false,
  };
}

/** `ids=1,2`: one string on the wire, a list to the handler. */
function isJoinedList(
  document: OpenApiDocument,
  { schema, style = 'form', explode = style === 'form' }: ParameterObject,
) {
  return style === 'form' && !explode && schema !== undefined && isOfType(follow(document, schema), 'array');
}

/** `/v1/images/{imageId}` → `/v1/images/:imageId`; a colon of the path itself is doubled for Fastify. */
const toUrl = (path: string) => path.replaceAll(':', '::').replaceAll(/\{([^}]+)\}/g, ':$1');
