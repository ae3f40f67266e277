/** Random schemas that demand something of callers, documents for them, and what their services hold, each of a seed. */
import { chance, choose, happens } from '../generate/chance.ts';

export const objectNames = ['T0', 'T1', 'T2', 'T3'] as const;
export const interfaceNames = ['I0', 'I1'] as const;
export const leafNames = ['l0', 'l1'] as const;
export const nestedNames = ['o0', 'o1', 'b0', 'b1'] as const;
const fieldNames = [...leafNames, ...nestedNames];

export interface Owner {
  readonly column: 'accountId' | 'other';
  readonly isSecret: boolean;
}
/** Everything has every field, of the same type; what differs is what is demanded for it. */
export interface ShopSpec {
  readonly seed: string;
  /** Of `o0` and the like: names in lists and with `!`, as the SDL writes them. */
  readonly typeOf: Readonly<Record<string, string>>;
  /** Interfaces of each object. */
  readonly interfacesOf: Readonly<Record<string, readonly string[]>>;
  /** `T0` and `T0.o0` → scopes; of the root types, too. */
  readonly auth: ReadonlyMap<string, readonly string[]>;
  readonly owners: ReadonlyMap<string, Owner>;
}

const wrappers = ['X', 'X', 'X!', '[X]', '[X!]', '[X!]!', '[[X]!]', 'X', '[X]!'];
const scopeLists = [[], [], ['a'], ['b'], ['a', 'b']];
const union = ['T0', 'T1'];

export function toShopSpec(seed: string, rarity: number): ShopSpec {
  const named = [...objectNames, ...interfaceNames, 'U0'];
  const typeOf = Object.fromEntries(
    nestedNames.map((name) => {
      const wrapper = choose(`${seed} wrap ${name}`, wrappers);
      return [name, wrapper.replace('X', choose(`${seed} type ${name}`, named))];
    }),
  );
  const interfacesOf = Object.fromEntries(
    objectNames.map((name) => [name, interfaceNames.filter((face) => happens(`${seed} ${name} is ${face}`, 2))]),
  );
  // An interface that nobody implements has no value.
  for (const face of interfaceNames) interfacesOf.T3 = [...new Set([...(interfacesOf.T3 ?? []), face])];
  const owners: readonly string[] = [...objectNames, ...interfaceNames, 'Query', 'Mutation'];
  const places = owners.flatMap((name) => [name, ...fieldNames.map((field) => `${name}.${field}`)]);
  const guarded = places.filter((place) => happens(`${seed} auth ${place}`, place === 'Query' ? 4 * rarity : rarity));
  const owned = objectNames.filter((name) => happens(`${seed} owner ${name}`, 3));
  return {
    seed,
    typeOf,
    interfacesOf,
    auth: new Map(guarded.map((place) => [place, choose(`${seed} scopes ${place}`, scopeLists)])),
    owners: new Map(owned.map((name) => [name, toOwner(`${seed} ${name}`)])),
  };
}

function toOwner(seed: string): Owner {
  return {
    column: happens(`${seed} column`, 3) ? 'other' : 'accountId',
    isSecret: happens(`${seed} secret`, 2),
  };
}

/** Without what it demands. */
export function withoutDemands(spec: ShopSpec): ShopSpec {
  return { ...spec, auth: new Map(), owners: new Map() };
}

export function toSdl(spec: ShopSpec): string {
  const bodyOf = (name: string) =>
    [
      ...leafNames.map((field) => `${field}: String${toAuth(spec, `${name}.${field}`)}`),
      ...nestedNames.map((field) => `${field}: ${spec.typeOf[field]}${toAuth(spec, `${name}.${field}`)}`),
    ].join(' ');
  const objects = objectNames.map((name) => {
    const faces = spec.interfacesOf[name] ?? [];
    const implemented = faces.length === 0 ? '' : ` implements ${faces.join(' & ')}`;
    return `type ${name}${implemented}${toAuth(spec, name)}${toOwned(spec, name)} { ${bodyOf(name)} }`;
  });
  const faces = interfaceNames.map((name) => `interface ${name}${toAuth(spec, name)} { ${bodyOf(name)} }`);
  const roots = ['Query', 'Mutation'].map((name) => `type ${name}${toAuth(spec, name)} { ${bodyOf(name)} }`);
  return [...objects, ...faces, ...roots, `union U0 = ${union.join(' | ')}`].join('\n');
}

function toAuth({ auth }: ShopSpec, place: string): string {
  const scopes = auth.get(place);
  if (scopes === undefined) return '';
  return scopes.length === 0 ? ' @auth' : ` @auth(scopes: ${JSON.stringify(scopes)})`;
}

function toOwned({ owners }: ShopSpec, name: string): string {
  const owner = owners.get(name);
  if (owner === undefined) return '';
  const column = owner.column === 'accountId' ? '' : `column: "${owner.column}"`;
  const given = [column, owner.isSecret ? 'secret: true' : ''].filter(Boolean).join(', ');
  return given === '' ? ' @owner' : ` @owner(${given})`;
}

/** Object types that a value of this name may have. */
export function possibleTypes(spec: ShopSpec, name: string): readonly string[] {
  if (name === 'U0') return union;
  if (!name.startsWith('I')) return [name];
  return objectNames.filter((object) => spec.interfacesOf[object]?.includes(name));
}

/** Text of an operation. */
export function toDocument(spec: ShopSpec, seed: string): string {
  const root = happens(`${seed} mutation`, 4) ? 'Mutation' : 'Query';
  return `${root.toLowerCase()} ${selections(spec, root, `${seed} doc`, 0)}`;
}

const nameOf = (type: string) => type.replaceAll(/[[\]!]/g, '');

function selections(spec: ShopSpec, parent: string, seed: string, depth: number): string {
  const count = 1 + (chance(`${seed} count`) % 3);
  const parts = Array.from({ length: count }, (_, at) => selection(spec, parent, `${seed}.${at}`, depth));
  return `{ ${parts.join(' ')} }`;
}

function selection(spec: ShopSpec, parent: string, seed: string, depth: number): string {
  const roll = chance(`${seed} kind`) % 8;
  if (roll === 0) return '__typename';
  const isAbstract = parent.startsWith('I') || parent === 'U0';
  if (parent === 'U0' || (isAbstract && roll < 4)) {
    const on = choose(`${seed} on`, possibleTypes(spec, parent));
    return `... on ${on} ${selections(spec, on, seed, depth)}`;
  }
  const alias = `x${chance(`${seed} alias`) % 1_000_000}: `;
  if (roll < 4 || depth > 3) return `${alias}${choose(`${seed} leaf`, leafNames)}`;
  const field = choose(`${seed} field`, nestedNames);
  return `${alias}${field} ${selections(spec, nameOf(spec.typeOf[field] ?? ''), seed, depth + 1)}`;
}

export interface Thing {
  readonly __typename: string;
  readonly id: string;
  readonly accountId: string;
  readonly other: string;
  readonly l0: string;
  readonly l1: string;
}

/** What a service holds under a key, for a type as the SDL writes it. */
export function valueAt(spec: ShopSpec, key: string, type: string): unknown {
  const seed = `${spec.seed} value ${key}`;
  if (type.endsWith('!')) return filled(spec, key, type.slice(0, -1));
  return happens(`${seed} null`, 9) ? null : filled(spec, key, type);
}

function filled(spec: ShopSpec, key: string, type: string): unknown {
  const seed = `${spec.seed} value ${key}`;
  if (type.startsWith('[')) {
    const item = type.slice(1, -1);
    return Array.from({ length: chance(`${seed} length`) % 3 }, (_, at) => valueAt(spec, `${key}-${at}`, item));
  }
  const __typename = choose(`${seed} type`, possibleTypes(spec, type));
  const [accountId, other] = ['accountId', 'other'].map((column) => choose(`${seed} ${column}`, ['me', 'me', 'you']));
  const about = `${key} of ${__typename}, ${accountId}, ${other}`;
  return { __typename, id: key, accountId, other, l0: `0 ${about}`, l1: `1 ${about}` };
}

/** Under which key a field's value is; many objects share those of `b0` and `b1`. */
export function keyOf(spec: ShopSpec, id: string, field: string): string {
  if (!field.startsWith('b')) return `${id}/${field}`;
  return `${field}:${chance(`${spec.seed} ${id} ${field}`) % 5}`;
}
