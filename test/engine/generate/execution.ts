/** The arguments of one execution besides schema and document: root value, variables, operation name, resolvers. */
import {
  defaultFieldResolver,
  defaultTypeResolver,
  type GraphQLFieldResolver,
  type GraphQLTypeResolver,
} from 'graphql';
import { chance, choose } from './chance.ts';
import { pathText } from './digest.ts';
import type { ExecutionSpec } from './document-spec.ts';
import { toJson } from './input-types.ts';
import type { PrintedDocument } from './print-document.ts';
import type { Run } from './run.ts';
import type { Values } from './values.ts';

const rootTypes = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' } as const;

/** Mostly an object with the root type's properties; sometimes nothing at all. */
export function toRootValue(values: Values, printed: PrintedDocument, { root }: ExecutionSpec, run: Run): unknown {
  if (root === 1) return undefined;
  return root === 2 ? 'a text' : values.objectOf(run, rootTypes[printed.operationType], 'root');
}

/** Values of the variables; with more strain more of them are missing, null, or misfits. */
export function toVariables(printed: PrintedDocument, { seed, variables }: ExecutionSpec): Record<string, unknown> {
  const given: Record<string, unknown> = {};
  for (const [name, { type, declaration }] of printed.variables) {
    const key = `${seed} variable ${name}`;
    const optional = declaration.includes('=') || !declaration.endsWith('!');
    const roll = chance(key) % 12;
    if (optional ? roll < 3 : variables > 2 && roll === 0) continue;
    given[name] = variables > 2 && roll === 4 ? null : toJson(type, key, variables);
  }
  if (chance(`${seed} extra`) % 8 === 0) given.nobodyAsked = true;
  return given;
}

/** As the document needs it; or a name that fits, is wrong, null, or empty. */
export function toOperationName(printed: PrintedDocument, execution: ExecutionSpec): string | null | undefined {
  if (execution.operationName === 0) return printed.text.includes('query Other0') ? 'Main' : undefined;
  return choose(`${execution.operationName}`, ['Main', 'Wrong', null, 'Other0', '', printed.operationName]);
}

/** Does what the default does, and is seen doing it. */
export const fieldResolver: GraphQLFieldResolver<unknown, Run> = (source, args, run, info) => {
  run.calls.push(`${pathText(info.path)} by default`);
  return defaultFieldResolver(source, args, run, info);
};

/** Knows kinds; for the rest it asks the default. */
export const typeResolver: GraphQLTypeResolver<unknown, Run> = (value, run, info, abstractType) => {
  const kind = (value as { kind?: unknown } | null)?.kind;
  if (typeof kind === 'string' && chance(`${run.seed} type ${pathText(info.path)}`) % 2 === 0) return kind;
  return defaultTypeResolver(value, run, info, abstractType);
};
