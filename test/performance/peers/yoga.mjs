/** GraphQL Yoga on Node's HTTP server, with a DataLoader. */
import { createServer } from 'node:http';
import { createSchema, createYoga } from 'graphql-yoga';
import { createContext, port } from './rest.mjs';
import { resolvers, typeDefs } from './schema.mjs';

const yoga = createYoga({ schema: createSchema({ typeDefs, resolvers }), context: createContext, logging: false });
createServer(yoga).listen(port, '127.0.0.1');
