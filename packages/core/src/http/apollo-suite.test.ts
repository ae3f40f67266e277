/** @jest-environment <rootDir>/http/apollo-suite.environment.mjs */
import { ApolloServer, type ApolloServerOptions, type BaseContext } from '@apollo/server';
import {
  type CreateServerForIntegrationTestsOptions,
  defineIntegrationTestSuite,
} from '@apollo/server-integration-testsuite';
import { parseSettings } from '../config/settings.ts';
import type { Log } from '../context/request-context.ts';
import { addGraphqlRoute } from './graphql-route.ts';
import { createServer } from './server.ts';

const log: Log = { debug() {}, info() {}, warn() {}, error() {} };

/** Apollo's own list of what an integration does, run against our edge. */
defineIntegrationTestSuite(
  async (config: ApolloServerOptions<BaseContext>, options?: CreateServerForIntegrationTestsOptions) => {
    const apollo = new ApolloServer(config);
    await apollo.start();
    const app = await createServer({ settings: parseSettings({ environment: 'test', port: 0 }), log });
    addGraphqlRoute(app, { apollo, createContext: options?.context ?? (async () => ({})), path: '/' });
    const url = await app.listen({ host: '127.0.0.1', port: 0 });
    return { server: apollo, url, extraCleanup: () => app.close() };
  },
);
