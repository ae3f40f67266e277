/** How the peers in Node reach the upstream: the same client, and the same batched call for users, in each of them. */
// biome-ignore lint/plugin: the peers are programs of their own
import DataLoader from 'dataloader';
import { Agent, request } from 'undici';

const { PORT, UPSTREAM } = process.env;
const dispatcher = new Agent({ connections: 64 });

export const port = Number(PORT);

async function get(path) {
  const { body } = await request(UPSTREAM + path, { dispatcher });
  return body.json();
}

export const readPosts = () => get('/posts');

/** The users with these ids, in their order; one call. */
export async function readUsers(ids) {
  const users = await get(`/users?ids=${ids.join(',')}`);
  const byId = new Map(users.map((user) => [user.id, user]));
  return ids.map((id) => byId.get(id) ?? null);
}

/** A context for one request. */
export const createContext = () => ({ users: new DataLoader(readUsers) });
