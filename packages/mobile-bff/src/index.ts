/** The door: the mobile app's GraphQL API over the domain services. */
import { type Bff, type BffSettings, createBff } from '@facet/core';
import { trustedDocuments } from './generated/trusted-documents.ts';
import { typeDefs } from './generated/type-defs.ts';
import { resolvers } from './resolvers/index.ts';

/** Creates the mobile BFF; `listen` starts it. Throws a TypeError that lists every problem of the settings. */
export function createMobileBff(settings: BffSettings): Promise<Bff> {
  return createBff({ name: 'mobile-bff', typeDefs, resolvers, settings, trustedDocuments });
}

export { resolvers, typeDefs };
