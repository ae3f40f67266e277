/** Finds out at start whether `@listSize` fits the field it is on, so that a typing mistake is no hole. */
import {
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isObjectType,
} from 'graphql';
import type { ListSize } from './cost-weights.ts';

/** What is wrong with it, each as the rest of a sentence that begins with `@listSize`. */
export function findListSizeProblems(field: GraphQLField<unknown, unknown>, listSize: ListSize): string[] {
  const { assumedSize, slicingArguments, sizedFields } = listSize;
  const problems: string[] = [];
  if (typeof assumedSize === 'number' && assumedSize < 0) problems.push('assumes fewer than 0 items');
  for (const path of slicingArguments ?? []) {
    if (!isSizeType(typeAt(field, path.split('.')))) {
      problems.push(`slices by the argument "${path}", which is no Int, and no list, of this field`);
    }
  }
  const type = getNamedType(field.type);
  const below = isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
  for (const name of sizedFields ?? []) {
    const sized = below[name];
    if (sized === undefined || !isListType(getNullableType(sized.type))) {
      problems.push(`sizes the field "${name}", which is no list of ${type.name}`);
    }
  }
  if ((sizedFields ?? []).length === 0 && !isListType(getNullableType(field.type))) {
    problems.push('is on a field that brings no list: name the lists of its type in sizedFields');
  }
  return problems;
}

function typeAt(field: GraphQLField<unknown, unknown>, path: readonly string[]): GraphQLInputType | undefined {
  const [name, ...rest] = path;
  let type = field.args.find((arg) => arg.name === name)?.type;
  for (const part of rest) {
    const named = type === undefined ? undefined : getNullableType(type);
    type = isInputObjectType(named) ? named.getFields()[part]?.type : undefined;
  }
  return type;
}

function isSizeType(type: GraphQLInputType | undefined): boolean {
  if (type === undefined) return false;
  const nullable = getNullableType(type);
  return isListType(nullable) || ('name' in nullable && nullable.name === 'Int');
}
