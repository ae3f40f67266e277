/** What custom scalars are in TypeScript: how resolvers return them and receive them. */
import { type GraphQLSchema, isScalarType, isSpecifiedScalarType } from 'graphql';
import { CodegenError } from '../codegen-error.ts';

const SCALARS: Readonly<Record<string, string>> = {
  BigInt: 'bigint',
  CountryCode: 'string',
  CurrencyCode: 'string',
  Cursor: 'string',
  Date: 'string',
  DateTime: 'string',
  Duration: 'string',
  EmailAddress: 'string',
  JSON: 'unknown',
  LanguageTag: 'string',
  Locale: 'string',
  NonNegativeFloat: 'number',
  NonNegativeInt: 'number',
  PhoneNumber: 'string',
  PositiveInt: 'number',
  PostalCode: 'string',
  Time: 'string',
  URI: 'string',
  URL: 'string',
  UUID: 'string',
};

/** The schema's custom scalars with their types. Throws CodegenError where one has none. */
export function toScalarTypes(schema: GraphQLSchema, source: string): Record<string, string> {
  const names = Object.values(schema.getTypeMap())
    .filter((type) => isScalarType(type) && !isSpecifiedScalarType(type))
    .map((type) => type.name);
  const unknown = names.filter((name) => !Object.hasOwn(SCALARS, name));
  if (unknown.length === 0) return Object.fromEntries(names.map((name) => [name, SCALARS[name] ?? 'unknown']));
  throw new CodegenError(
    unknown.map(
      (name) =>
        `${source}: nothing says what scalar ${name} is in TypeScript. Add it to packages/codegen/src/sdl/scalar-types.ts.`,
    ),
  );
}
