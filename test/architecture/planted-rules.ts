/** One planted violation per dependency rule, with the nearest legal code beside it. */
export interface PlantedRule {
  rule: string;
  refused: Record<string, string>;
  allowed: Record<string, string>;
  /** Part of the message that the offender must see. */
  message: string;
}

const take = (module: string) => `import { value } from '${module}';\nexport const taken = value;`;
const takeType = (module: string) => `import type { Value } from '${module}';\nexport type Taken = Value;`;

const packageRules: PlantedRule[] = [
  {
    rule: 'a package is entered by its door',
    refused: {
      'packages/web-bff/src/deep.ts': take('@facet/sources/src/clients.ts'),
      'packages/web-bff/src/beside.ts': take('../../sources/src/clients.ts'),
      'packages/web-bff/src/generated-code.ts': take('../../sources/generated/catalog.ts'),
      'test/integration/deep.ts': take('../../packages/core/src/create-bff.ts'),
      'packages/dev-env/src/test-door.ts': take('@facet/domain-services/testing'),
      'packages/web-bff/src/test-door.ts': take('@facet/core/testing'),
      'packages/web-bff/src/late.ts': "export const late = import('@facet/sources/dist/index.js');",
    },
    allowed: {
      'packages/web-bff/src/door.ts': take('@facet/sources'),
      'packages/web-bff/src/own-generated.ts': take('./generated/resolver-types.ts'),
      'test/integration/door.ts': take('@facet/core'),
      'test/integration/test-door.ts': take('@facet/domain-services/testing'),
      'test/resilience/test-door.ts': take('@facet/core/testing'),
    },
    message: 'Packages are entered by their door only',
  },
  {
    rule: 'core imports no other package',
    refused: { 'packages/core/src/loaders/catalog.ts': take('@facet/sources') },
    allowed: { 'packages/core/src/loaders/row.ts': take('../client/operation.ts') },
    message: 'core imports no other Facet package: take what you need as an option',
  },
  {
    rule: 'sources stands on @facet/core/data alone',
    refused: { 'packages/sources/src/catalog/upstairs.ts': take('@facet/core') },
    allowed: { 'packages/sources/src/catalog/rows.ts': take('@facet/core/data') },
    message: "export what you need from core's data.ts",
  },
  {
    rule: 'a BFF imports core and sources only',
    refused: {
      'packages/web-bff/src/resolvers/copy.ts': take('@facet/mobile-bff'),
      'packages/mobile-bff/src/resolvers/copy.ts': take('@facet/web-bff'),
      'packages/mobile-bff/src/resolvers/service.ts': take('@facet/domain-services'),
      'packages/web-bff/src/again.ts': "export * from '@facet/mobile-bff';",
      'packages/web-bff/src/effect.ts': "import '@facet/mobile-bff';",
      'packages/web-bff/src/shape.ts': "export type Shape = import('@facet/mobile-bff').Shape;",
    },
    allowed: { 'packages/mobile-bff/src/resolvers/product.ts': take('@facet/core') },
    message: 'never another BFF or a service',
  },
  {
    rule: 'domain-services imports no Facet package',
    refused: { 'packages/domain-services/src/catalog/rows.ts': take('@facet/core/data') },
    allowed: { 'packages/domain-services/src/catalog/server.ts': take('fastify') },
    message: 'over HTTP only',
  },
  {
    rule: 'codegen reads contracts, and directives from core',
    refused: { 'packages/codegen/src/rows.ts': take('@facet/sources') },
    allowed: { 'packages/codegen/src/directives.ts': take('@facet/core') },
    message: 'codegen reads contracts',
  },
  {
    rule: 'dev-env starts things through their doors',
    refused: { 'packages/dev-env/src/loader.ts': take('@facet/core') },
    allowed: { 'packages/dev-env/src/start.ts': take('@facet/web-bff') },
    message: 'dev-env only starts things',
  },
];

const roomRules: PlantedRule[] = [
  {
    rule: 'the spine never imports a fitting',
    refused: {
      'packages/core/src/http/authenticate.ts': take('../identity/bearer.ts'),
      'packages/core/src/operation/limit.ts': takeType('../limits/depth-limit.ts'),
      'packages/core/src/layer.ts': take('./resilience/retry.ts'),
    },
    allowed: { 'packages/core/src/http/route.ts': take('../operation/server.ts') },
    message: 'The spine never imports a fitting',
  },
  {
    rule: 'a fitting never imports another fitting',
    refused: { 'packages/core/src/limits/log.ts': take('../observability/log.ts') },
    allowed: { 'packages/core/src/limits/report.ts': takeType('../events.ts') },
    message: 'A fitting never imports another fitting',
  },
  {
    rule: 'a fitting takes only types from the spine',
    refused: { 'packages/core/src/identity/call.ts': take('../client/transport.ts') },
    allowed: {
      'packages/core/src/identity/layer.ts': takeType('../client/transport.ts'),
      'packages/core/src/identity/refuse.ts': take('../errors/facet-error.ts'),
    },
    message: 'A fitting takes only types from the spine',
  },
  {
    rule: 'only the assembly and the doors import fittings',
    refused: { 'packages/core/src/compose-bff.ts': take('./identity/bearer.ts') },
    allowed: { 'packages/core/src/create-bff.ts': take('./identity/bearer.ts') },
    message:
      'Only the assembly (create-bff.ts, create-answers.ts, create-documents.ts, create-outbound.ts, create-probe-documents.ts, create-probes.ts, create-rates.ts, create-readiness.ts, create-stores.ts) and the doors',
  },
  {
    rule: 'errors stand below every room',
    refused: { 'packages/core/src/errors/from-response.ts': take('../client/problem.ts') },
    allowed: { 'packages/core/src/errors/from-status.ts': take('./error-codes.ts') },
    message: 'errors/ stands below every room',
  },
  {
    rule: 'the spine imports in flow order',
    refused: {
      'packages/core/src/client/upwards.ts': take('../loaders/batch.ts'),
      'packages/core/src/loaders/upwards.ts': takeType('../operation/plan.ts'),
      'packages/core/src/operation/upwards.ts': take('../http/route.ts'),
    },
    allowed: { 'packages/core/src/operation/downwards.ts': take('../loaders/load.ts') },
    message: 'The spine flows http → operation → loaders → client',
  },
  {
    rule: 'the downstairs door brings no GraphQL',
    refused: { 'packages/core/src/data.ts': take('./operation/server.ts') },
    allowed: { 'packages/core/src/index.ts': take('./operation/server.ts') },
    message: 'data.ts is the downstairs door',
  },
  {
    rule: 'views import no clients',
    refused: { 'packages/web-bff/src/views/product.ts': take('@facet/sources') },
    allowed: {
      'packages/web-bff/src/views/money.ts': takeType('@facet/sources'),
      'packages/web-bff/src/views/stock.ts': "export type Stock = import('@facet/sources').Stock;",
    },
    message: 'A view is a pure function',
  },
];

const libraryRules: PlantedRule[] = [
  {
    rule: 'undici lives in core/src/client',
    refused: { 'packages/core/src/http/fetch.ts': take('undici') },
    allowed: { 'packages/core/src/client/transport.ts': take('undici') },
    message: 'undici lives in core/src/client',
  },
  {
    rule: 'dataloader lives in core/src/loaders',
    refused: { 'packages/web-bff/src/resolvers/loader.ts': take('dataloader') },
    allowed: { 'packages/core/src/loaders/load.ts': take('dataloader') },
    message: 'declare a row and wire it with load(row, key)',
  },
  {
    rule: 'tokens are verified in core/src/identity',
    refused: {
      'packages/core/src/http/token.ts': take('jsonwebtoken'),
      'packages/web-bff/src/keys.ts': take('jwks-rsa'),
    },
    allowed: {
      'packages/core/src/identity/verify.ts': take('jsonwebtoken'),
      'packages/core/src/create-bff.test.ts': take('jsonwebtoken'),
    },
    message: 'Tokens are verified in core/src/identity',
  },
  {
    rule: 'pino lives in core/src/observability',
    refused: { 'packages/core/src/context/log.ts': takeType('pino') },
    allowed: { 'packages/core/src/observability/log.ts': take('pino') },
    message: 'pino lives in core/src/observability',
  },
  {
    rule: 'Apollo Server is constructed in core/src/operation',
    refused: {
      'packages/core/src/http/apollo.ts':
        "import { ApolloServer } from '@apollo/server';\nexport const taken = ApolloServer;",
      'packages/core/src/limits/plugin.ts': take('@apollo/server'),
      'packages/web-bff/src/plugin.ts': takeType('@apollo/server'),
    },
    allowed: {
      'packages/core/src/operation/server.ts': take('@apollo/server'),
      'packages/core/src/http/graphql-route.ts':
        "import { type ApolloServer, HeaderMap } from '@apollo/server';\nexport const taken = (_: ApolloServer) => HeaderMap;",
      'packages/core/src/limits/rule.ts': takeType('@apollo/server'),
    },
    message: 'Apollo Server is constructed in core/src/operation alone',
  },
  {
    rule: 'redis lives in core/src/state',
    refused: { 'packages/core/src/cache/shared.ts': take('redis'), 'packages/web-bff/src/redis.ts': takeType('redis') },
    allowed: { 'packages/core/src/state/connection.ts': take('redis') },
    message: 'redis lives in core/src/state',
  },
  {
    rule: 'sign-in lives in core/src/identity',
    refused: {
      'packages/core/src/http/cookies.ts': take('@fastify/cookie'),
      'packages/web-bff/src/sign-in.ts': take('openid-client'),
    },
    allowed: { 'packages/core/src/identity/sign-in-cookies.ts': take('@fastify/cookie') },
    message: 'Sign-in and cookies live in core/src/identity',
  },
  {
    rule: 'rates are limited in core/src/limits',
    refused: { 'packages/core/src/http/throttle.ts': take('rate-limiter-flexible') },
    allowed: { 'packages/core/src/limits/throttle.ts': take('rate-limiter-flexible') },
    message: 'Rates are limited in core/src/limits',
  },
  {
    rule: 'what is remembered is kept in core/src/cache',
    refused: {
      'packages/core/src/client/remembered.ts': take('lru-cache'),
      'packages/core/src/http/policy.ts': take('http-cache-semantics'),
    },
    allowed: { 'packages/core/src/cache/memory.ts': take('lru-cache') },
    message: 'kept in core/src/cache',
  },
  {
    rule: 'databases belong to domain-services',
    refused: {
      'packages/core/src/loaders/table.ts': take('kysely'),
      'packages/web-bff/src/store.ts': take('node:sqlite'),
    },
    allowed: { 'packages/domain-services/src/catalog/store.ts': take('kysely') },
    message: 'a BFF owns no data',
  },
  {
    rule: 'the embedded identity provider lives in dev-env',
    refused: { 'packages/core/src/identity/provider.ts': take('oidc-provider') },
    allowed: { 'packages/dev-env/src/identity-provider.ts': take('oidc-provider') },
    message: 'start it through @facet/dev-env',
  },
  {
    rule: 'below the operation there is no GraphQL',
    refused: {
      'packages/sources/src/catalog/schema.ts': take('graphql'),
      'packages/core/src/loaders/execute.ts': takeType('graphql/execution'),
      'packages/core/src/client/schema.ts': take('@graphql-tools/schema'),
    },
    allowed: { 'packages/core/src/operation/schema.ts': take('graphql') },
    message: 'Below the operation there is no GraphQL',
  },
];

const languageRules: PlantedRule[] = [
  {
    rule: 'no import cycles',
    refused: {
      'packages/core/src/context/first.ts': "import { second } from './second.ts';\nexport const first = () => second;",
      'packages/core/src/context/second.ts': "import { first } from './first.ts';\nexport const second = () => first;",
    },
    allowed: { 'packages/core/src/context/third.ts': take('./fourth.ts') },
    message: 'part of a cycle',
  },
  {
    rule: 'the environment is read in config and main only',
    refused: { 'packages/core/src/http/port.ts': 'export const port = process.env.PORT;' },
    allowed: {
      'packages/web-bff/src/config.ts': 'export const port = process.env.PORT;',
      'packages/web-bff/src/main.ts': 'export const port = process.env.PORT;',
    },
    message: 'process.env',
  },
];

export const plantedRules: PlantedRule[] = [...packageRules, ...roomRules, ...libraryRules, ...languageRules];
