/** The schema of the comparison, and its resolvers over a DataLoader, for the peers that take resolvers. */
import { readPosts } from './rest.mjs';

export const typeDefs = `
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

export const resolvers = {
  Query: { posts: () => readPosts(), greet: () => 'Hello World!' },
  Post: { user: (post, _args, { users }) => users.load(post.userId) },
};
