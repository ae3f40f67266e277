/** Finds a document that asks for a longer page than is allowed: with it, the limit of pages is tried. */
import { GraphQLInt, type GraphQLSchema, getNullableType } from 'graphql';
import type { ArgumentsOf } from '../operation/near-document.ts';
import { readCostWeights } from './cost-weights.ts';

export interface OverPageOptions {
  readonly schema: GraphQLSchema;
  readonly maxPageSize: number;
  /** Makes a document of the schema. */
  readonly toDocument: (schema: GraphQLSchema, argumentsOf: ArgumentsOf) => string | undefined;
}

/** What an Int can be at most (GraphQL specification, 3.5.1). */
const maxInt = 2 ** 31 - 1;

/** A valid query over MAX_PAGE_SIZE; `undefined` where no number says how long a page shall be, or none can be too large. */
export function findOverPage({ schema, maxPageSize, toDocument }: OverPageOptions): string | undefined {
  if (maxPageSize >= maxInt) return undefined;
  const weights = readCostWeights(schema);
  return toDocument(schema, (field) => {
    const names = weights.ofField(field)?.listSize?.slicingArguments;
    const slicing = field.args.find(({ name, type }) => names?.includes(name) && getNullableType(type) === GraphQLInt);
    return slicing && { [slicing.name]: String(maxPageSize + 1) };
  });
}
