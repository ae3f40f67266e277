/** The types of one client's resolvers, by graphql-codegen. */
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as resolvers from '@graphql-codegen/typescript-resolvers';
import { CodegenError } from '../codegen-error.ts';
import type { Sdl } from './read-sdl.ts';
import { toScalarTypes } from './scalar-types.ts';

/**
 * Source of `resolvers.ts`.
 * @param mappers GraphQL type name → name of a type that `../mappers.ts` exports
 */
export async function writeResolvers(sdl: Sdl, mappers: ReadonlyMap<string, string>): Promise<string> {
  const strangers = [...mappers].filter(([type]) => !sdl.schema.getType(type));
  if (strangers.length > 0) {
    throw new CodegenError(
      strangers.map(([type, mapper]) => `${sdl.source}: mappers.ts exports ${mapper}, but there is no type ${type}.`),
    );
  }
  const text = await codegen({
    filename: 'resolvers.ts',
    schema: sdl.document,
    schemaAst: sdl.schema,
    documents: [],
    plugins: [{ typescript: {} }, { resolvers: {} }],
    pluginMap: { typescript, resolvers },
    config: {
      useTypeImports: true,
      enumsAsConst: true,
      strictScalars: true,
      scalars: toScalarTypes(sdl.schema, sdl.source),
      namingConvention: { enumValues: 'keep' },
      emitLegacyCommonJSImports: false,
      skipTypename: true,
      contextType: '@facet/core#ResolverContext',
      mappers: Object.fromEntries([...mappers].map(([type, mapper]) => [type, `../mappers.ts#${mapper}`])),
    },
  });
  return `${allowExtensions(text)
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

const WITH_RESOLVE = /(export type ResolverWithResolve<[^>]*> = \{\n)/;

/** Fields made by `load`, `call` and `from` carry their binding in `extensions`, which the plugin's type does not know. */
function allowExtensions(text: string): string {
  if (!WITH_RESOLVE.test(text)) {
    throw new Error(
      '@graphql-codegen/typescript-resolvers no longer writes ResolverWithResolve: adapt allowExtensions.',
    );
  }
  return text.replace(WITH_RESOLVE, '$1  extensions?: object;\n');
}
