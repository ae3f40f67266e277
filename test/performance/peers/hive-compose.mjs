/** How Hive Gateway's supergraph is made of the upstream's OpenAPI: users of posts are one batched call. */
import { defineConfig } from '@graphql-mesh/compose-cli';
import { loadOpenAPISubgraph } from '@omnigraph/openapi';

const source = new URL('hive-openapi.yaml', import.meta.url).pathname;
const join =
  '@resolveTo(sourceName: "api", sourceTypeName: "Query", sourceFieldName: "users", keyField: "userId", keysArg: "ids")';

export const composeConfig = defineConfig({
  subgraphs: [{ sourceHandler: loadOpenAPISubgraph('api', { source, endpoint: process.env.UPSTREAM }) }],
  additionalTypeDefs: `extend type Post { user: User ${join} }`,
});
