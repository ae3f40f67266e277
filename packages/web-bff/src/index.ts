/** The door: the web app's GraphQL API as one value to start and stop. */
import { type Bff, type BffSettings, createBff } from '@facet/core';
import { trustedDocuments } from './generated/trusted-documents.ts';
import { typeDefs } from './generated/type-defs.ts';
import { resolvers } from './resolvers/index.ts';

/** Creates the web BFF; throws a TypeError that lists every problem of the settings. */
export function createWebBff(settings: BffSettings): Promise<Bff> {
  return createBff({ name: 'web-bff', typeDefs, resolvers, settings, trustedDocuments });
}

export { resolvers, typeDefs };
