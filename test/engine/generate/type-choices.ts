/** Type checks (`isTypeOf`) and type choices (`resolveType`) of every kind, right and wrong. */
import { type GraphQLIsTypeOfFn, GraphQLObjectType, type GraphQLTypeResolver } from 'graphql';
import { chance, choose } from './chance.ts';
import { errorAt, type FailureMood } from './moods.ts';
import { handled, later, type Run } from './run.ts';
import type { typeChecks, typeChoices } from './schema-spec.ts';

interface Marked {
  readonly id?: unknown;
  readonly kind?: unknown;
}

const isSource = (value: unknown): value is Marked =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';
const kindOf = (value: unknown): unknown => (isSource(value) ? value.kind : undefined);
const idOf = (value: unknown): string => (isSource(value) ? String(value.id) : typeof value);

/** Whether something goes wrong with this value in this run. */
function strained(run: Run, what: string): boolean {
  return run.strain > 0 && chance(`${run.seed}${what}`) % (12 >> run.strain) === 0;
}

function errorOf(run: Run, what: string, mood: FailureMood = 'throw'): unknown {
  return errorAt({ run, locus: what }, mood);
}

/** `isTypeOf` of an object type; `{}` where it has none. */
export function toIsTypeOf(
  name: string,
  check: (typeof typeChecks)[number],
): { isTypeOf?: GraphQLIsTypeOfFn<unknown, Run> } {
  if (check === 'none') return {};
  return {
    isTypeOf: (value, run) => {
      const is = kindOf(value) === name;
      const what = `${name} check ${idOf(value)}`;
      if (check === 'async') return Promise.resolve(is);
      if (check === 'late') return later(run, () => is);
      if (check === 'sync' || !strained(run, what)) return is;
      if (check === 'sometimes') return false;
      if (check === 'rejects') return handled(Promise.reject(errorOf(run, what)));
      throw errorOf(run, what);
    },
  };
}

/** `resolveType` of an interface or union; `{}` leaves it to the execution's type resolver. */
export function toResolveType(choice: (typeof typeChoices)[number]): {
  resolveType?: GraphQLTypeResolver<unknown, Run>;
} {
  if (choice === 'default') return {};
  return {
    resolveType: (value, run) => {
      const name = kindOf(value) as string | undefined;
      if (choice === 'promise') return Promise.resolve(name);
      if (choice === 'late') return later(run, () => name);
      const what = `choice ${idOf(value)}`;
      return choice === 'broken' && strained(run, what) ? brokenChoice(run, what) : name;
    },
  };
}

function brokenChoice(run: Run, what: string): string | undefined {
  const names = ['Nowhere', 'String', 'Query', 'Mutation', 'Color', '', undefined, null, 7, {}, anObject];
  const roll = chance(`${what} broken`) % 4;
  if (roll === 0) throw errorOf(run, what);
  if (roll === 1) return handled(Promise.reject(errorOf(run, what))) as never;
  return choose(what, names) as string | undefined;
}

const anObject = new GraphQLObjectType({ name: 'Thing0', fields: {} });
