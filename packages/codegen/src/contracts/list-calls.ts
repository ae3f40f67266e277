/** Walks a contract's operations in its order and reports those that have no usable name. */
import { isCamelCase } from '../names.ts';
import {
  follow,
  METHODS,
  type Method,
  type OpenApiDocument,
  type OperationObject,
  type ParameterObject,
} from './openapi.ts';

/** One operation with what it inherits from its path. */
export interface Call {
  readonly operationId: string;
  readonly method: Method;
  readonly path: string;
  readonly operation: OperationObject;
  /** Path-level and own parameters, references followed; own ones win (OpenAPI 3.1, Path Item Object). */
  readonly parameters: readonly ParameterObject[];
}

export function listCalls(document: OpenApiDocument, source: string): { calls: Call[]; problems: string[] } {
  const calls: Call[] = [];
  const problems: string[] = [];
  const seen = new Map<string, string>();
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    for (const method of METHODS) {
      const operation = item?.[method];
      if (!operation) continue;
      const at = `${method.toUpperCase()} ${path}`;
      const { operationId } = operation;
      const problem = checkOperationId(operationId, seen);
      if (problem) problems.push(`${source}: ${at} ${problem}`);
      if (problem || !operationId) continue;
      seen.set(operationId, at);
      const parameters = mergeParameters(document, item?.parameters, operation.parameters);
      calls.push({ operationId, method, path, operation, parameters });
    }
  }
  return { calls, problems };
}

function checkOperationId(operationId: string | undefined, seen: ReadonlyMap<string, string>): string | undefined {
  if (!operationId)
    return 'has no operationId. Give it one in camelCase, for example listProducts: it names the call in code.';
  if (!isCamelCase(operationId)) {
    return `has the operationId "${operationId}", which is not camelCase. Rename it, for example listProducts: it names the call in code.`;
  }
  const other = seen.get(operationId);
  return other && `has the operationId "${operationId}" of ${other}. Give each operation of the service its own.`;
}

function mergeParameters(
  document: OpenApiDocument,
  shared: readonly ParameterObject[] = [],
  own: readonly ParameterObject[] = [],
): ParameterObject[] {
  const merged = new Map<string, ParameterObject>();
  for (const reference of [...shared, ...own]) {
    const parameter = follow(document, reference);
    merged.set(`${parameter.in} ${parameter.name}`, parameter);
  }
  return [...merged.values()];
}
