/** Leaf types of generated schemas: an enum with internal values and a scalar that does everything a scalar may. */
import {
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  type GraphQLLeafType,
  GraphQLScalarType,
  GraphQLString,
  Kind,
  valueFromASTUntyped,
} from 'graphql';
import { chance, choose } from './chance.ts';

const blue = { shade: 'blue' };
const color = new GraphQLEnumType({
  name: 'Color',
  values: { RED: { value: 0 }, GREEN: { value: 'g' }, BLUE: { value: blue }, NONE: { value: null }, PLAIN: {} },
});

/** Serializes most things as they are; some texts throw, vanish or become other kinds of value. */
const odd = new GraphQLScalarType<unknown>({
  name: 'Odd',
  serialize(value) {
    if (value === 'throws') throw new Error('Odd cannot serialize');
    if (value === 'undefined') return undefined;
    if (value === 'null') return null;
    if (typeof value === 'object' && value !== null && 'parsed' in value) return 'parsed';
    if (value === 'NaN') return Number.NaN;
    return value === 'object' ? { nested: [1, undefined, { deep: true }] } : value;
  },
  parseValue(value) {
    if (value === 'bad') throw new TypeError('Odd refuses this value');
    if (value === 'gone') return undefined;
    return { parsed: value };
  },
  parseLiteral(node, variables) {
    if (node.kind === Kind.ENUM) throw new TypeError('Odd refuses this literal');
    if (node.kind === Kind.FLOAT) return undefined;
    return { literal: valueFromASTUntyped(node, variables) };
  },
});

/** Leaf types in the order in which specs choose them. */
export const leafTypes: readonly GraphQLLeafType[] = [
  GraphQLString,
  GraphQLInt,
  GraphQLBoolean,
  GraphQLID,
  GraphQLFloat,
  color,
  odd,
];

/** A value that a resolver returns for a leaf; `text` is what it would like to tell. */
export function leafValue(type: GraphQLLeafType, seed: string, text: string): unknown {
  const roll = chance(seed);
  switch (type.name) {
    case 'Int':
      return roll % 100;
    case 'Boolean':
      return roll % 2 === 0;
    case 'Float':
      return roll % 40 === 0 ? Number.NaN : (roll % 100) / 8;
    case 'Color':
      return choose(seed, [0, 'g', blue, 'PLAIN', 0, 'g', blue, 'PLAIN', 'mauve']);
    case 'Odd':
      return choose(seed, [text, text, text, 7, 'object', false, 'throws', 'undefined', 'null', 'NaN']);
    default:
      return text;
  }
}

/** Literals of a leaf in a document; the last is no literal of it. */
export const leafLiterals: Readonly<Record<string, readonly string[]>> = {
  String: ['"s"', '""', '"""block"""', '1'],
  Int: ['0', '-3', '12', '1.5'],
  Boolean: ['true', 'false', 'true', '"true"'],
  ID: ['"i"', '7', '"0"', 'true'],
  Float: ['1.5', '2', '-0.0', '"1.5"'],
  Color: ['RED', 'GREEN', 'BLUE', 'MAUVE'],
  Odd: ['"o"', '{a: [1, "b"]}', '3', 'REFUSED'],
};

/** JSON of a leaf in variables; the last is refused. */
export const leafInputs: Readonly<Record<string, readonly unknown[]>> = {
  String: ['s', '', 'é', 1],
  Int: [0, -3, 12, '12'],
  Boolean: [true, false, true, 'yes'],
  ID: ['i', 7, '0', true],
  Float: [1.5, 2, -0, '1.5'],
  Color: ['RED', 'GREEN', 'NONE', 'MAUVE'],
  Odd: ['o', { a: [1, 'b'] }, 'gone', 'bad'],
};

/** Internal values of a leaf, for defaults in the schema. */
export const leafDefaults: Readonly<Record<string, readonly unknown[]>> = {
  String: ['default', ''],
  Int: [1, 0],
  Boolean: [false, true],
  ID: ['id', '1'],
  Float: [0.5, 1],
  Color: [blue, 0],
  Odd: [{ parsed: 'default' }, 'raw'],
};
