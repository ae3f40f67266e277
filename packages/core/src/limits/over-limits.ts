/** Texts and variables beyond one limit each, and nothing else too much: with them, the limits are tried. */
import type { GraphQLSchema } from 'graphql';
import type { VariableLimits } from './variables-size.ts';

/** Fewer than anything but the guard that is tried would mind. */
const maxCount = 1_000;
/** Of fragments inside each other. */
const maxLevels = 100;
/** Of variables together. */
const maxBytes = 100_000;

type Variables = Readonly<Record<string, unknown>>;

/** All of them in one list of one argument: what is valid otherwise has nothing to do with their number. */
export function toManyTokens(maxTokens: number): string | undefined {
  return maxTokens > 10 * maxCount ? undefined : `{ selfProbe(of: [${' 0'.repeat(maxTokens)}]) }`;
}

export function toManyAliases(maxAliases: number): string | undefined {
  if (maxAliases >= maxCount) return undefined;
  return `{ ${Array.from({ length: maxAliases + 1 }, (_, index) => `a${index}: __typename`).join(' ')} }`;
}

/** One fragment over and over: fields that become one are compared with each other, which takes its time. */
export function toManyRootFields(schema: GraphQLSchema, maxRootFields: number): string | undefined {
  const root = schema.getQueryType();
  if (!root || maxRootFields >= maxCount) return undefined;
  return `{${' ...f'.repeat(maxRootFields + 1)} } fragment f on ${root.name} { __typename }`;
}

/** Each stands once at each place, and further fields would be too many: two for each fragment in a fragment. */
export function toManyDirectives(maxDirectives: number): string | undefined {
  const levels = Math.floor(maxDirectives / 2) + 1;
  if (levels > maxLevels) return undefined;
  return `{${' ... @include(if: true) @skip(if: false) {'.repeat(levels)} __typename${' }'.repeat(levels)} }`;
}

/** Names of guards. */
export type VariableGuard = 'max-variables' | 'max-variable-depth' | 'max-variable-bytes';

/** By the guard that refuses them; `undefined` where they are over another limit, too, or over `mostBytes`. */
export function toManyVariables(
  { maxVariables, maxVariableDepth, maxVariableBytes }: VariableLimits,
  mostBytes: number,
): Readonly<Record<VariableGuard, Variables | undefined>> {
  const within = (bytes: number, variables: Variables) => (sizeOf(variables) <= bytes ? variables : undefined);
  const isOneTaken = maxVariables > 0;
  const roomBytes = Math.min(mostBytes, maxVariableBytes);
  const areFew = maxVariables < maxCount;
  const isFlat = isOneTaken && maxVariableDepth < maxCount;
  const isShort = isOneTaken && maxVariableBytes <= maxBytes;
  return {
    'max-variables': areFew ? within(roomBytes, toNumbers(maxVariables + 1)) : undefined,
    'max-variable-depth': isFlat ? within(roomBytes, toDeep(maxVariableDepth)) : undefined,
    'max-variable-bytes': isShort ? within(mostBytes, { a: 'a'.repeat(maxVariableBytes) }) : undefined,
  };
}

function toNumbers(count: number): Variables {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`a${index}`, 0]));
}

function toDeep(levels: number): Variables {
  let value: unknown = [];
  for (let level = 0; level < levels; level += 1) value = [value];
  return { a: value };
}

function sizeOf(variables: Variables): number {
  return Buffer.byteLength(JSON.stringify(variables));
}
