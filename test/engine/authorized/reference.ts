/** What an operation may answer to a caller, worked out object by object and as plainly as it can be said. */
import { type DocumentNode, Kind, type SelectionNode, type SelectionSetNode } from 'graphql';
import { keyOf, leafNames, possibleTypes, type ShopSpec, type Thing, valueAt } from './shop-spec.ts';

export interface Caller {
  readonly account: string | null;
  readonly scopes: readonly string[];
}
export interface Expected {
  readonly data: unknown;
  /** `path code` of all errors that may be told; where one takes a parent back, others in it need not be. */
  readonly errors: readonly string[];
  /** Keys that may be asked for. */
  readonly calls: ReadonlySet<string>;
}

/** `null` in a place that may not be null. */
const lost = Symbol('lost');

interface Work {
  readonly spec: ShopSpec;
  readonly caller: Caller | null;
  readonly errors: string[];
  readonly calls: Set<string>;
}

export function toExpected(spec: ShopSpec, document: DocumentNode, caller: Caller | null): Expected {
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw new Error('no operation');
  const work: Work = { spec, caller, errors: [], calls: new Set() };
  const type = operation.operation === 'mutation' ? 'Mutation' : 'Query';
  const data = answerObject(work, type, { id: 'root' } as Thing, [operation.selectionSet], []);
  return { data: data === lost ? null : data, errors: work.errors, calls: work.calls };
}

type Path = readonly (string | number)[];
type Fields = Map<string, { readonly name: string; readonly sets: SelectionSetNode[] }>;

function answerObject(work: Work, type: string, thing: Thing, sets: readonly SelectionSetNode[], path: Path): unknown {
  const fields: Fields = new Map();
  for (const { selections } of sets) collect(work.spec, type, selections, fields);
  const entries = [...fields].map(([key, { name, sets: below }]) => {
    return [key, answerField(work, type, thing, name, below, [...path, key])] as const;
  });
  return entries.some(([, value]) => value === lost) ? lost : Object.fromEntries(entries);
}

function collect(spec: ShopSpec, type: string, selections: readonly SelectionNode[], fields: Fields): void {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      const key = (selection.alias ?? selection.name).value;
      const known = fields.get(key) ?? { name: selection.name.value, sets: [] };
      if (selection.selectionSet !== undefined) known.sets.push(selection.selectionSet);
      fields.set(key, known);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      const on = selection.typeCondition?.name.value;
      if (on === undefined || possibleTypes(spec, on).includes(type)) {
        collect(spec, type, selection.selectionSet.selections, fields);
      }
    }
  }
}

function answerField(
  work: Work,
  type: string,
  thing: Thing,
  name: string,
  sets: readonly SelectionSetNode[],
  path: Path,
): unknown {
  if (name === '__typename') return type;
  const { spec } = work;
  const output = spec.typeOf[name] ?? 'String';
  const refusal = refusalBy(work, [...demandsOfField(spec, type, name), ...demandsOfType(spec, bare(output))]);
  if (refusal !== undefined) return refuse(work, output, path, refusal);
  if ((leafNames as readonly string[]).includes(name)) return thing[name as 'l0'] ?? null;
  const key = keyOf(spec, thing.id, name);
  work.calls.add(key);
  return complete(work, output, valueAt(spec, key, output), sets, path);
}

function complete(work: Work, type: string, value: unknown, sets: readonly SelectionSetNode[], path: Path): unknown {
  if (value === null) return type.endsWith('!') ? refuse(work, type, path, 'NULL') : null;
  const nullable = type.replace(/!$/, '');
  if (nullable.startsWith('[')) {
    const items = (value as unknown[]).map((item, at) => {
      return complete(work, nullable.slice(1, -1), item, sets, [...path, at]);
    });
    if (!items.includes(lost)) return items;
    return type.endsWith('!') ? lost : null;
  }
  const thing = value as Thing;
  const refusal = refusalBy(work, demandsOfType(work.spec, thing.__typename)) ?? refusalOfOwner(work, thing);
  if (refusal === 'secret') return type.endsWith('!') ? refuse(work, type, path, 'UPSTREAM_INVALID_RESPONSE') : null;
  if (refusal !== undefined) return refuse(work, type, path, refusal);
  const answer = answerObject(work, thing.__typename, thing, sets, path);
  return answer === lost && !type.endsWith('!') ? null : answer;
}

function refuse({ errors }: Work, type: string, path: Path, code: string): unknown {
  errors.push(`${path.join('.')} ${code}`);
  return type.endsWith('!') ? lost : null;
}

const bare = (type: string) => type.replaceAll(/[[\]!]/g, '');

function demandsOfField(spec: ShopSpec, type: string, name: string): (readonly string[] | undefined)[] {
  const own = [type, ...(spec.interfacesOf[type] ?? [])].map((one) => spec.auth.get(`${one}.${name}`));
  return type === 'Query' || type === 'Mutation' ? [...own, spec.auth.get(type)] : own;
}

function demandsOfType(spec: ShopSpec, type: string): (readonly string[] | undefined)[] {
  return [type, ...(spec.interfacesOf[type] ?? [])].map((one) => spec.auth.get(one));
}

function refusalBy({ caller }: Work, demands: readonly (readonly string[] | undefined)[]): string | undefined {
  const scopes = demands.filter((demand) => demand !== undefined);
  if (scopes.length === 0) return undefined;
  if (caller === null) return 'UNAUTHENTICATED';
  return scopes.flat().every((scope) => caller.scopes.includes(scope)) ? undefined : 'FORBIDDEN';
}

function refusalOfOwner({ spec, caller }: Work, thing: Thing): string | undefined {
  const owner = spec.owners.get(thing.__typename);
  const account = caller?.account ?? null;
  if (owner === undefined || thing[owner.column] === account) return undefined;
  if (owner.isSecret) return 'secret';
  return account === null ? 'UNAUTHENTICATED' : 'FORBIDDEN';
}
