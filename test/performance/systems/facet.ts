/**
 * Facet as a team would set it up over the posts service: SDL, an operation table, rows, bindings. `Post.again` is
 * for growth with depth alone: each level of it is one more call, since each has a page of its own.
 */
import { call, createBff, load, runBff, type SettingsDefaults, settingsFromEnvironment } from '@facet/core';
import { operation, row } from '@facet/core/data';
import type { Post, User } from '../upstream/posts-data.ts';

const { PORT, UPSTREAM = '', COALESCE, CACHE, SPECULATE, WORKERS } = process.env;

const typeDefs = `
  type Query {
    posts: [Post]
    greet: String!
  }
  type Post {
    id: Int!
    userId: Int!
    title: String!
    body: String!
    user: User
    again(page: Int!): Post
  }
  type User {
    id: Int!
    name: String!
    username: String!
    email: String!
    phone: String
    website: String
  }
`;

type Answer<Body> = { responses: { 200: { content: { 'application/json': Body } } } };
type ByIds<Item> = Answer<Item[]> & { parameters: { query?: { ids?: number[]; page?: number } } };

const ids = { in: 'query', style: 'form', explode: false, list: { maxItems: 100 } } as const;
const page = { in: 'query', style: 'form', explode: false } as const;
const posts = {
  listPosts: operation<Answer<Post[]>>({
    service: 'posts',
    operationId: 'listPosts',
    method: 'GET',
    path: '/posts',
    parameters: {},
  }),
  findPosts: operation<ByIds<Post>>({
    service: 'posts',
    operationId: 'findPosts',
    method: 'GET',
    path: '/posts',
    parameters: { ids, page },
  }),
  findUsers: operation<ByIds<User>>({
    service: 'posts',
    operationId: 'findUsers',
    method: 'GET',
    path: '/users',
    parameters: { ids },
  }),
};

const allPosts = row(posts.listPosts, { audience: 'public' });
const postById = row(posts.findPosts, { keys: 'ids', items: '', matchBy: 'id', audience: 'public' });
const userById = row(posts.findUsers, { keys: 'ids', items: '', matchBy: 'id', audience: 'public' });

const resolvers = {
  Query: { posts: call(allPosts), greet: () => 'Hello World!' },
  Post: {
    user: load<Post, unknown, number, User, object>(userById, 'userId'),
    again: load(
      postById,
      (post: Post) => post.id,
      ({ page }: { page: number }) => ({ page }),
    ),
  },
};

const defaults: SettingsDefaults = {
  environment: 'production',
  services: { posts: { origin: UPSTREAM } },
  logLevel: 'error',
  rateLimits: 'off',
  maxDepth: 100,
  limitModes: { MAX_COST: 'off' },
  maxResponseBytes: 10_000_000,
  requestTimeoutMs: 15_000,
  attemptTimeoutMs: 15_000,
};

await runBff({
  name: 'posts-bff',
  settings: () => settingsFromEnvironment({ PORT, WORKERS, COALESCE, CACHE, SPECULATE, POSTS_URL: UPSTREAM }, defaults),
  create: (settings) => createBff({ name: 'posts-bff', typeDefs, resolvers, settings }),
});
