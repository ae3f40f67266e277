/** `x-post-variant`: the POST that answers the same as a GET, with the query in its body instead of the URL. */
import type { PostVariant } from '@facet/core/data';
import type { Call } from './list-calls.ts';
import { follow, isOfType, type OpenApiDocument, type Schema } from './openapi.ts';
import { isOwnedByHttp, toList } from './to-parameter.ts';

/** One sentence for each `x-post-variant` that nothing can be made from. */
export function checkPostVariants(document: OpenApiDocument, calls: readonly Call[], source: string): string[] {
  return calls.flatMap((call) => {
    const name = call.operation['x-post-variant'];
    if (name === undefined) return [];
    const problem = findProblem(document, calls, call);
    return problem === undefined
      ? []
      : [`${source}: ${call.operationId} has x-post-variant "${String(name)}", ${problem}`];
  });
}

/** The table's entry of a contract that `checkPostVariants` found nothing wrong with. */
export function toPostVariant(
  { document, calls }: { document: OpenApiDocument; calls: readonly Call[] },
  call: Call,
): PostVariant | undefined {
  const variant = variantOf(calls, call);
  if (variant === undefined) return undefined;
  const lists = Object.entries(bodyOf(document, variant))
    .map(([name, schema]) => [name, follow(document, schema)] as const)
    .filter(([, schema]) => isOfType(schema, 'array'));
  return {
    operationId: variant.operationId,
    path: variant.path,
    lists: Object.fromEntries(lists.map(([name, schema]) => [name, toList(schema)])),
  };
}

function findProblem(document: OpenApiDocument, calls: readonly Call[], call: Call): string | undefined {
  if (call.method !== 'get') return 'but is no GET. Only a GET has one.';
  const variant = variantOf(calls, call);
  if (variant === undefined) return 'but the contract has no POST with that operationId. Name one, or remove it.';
  const properties = bodyOf(document, variant);
  const missing = call.parameters
    .filter((parameter) => parameter.in === 'query' && !isOwnedByHttp(parameter) && !(parameter.name in properties))
    .map(({ name }) => name);
  if (missing.length === 0) return undefined;
  return `whose JSON body has no ${missing.join(', ')}. Give it a property for every query parameter, with its name.`;
}

function variantOf(calls: readonly Call[], { operation }: Call): Call | undefined {
  const name = operation['x-post-variant'];
  return calls.find(({ operationId, method }) => operationId === name && method === 'post');
}

function bodyOf(document: OpenApiDocument, { operation }: Call): Readonly<Record<string, Schema>> {
  const content = operation.requestBody && follow(document, operation.requestBody).content;
  const schema = content?.['application/json']?.schema;
  return (schema && follow(document, schema).properties) ?? {};
}
