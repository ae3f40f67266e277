/** All systems of the comparison, in the order of the table; the first is what the others are divided by. */
import { createHive } from './hive.ts';
import { createNodePeer, createOwnSystem } from './node-systems.ts';
import type { System } from './system.ts';
import { createTailcall } from './tailcall.ts';

export const systems: readonly System[] = [
  createOwnSystem({
    name: 'floor',
    title: 'hand-written Node, no GraphQL',
    file: 'floor.ts',
    pathOf: (query) => `/${query}`,
  }),
  createOwnSystem({
    name: 'facet',
    title: 'Facet',
    file: 'facet.ts',
    env: { COALESCE: 'false', CACHE: 'false', SPECULATE: 'false' },
  }),
  createOwnSystem({
    name: 'facet-coalesce',
    title: 'Facet, coalescing',
    file: 'facet.ts',
    env: { COALESCE: 'true' },
  }),
  createTailcall({ name: 'tailcall', title: 'Tailcall', dedupe: false }),
  createTailcall({ name: 'tailcall-dedupe', title: 'Tailcall, dedupe', dedupe: true }),
  createNodePeer({
    name: 'mercurius',
    title: 'Mercurius, JIT and loaders',
    file: 'mercurius.mjs',
    packages: ['mercurius', 'fastify', 'graphql', 'undici', 'dataloader'],
  }),
  createNodePeer({
    name: 'yoga',
    title: 'GraphQL Yoga, DataLoader',
    file: 'yoga.mjs',
    packages: ['graphql-yoga', 'graphql', 'undici', 'dataloader'],
  }),
  createNodePeer({
    name: 'apollo',
    title: 'Apollo Server, DataLoader',
    file: 'apollo.mjs',
    packages: ['@apollo/server', 'graphql', 'undici', 'dataloader'],
  }),
  createNodePeer({
    name: 'apollo-lean',
    title: 'Apollo Server, no cache-control plugin',
    file: 'apollo.mjs',
    env: { CACHE_CONTROL: 'off' },
    packages: ['@apollo/server', 'graphql', 'undici', 'dataloader'],
  }),
  createHive({ name: 'hive', title: 'Hive Gateway over OpenAPI' }),
  createHive({ name: 'hive-jit', title: 'Hive Gateway over OpenAPI, JIT', env: { JIT: '1' } }),
];
