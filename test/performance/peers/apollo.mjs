/** Apollo Server, standalone, with a DataLoader; CACHE_CONTROL=off takes out the plugin that wraps every resolver. */
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { startStandaloneServer } from '@apollo/server/standalone';
import { createContext, port } from './rest.mjs';
import { resolvers, typeDefs } from './schema.mjs';

const plugins = process.env.CACHE_CONTROL === 'off' ? [ApolloServerPluginCacheControlDisabled()] : [];
const server = new ApolloServer({ typeDefs, resolvers, plugins });
await startStandaloneServer(server, { listen: { port, host: '127.0.0.1' }, context: async () => createContext() });
