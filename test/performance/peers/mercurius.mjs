/** Mercurius on Fastify, with its JIT from the first request on and its own loaders. */
import Fastify from 'fastify';
import mercurius from 'mercurius';
import { port, readUsers } from './rest.mjs';
import { resolvers, typeDefs } from './schema.mjs';

const app = Fastify({ logger: false });
await app.register(mercurius, {
  schema: typeDefs,
  resolvers: { Query: resolvers.Query },
  loaders: { Post: { user: { loader: readUsersOf, opts: { cache: false } } } },
  jit: 1,
});
await app.listen({ port, host: '127.0.0.1' });

/**
 * Mercurius gives a loader one query an object, so users that many posts have in common are handed to each of them. Its
 * own cache, which serializes every object to find equal ones, is off: that is faster here.
 */
async function readUsersOf(queries) {
  const users = await readUsers([...new Set(queries.map(({ obj }) => obj.userId))]);
  const byId = new Map(users.map((user) => [user?.id, user]));
  return queries.map(({ obj }) => byId.get(obj.userId) ?? null);
}
