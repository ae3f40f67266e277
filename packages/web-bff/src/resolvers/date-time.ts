/** The scalar DateTime: RFC 3339 text, checked and passed on as it is. */
import { GraphQLError, type GraphQLScalarType, Kind, type ValueNode } from 'graphql';

const pattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

function toDateTime(value: unknown): string {
  if (typeof value === 'string' && pattern.test(value) && !Number.isNaN(Date.parse(value))) return value;
  throw new GraphQLError('DateTime is a moment as RFC 3339 text, for example 2026-03-01T09:30:00Z.');
}

function fromLiteral(node: ValueNode): string {
  return toDateTime(node.kind === Kind.STRING ? node.value : null);
}

/** Only how values are read and written: a whole scalar type would replace the description that the SDL gives it. */
export const DateTime = {
  serialize: toDateTime,
  parseValue: toDateTime,
  parseLiteral: fromLiteral,
} as GraphQLScalarType<string, string>;
