/** Operations of a schema as nobody writes them by hand, and what those do with them who mean harm; each of a seed. */
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { chance, choose, happens } from '../engine/generate/chance.ts';

export interface RandomOperation {
  readonly query: string;
  /** JSON, as it is sent. */
  readonly variables: string;
}

const wildNames = ['constructor', 'toString', 'hasOwnProperty', '__proto__', '__typename', 'prototype', 'F'];
const wildLiterals = [
  'null',
  '-1',
  '99999999999',
  '1e400',
  '""',
  '"\\u0000"',
  '"""x"""',
  '{}',
  '[]',
  '[[1]]',
  'TRUE',
  '$v',
  '$nope',
];
const wildValues = [
  'null',
  '1e999',
  '""',
  '"\\ud800"',
  '{"__proto__":{"x":1},"constructor":1}',
  `[${'1,'.repeat(9_000)}1]`,
  `${'['.repeat(3_000)}${']'.repeat(3_000)}`,
  `"${'x'.repeat(40_000)}"`,
];

const times = (count: number, one: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => one(at)).join(' ');

export function toRandomOperation(schema: GraphQLSchema, seed: string): RandomOperation {
  // Half of them are as good as they can be, so that they are executed.
  const isGood = happens(`${seed} good`, 2);
  const isMutation = happens(`${seed} mutation`, 6);
  const root = (isMutation ? schema.getMutationType() : schema.getQueryType()) as GraphQLNamedType;
  const fragments: string[] = [];
  const selection = toSelection({ schema, fragments, isGood }, root, seed, 0);
  const type = choose(`${seed} type`, ['ID!', 'Int! = 3', '[ID!]', 'String = $v', 'Boolean!', 'Nope']);
  const name = isGood ? '' : choose(`${seed} head`, ['', ' Q', ` Q($v: ${type})`]);
  const written = { head: `${isMutation ? 'mutation' : 'query'}${name}`, selection, root: root.name, seed };
  const harm = isGood ? whole : choose(`${seed} harm`, harms);
  const query = harm({ ...written, fragments: fragments.join(' ') });
  const value = choose(`${seed} value`, ['"x"', '3', 'true', ...wildValues]);
  return { query, variables: happens(`${seed} given`, 3) ? '{}' : `{"v":${value}}` };
}

interface Making {
  readonly schema: GraphQLSchema;
  readonly fragments: string[];
  readonly isGood: boolean;
}

function toSelection(making: Making, type: GraphQLNamedType, seed: string, depth: number): string {
  const text = `{ ${toParts(making, type, seed, depth).join(' ')} }`;
  if (!happens(`${seed} apart`, 5)) return text;
  const isWild = !making.isGood && happens(`${seed} wild`, 3);
  const name = isWild ? choose(`${seed} name`, wildNames) : `F${chance(seed)}`;
  making.fragments.push(`fragment ${name} on ${type.name} ${text}`);
  return `{ ...${name} ...${name} }`;
}

function toParts(making: Making, type: GraphQLNamedType, seed: string, depth: number): readonly string[] {
  if (isAbstractType(type)) {
    const one = choose(`${seed} of`, making.schema.getPossibleTypes(type));
    return [`... on ${one.name} ${toSelection(making, one, `${seed} on`, depth + 1)}`];
  }
  const all = isObjectType(type) ? Object.values(type.getFields()) : [];
  const maxDepth = making.isGood ? 4 : 8;
  const fields = depth < maxDepth ? all : all.filter((field) => isLeafType(getNamedType(field.type)));
  const count = 1 + (chance(`${seed} count`) % 3);
  const chosen = Array.from({ length: count }, (_, at) => chance(`${seed}.${at}`) % (fields.length + 1));
  // Of the same field with other arguments, nobody knows which is meant.
  const places = making.isGood ? [...new Set(chosen)] : chosen;
  return places.map((place) => {
    const field = fields[place];
    return field === undefined ? '__typename' : toField(making, field, `${seed} ${field.name}`, depth);
  });
}

function toField(making: Making, field: GraphQLField<unknown, unknown>, seed: string, depth: number): string {
  const named = getNamedType(field.type);
  const below = isLeafType(named) ? '' : ` ${toSelection(making, named, seed, depth + 1)}`;
  const given = toArguments(field, seed, making.isGood);
  if (making.isGood) return `${field.name}${given}${below}`;
  const alias = happens(`${seed} alias`, 5) ? `${choose(`${seed} as`, ['a', 'b', 'constructor', '__proto__'])}: ` : '';
  const conditions = [' @skip(if: false)', ' @include(if: $v)', ' @nope'];
  return `${alias}${field.name}${given}${happens(`${seed} if`, 8) ? choose(`${seed} which`, conditions) : ''}${below}`;
}

function toArguments({ args }: GraphQLField<unknown, unknown>, seed: string, isGood: boolean): string {
  const given = args.filter((arg) => isNonNullType(arg.type) || happens(`${seed} ${arg.name}`, 3));
  return given.length === 0 ? '' : `(${given.map((arg) => toArgument(arg, `${seed} ${arg.name}`, isGood)).join(', ')})`;
}

function toArgument({ name, type }: GraphQLArgument, seed: string, isGood: boolean): string {
  return `${name}: ${!isGood && happens(`${seed} wild`, 8) ? choose(seed, wildLiterals) : toLiteral(type, seed, 0)}`;
}

function toLiteral(type: GraphQLInputType, seed: string, depth: number): string {
  if (isNonNullType(type)) return toLiteral(type.ofType, seed, depth);
  if (isListType(type)) return `[${times(chance(seed) % 4, (at) => toLiteral(type.ofType, `${seed}.${at}`, depth))}]`;
  if (isEnumType(type)) return choose(seed, type.getValues()).name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(
      (field) => isNonNullType(field.type) || (depth < 2 && happens(`${seed} ${field.name}`, 3)),
    );
    return `{ ${fields.map((field) => `${field.name}: ${toLiteral(field.type, `${seed} ${field.name}`, depth + 1)}`).join(', ')} }`;
  }
  const literals: Record<string, readonly string[]> = {
    Int: ['1', '7', '50', '101', '-3'],
    Float: ['1.5', '2'],
    Boolean: ['true'],
  };
  return choose(
    seed,
    literals[type.name] ?? ['"lamp"', '"prd-0001"', '"UHJvZHVjdDpwcmQtMDAwMQ"', '"ord-9"', '"de-DE"'],
  );
}

interface Written {
  readonly head: string;
  readonly selection: string;
  readonly fragments: string;
  readonly root: string;
  readonly seed: string;
}
type Harm = (written: Written) => string;

const inner = ({ selection }: Written) => selection.slice(1, -1);
const whole: Harm = ({ head, selection, fragments }) => `${head} ${selection} ${fragments}`;
const size = ({ seed }: Written, max: number) => 1 + (chance(`${seed} size`) % max);

/** Most documents are left as they are. */
const harms: readonly Harm[] = [
  ...[whole, whole, whole, whole, whole, whole],
  // Cut off, and with something between.
  (written) => whole(written).slice(0, size(written, whole(written).length)),
  (written) => {
    const [text, at] = [whole(written), size(written, whole(written).length)];
    return (
      text.slice(0, at) +
      choose(`${written.seed} between`, ['}', '{', '"', '...', '$', '@skip', '\u0000', '#']) +
      text.slice(at)
    );
  },
  // Fragments that double, and that go in circles.
  (written) => {
    const [{ head, root }, levels] = [written, size(written, 40)];
    const doubled = times(levels, (at) => `fragment D${at} on ${root} { ...D${at + 1} ...D${at + 1} }`);
    return `${head} { ...D0 } ${doubled} fragment D${levels} on ${root} {${inner(written)}} ${written.fragments}`;
  },
  (written) => {
    const [{ head, root }, length] = [written, size(written, 30)];
    return `${head} { ...C0 } ${times(length, (at) => `fragment C${at} on ${root} { ...C${(at + 1) % length} ${inner(written)} }`)}`;
  },
  // Floods.
  (written) =>
    `${written.head} { ${times(size(written, 200), (at) => `z${at}: __typename`)} ${inner(written)} } ${written.fragments}`,
  (written) =>
    `${written.head} ${'@skip(if: false) '.repeat(size(written, 150))} ${written.selection} ${written.fragments}`,
  (written) => `${written.head} { ${`${inner(written)} `.repeat(size(written, 30))} } ${written.fragments}`,
  (written) => `${written.head} { ${times(size(written, 400), (at) => `nope${at}`)} }`,
  (written) => `${whole(written)} ${times(size(written, 90), (at) => `query Z${at} { __typename }`)}`,
  (written) => `${'# x\n'.repeat(size(written, 9_000))}${whole(written)}`,
  // Nested without end.
  (written) =>
    `${written.head} { ${'... { '.repeat(size(written, 400))}${inner(written)}${' }'.repeat(size(written, 400))} } ${written.fragments}`,
  (written) => `{ x(a: ${'['.repeat(size(written, 900))}${']'.repeat(size(written, 900))}) }`,
  (written) =>
    `{ __type(name: "Query") { ${'fields { type { '.repeat(size(written, 90))}name${' } }'.repeat(size(written, 90))} } }`,
  // Names that objects have of their own.
  ({ selection, fragments, seed }) => `query ${choose(`${seed} wild`, wildNames)} ${selection} ${fragments}`,
];
