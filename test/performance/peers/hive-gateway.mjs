/** Hive Gateway over that supergraph; the constant is a resolver of its own, since REST has none. */
import { port } from './rest.mjs';

export const gatewayConfig = {
  port,
  host: '127.0.0.1',
  fork: 1,
  logging: false,
  additionalTypeDefs: 'extend type Query { greet: String! }',
  additionalResolvers: { Query: { greet: () => 'Hello World!' } },
};
