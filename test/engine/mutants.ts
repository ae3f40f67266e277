/** Executors that are wrong in one way each: the comparison must find every one of them. */
import {
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  GraphQLError,
  isAbstractType,
  Kind,
  type SelectionSetNode,
  visit,
} from 'graphql';
import type { Executor } from './compare/observe.ts';
import { withoutNonNull } from './compare/possible-errors.ts';
import { fieldsOf, objectTypesOf, withResolvers } from './patched-schema.ts';

/** Changes each result of graphql-js. */
function afterwards(change: (result: ExecutionResult, args: ExecutionArgs) => ExecutionResult): Executor {
  return (args) => {
    const result = execute(args);
    return 'then' in result ? result.then((settled) => change(settled, args)) : change(result, args);
  };
}

/** Changes each error of graphql-js's results. */
function onErrors(change: (error: GraphQLError) => Partial<GraphQLError>): Executor {
  return afterwards((result) => {
    if (result.errors === undefined) return result;
    const errors = result.errors.map((error) => {
      const { path, nodes, extensions, originalError } = { ...pick(error), ...change(error) };
      return new GraphQLError(error.message, { path, nodes, extensions, originalError } as never);
    });
    return { ...result, errors };
  });
}

const pick = ({ path, nodes, extensions, originalError }: GraphQLError) => ({ path, nodes, extensions, originalError });

function withoutErrors({ errors, ...result }: ExecutionResult, count: number): ExecutionResult {
  const rest = errors?.slice(count) ?? [];
  return rest.length > 0 ? { errors: rest, ...result } : result;
}

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).reverse();
  return Object.assign(Object.create(null), Object.fromEntries(entries.map(([name, part]) => [name, reversed(part)])));
}

/** Removes what stands behind the first of a selection's fields with one name. */
function firstOnly(set: SelectionSetNode): SelectionSetNode {
  const seen = new Set<string>();
  const selections = set.selections.filter((one) => {
    if (one.kind !== Kind.FIELD) return true;
    const name = one.alias?.value ?? one.name.value;
    return !seen.has(name) && seen.add(name);
  });
  return { ...set, selections };
}

const inResults: Record<string, Executor> = {
  'drops an error': afterwards((result) => withoutErrors(result, 1)),
  'reports an error twice': afterwards(({ errors, ...result }) =>
    errors === undefined ? result : { errors: [...errors, ...errors.slice(-1)], ...result },
  ),
  'turns keys around': afterwards((result) => ({ ...result, data: reversed(result.data) as never })),
  'adds empty errors': afterwards((result) => ({ errors: [], ...result })),
  'leaves out null data': afterwards(({ data, ...rest }) => (data === null ? rest : { ...rest, data: data as never })),
  'nulls everything on an error': afterwards((result) =>
    result.errors === undefined ? result : { ...result, data: null },
  ),
  'answers late': async (args) => execute(args),
  'loses indices of paths': onErrors(({ path }) => ({ path: path?.filter((key) => typeof key === 'string') ?? [] })),
  'tells one location only': onErrors(({ nodes }) => ({ nodes: nodes?.slice(0, 1) ?? [] })),
  'loses extensions': onErrors(() => ({ extensions: {} })),
  'loses what was thrown': onErrors(() => ({ originalError: new Error('lost') }) as never),
  'makes up a racer': afterwards((result) => {
    const [first, ...rest] = result.errors ?? [];
    if (first?.path === undefined) return result;
    return { ...result, errors: [new GraphQLError('made up', { path: [...first.path, 0] }), ...rest] };
  }),
};

const inSchemas: Record<string, Executor> = {
  'loses null propagation': (args) => {
    for (const field of fieldsOf(args.schema)) field.type = withoutNonNull(field.type);
    return execute(args);
  },
  'forgets default values': (args) => {
    for (const arg of fieldsOf(args.schema).flatMap(({ args }) => args)) arg.defaultValue = undefined;
    return execute(args);
  },
  'ignores isTypeOf': (args) => {
    for (const type of objectTypesOf(args.schema)) type.isTypeOf = undefined;
    return execute(args);
  },
  'ignores resolveType': (args) => {
    for (const type of Object.values(args.schema.getTypeMap())) if (isAbstractType(type)) type.resolveType = undefined;
    return execute(args);
  },
  'starts mutations together': (args) => {
    const [operation] = args.document.definitions as unknown as [{ operation: string }];
    const { operation: kind } = operation;
    const mutation = args.schema.getMutationType();
    if (kind !== 'mutation' || !mutation) return execute(args);
    args.schema.getRootType = () => mutation;
    operation.operation = 'query';
    try {
      return execute(args);
    } finally {
      operation.operation = kind;
    }
  },
};

const inCalls: Record<string, Executor> = {
  'shares arguments': withResolvers((resolve) => {
    const known = new Map<unknown, Record<string, unknown>>();
    return (source, args, run, info) => {
      const [node] = info.fieldNodes;
      if (!known.has(node)) known.set(node, args);
      return resolve(source, known.get(node) ?? args, run, info);
    };
  }),
  'shares info': withResolvers((resolve) => {
    const known = new Map<unknown, object>();
    return (source, args, run, info) => {
      const shared = known.get(info.parentType) ?? {};
      known.set(info.parentType, shared);
      return resolve(source, args, run, Object.assign(shared, info));
    };
  }),
  'hands info of another path': withResolvers((resolve) => (source, args, run, info) => {
    const path = { ...info.path, typename: undefined };
    return resolve(source, args, run, { ...info, path });
  }),
  'calls resolvers twice': withResolvers((resolve) => (source, args, run, info) => {
    if (info.fieldName === 'f0') resolve(source, { ...args }, run, { ...info });
    return resolve(source, args, run, info);
  }),
  'takes returned errors for values': withResolvers((resolve) => (source, args, run, info) => {
    const value = resolve(source, args, run, info);
    return value instanceof Error ? null : value;
  }),
  'takes thenables for values': withResolvers((resolve) => (source, args, run, info) => {
    const value = resolve(source, args, run, info) as { then?: unknown } | undefined;
    return typeof value?.then === 'function' && !(value instanceof Promise) ? {} : value;
  }),
  'iterates arrays only': withResolvers((resolve) => (source, args, run, info) => {
    const value = resolve(source, args, run, info);
    return typeof value === 'object' && value !== null && Symbol.iterator in value && !Array.isArray(value)
      ? []
      : value;
  }),
};

const inRequests: Record<string, Executor> = {
  'includes everything': (args) => execute({ ...args, document: visit(args.document, { Directive: () => null }) }),
  'merges no selections': (args) => execute({ ...args, document: visit(args.document, { SelectionSet: firstOnly }) }),
  'drops null variables': (args) => {
    const entries = Object.entries(args.variableValues ?? {}).filter(([, value]) => value !== null);
    return execute({ ...args, variableValues: Object.fromEntries(entries) });
  },
  'takes any operation': ({ operationName: _, ...args }) => execute(args),
};

/** By what is wrong with them. */
export const mutants: Readonly<Record<string, Executor>> = { ...inResults, ...inSchemas, ...inCalls, ...inRequests };
