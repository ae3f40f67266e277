// Generated from ../blog.yaml by pnpm codegen. Do not edit.

import { operation } from '@facet/core/data';
import type { components, operations } from './blog.ts';

export type Post = components['schemas']['Post'];
export type User = components['schemas']['User'];

export const blog = {
  /** Posts, newest first, 20 a page; all that match when `id` or `author` is given. */
  findPosts: operation<operations['findPosts']>({
    service: 'blog',
    operationId: 'findPosts',
    method: 'GET',
    path: '/posts',
    parameters: {
      id: { in: 'query', style: 'form', explode: true, list: { maxItems: 50 } },
      author: { in: 'query', style: 'form', explode: true, list: { maxItems: 50 } },
      page: { in: 'query', style: 'form', explode: true },
    },
  }),
  /** One user. */
  getUser: operation<operations['getUser']>({
    service: 'blog',
    operationId: 'getUser',
    method: 'GET',
    path: '/users/{id}',
    parameters: { id: { in: 'path', style: 'simple', explode: false, required: true } },
  }),
};
