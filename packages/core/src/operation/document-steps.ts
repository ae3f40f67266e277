/** Fields that a document can be made of by whoever knows nothing but the schema. */
import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isScalarType,
} from 'graphql';

export type Composite = GraphQLObjectType | GraphQLInterfaceType;
export type Field = GraphQLField<unknown, unknown>;

/** A field with what it cannot do without, and where it leads. */
export interface Step {
  readonly text: string;
  readonly field: Field;
  readonly to: Composite;
}

/** All of a type that lead to fields; with `given`, arguments that are to be written beside those that must. */
export function stepsOf(
  type: Composite,
  given: (field: Field) => Readonly<Record<string, string>> = () => ({}),
): Step[] {
  return Object.values(type.getFields()).flatMap((field) => {
    const to = getNamedType(field.type);
    const text = isObjectType(to) || isInterfaceType(to) ? toText(field, given(field)) : undefined;
    return text === undefined ? [] : [{ text, field, to: to as Composite }];
  });
}

/** A query that goes these steps, and asks for nothing more; several of them under names of their own. */
export function toDocument(steps: readonly Pick<Step, 'text'>[], count = 1): string {
  const path = `${steps.map(({ text }) => text).join(' { ')} { __typename }${' }'.repeat(steps.length - 1)}`;
  if (count === 1) return `{ ${path} }`;
  return `{ ${Array.from({ length: count }, (_, index) => `a${index}: ${path}`).join(' ')} }`;
}

/** A field with its arguments, those in `given` as they are; `undefined` where one that must be there cannot be guessed. */
export function toText({ name, args }: Field, given: Readonly<Record<string, string>>): string | undefined {
  const required = args.filter((arg) => isRequiredArgument(arg) && given[arg.name] === undefined);
  const guessed = required.map((arg) => [arg.name, toLiteral(arg.type)]);
  if (guessed.some(([, literal]) => literal === undefined)) return undefined;
  const list = [...guessed, ...Object.entries(given)].map(([argument, literal]) => `${argument}: ${literal}`);
  return list.length === 0 ? name : `${name}(${list.join(', ')})`;
}

const scalars: Readonly<Record<string, string>> = { ID: '"0"', String: '"0"', Int: '1', Float: '1', Boolean: 'true' };

/** Some value of a type; `undefined` for a scalar of which nobody here knows what it takes. */
export function toLiteral(type: GraphQLInputType): string | undefined {
  if (isNonNullType(type)) return toLiteral(type.ofType);
  if (isListType(type)) return '[]';
  if (isScalarType(type)) return scalars[type.name];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (!isInputObjectType(type)) return undefined;
  const fields = Object.values(type.getFields()).filter(isRequiredInputField);
  const given = fields.map((field) => [field.name, toLiteral(field.type)]);
  if (given.some(([, literal]) => literal === undefined)) return undefined;
  return `{ ${given.map(([name, literal]) => `${name}: ${literal}`).join(', ')} }`;
}
