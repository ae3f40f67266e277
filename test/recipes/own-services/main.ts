/** A GraphQL API in front of the blog. */
import { readFileSync } from 'node:fs';
import { call, createBff, from, load, runBff, settingsFromEnvironment } from '@facet/core';
import type { Post, User } from './generated/blog-operations.ts';
import { postById, postPage, postsByAuthorId, userById } from './rows.ts';

const toName = (user: Pick<User, 'first_name' | 'last_name'>) => `${user.first_name} ${user.last_name}`;

const resolvers = {
  Query: {
    posts: call(postPage, (args: { page: number }) => ({ page: args.page })),
    post: load(postById, (_query: unknown, args: { id: number }) => args.id),
  },
  PostPage: { posts: from(['data'], (page: { data: Post[] }) => page.data) },
  Post: { author: load(userById, (post: Post) => post.user_id) },
  User: {
    name: from(['first_name', 'last_name'], toName),
    posts: load(postsByAuthorId, (user: User) => user.id),
  },
};

const typeDefs = readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8');
const defaults = {
  environment: 'development' as const,
  port: 4000,
  services: { blog: { origin: 'http://localhost:8080' } },
};

await runBff({
  name: 'blog-bff',
  settings: () => settingsFromEnvironment(process.env, defaults),
  create: (settings) => createBff({ name: 'blog-bff', typeDefs, resolvers, settings }),
});
