/**
 * The floor: what a team writes by hand for one screen, without GraphQL. Each path is one query, known beforehand, so
 * nothing is parsed but the upstream's answers.
 */
import { createServer } from 'node:http';
import { Agent, request } from 'undici';
import type { Post, User } from '../upstream/posts-data.ts';

const { PORT, UPSTREAM } = process.env;
const dispatcher = new Agent({ connections: 64 });

async function get<Body>(path: string): Promise<Body> {
  const { body } = await request(UPSTREAM + path, { dispatcher });
  return (await body.json()) as Body;
}

async function postsWithUsers(): Promise<string> {
  const posts = await get<Post[]>('/posts');
  const ids = [...new Set(posts.map(({ userId }) => userId))];
  const users = new Map<number, object>();
  for (const { id, name, email } of await get<User[]>(`/users?ids=${ids}`)) users.set(id, { id, name, email });
  const joined = posts.map(({ id, userId, title }) => ({ id, userId, title, user: users.get(userId) ?? null }));
  return JSON.stringify({ data: { posts: joined } });
}

async function titles(): Promise<string> {
  const posts = await get<Post[]>('/posts');
  return JSON.stringify({ data: { posts: posts.map(({ title }) => ({ title })) } });
}

const answers = new Map([
  ['/posts-with-users', postsWithUsers],
  ['/titles', titles],
]);
const constant = JSON.stringify({ data: { greet: 'Hello World!' } });

createServer((incoming, response) => {
  response.setHeader('content-type', 'application/json');
  if (incoming.url === '/greet') return response.end(constant);
  const answer = answers.get(incoming.url ?? '');
  if (answer === undefined) return response.writeHead(404).end();
  answer().then(
    (body) => response.end(body),
    (error: Error) => response.writeHead(502).end(error.message),
  );
  return response;
}).listen(Number(PORT), '127.0.0.1');
