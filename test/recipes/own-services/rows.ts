/** How the blog answers: which parameter takes the keys, where the items are, how they match. */
import { row } from '@facet/core/data';
import { blog } from './generated/blog-operations.ts';

/** No keys: one call for each page number, and the value is the whole answer. */
export const postPage = row(blog.findPosts, { audience: 'public' });

/** Many keys a call, one post a key: `/posts?id=1&id=2`. */
export const postById = row(blog.findPosts, { keys: 'id', items: '/data', matchBy: 'id', audience: 'public' });

/** Many keys a call, many posts a key: `/posts?author=1&author=2`. */
export const postsByAuthorId = row(blog.findPosts, {
  keys: 'author',
  items: '/data',
  groupBy: 'user_id',
  audience: 'public',
});

/** One key a call, at most 10 calls at a time: `/users/1`. */
export const userById = row(blog.getUser, { keys: 'id', items: '/data', audience: 'public' });
