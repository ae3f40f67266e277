/** How many variables a request brings, how deep and how large they are; looked at before anything reads them. */
import type { ASTNode, OperationDefinitionNode } from 'graphql';
import type { Settings } from '../config/settings.ts';
import type { Excess } from './enforcement.ts';

export type VariableLimits = Pick<Settings, 'maxVariables' | 'maxVariableDepth' | 'maxVariableBytes'>;
type Variables = Readonly<Record<string, unknown>>;

/** `undefined` when the variables are within all three limits. Takes any JSON, however deep. */
export function findVariablesExcess(
  variables: Variables | undefined,
  operation: OperationDefinitionNode | undefined,
  limits: VariableLimits,
): Excess | undefined {
  if (variables === undefined) return undefined;
  const names = Object.keys(variables);
  if (names.length === 0) return undefined;
  const { maxVariables, maxVariableDepth, maxVariableBytes } = limits;
  if (names.length > maxVariables) {
    const message = `The request has ${names.length} variables, ${maxVariables} are allowed. Put them into lists or input objects.`;
    return toExcess('maxVariables', names.length, maxVariables, message, operation?.variableDefinitions ?? []);
  }
  for (const name of names) {
    const depth = depthOf(variables[name], maxVariableDepth);
    if (depth <= maxVariableDepth) continue;
    const message = `$${name} has more than ${maxVariableDepth} levels of lists and objects inside each other. Send flatter input.`;
    const nodes = operation?.variableDefinitions?.filter(({ variable }) => variable.name.value === name) ?? [];
    return toExcess('maxVariableDepth', depth, maxVariableDepth, message, nodes);
  }
  const byteCount = Buffer.byteLength(JSON.stringify(variables));
  if (byteCount <= maxVariableBytes) return undefined;
  const message = `The variables have ${byteCount} bytes, ${maxVariableBytes} are allowed. Send less at once, in several requests.`;
  return toExcess('maxVariableBytes', byteCount, maxVariableBytes, message, []);
}

function toExcess(
  setting: keyof VariableLimits,
  found: number,
  max: number,
  message: string,
  nodes: readonly ASTNode[],
): Excess {
  return { code: 'MAX_VARIABLES', setting, found, max, message, nodes };
}

/** Levels of lists and objects, at most one more than `maxDepth`; 0 for a value that is neither. */
function depthOf(value: unknown, maxDepth: number): number {
  if (!isContainer(value)) return 0;
  let depth = 0;
  for (let level: object[] = [value]; level.length > 0; depth += 1) {
    if (depth > maxDepth) return depth;
    level = level.flatMap((container) => Object.values(container).filter(isContainer));
  }
  return depth;
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
