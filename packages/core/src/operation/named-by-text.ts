/** Documents are named by their text, so that Apollo hashes none of them anew for every request. */
import type { ApolloServerPlugin, PersistedQueryOptions } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';

/** V8 hashes the text of longer strings by their length alone, so a map of many of them would be a list. */
const maxTextLength = 10_000;
/** What every name that a client gives is replaced by: nothing is known by it. */
const nobody = '';
const nothingMore = Promise.resolve();

interface Named {
  query: string | undefined;
  extensions: Record<string, unknown>;
}

/**
 * Apollo plugin. Apollo keeps parsed documents by the SHA-256 of their text and computes it for each request, unless the
 * request names its document in `extensions.persistedQuery` and leaves `query` out. So the text itself becomes the name.
 * From then on the text is in `requestContext.source` and `document.loc`, and `request.query` is undefined.
 */
export const nameByText: ApolloServerPlugin = {
  requestDidStart: ({ request }) => {
    const { query, extensions } = request;
    const isNamedByClient = Boolean(extensions?.persistedQuery);
    if (isNamedByClient || (query && query.length <= maxTextLength)) {
      const named = request as Named;
      named.query = undefined;
      named.extensions = {
        ...extensions,
        persistedQuery: { version: 1, sha256Hash: isNamedByClient ? nobody : query },
      };
    }
    return nothingMore;
  },
};

/** Apollo puts this before each name. */
const prefix = 'apq:';

/** Where Apollo looks names up: it keeps nothing, and knows each text by itself. */
export const namedByText: PersistedQueryOptions = {
  cache: {
    get: (key) => Promise.resolve(key.slice(prefix.length)),
    set: () => nothingMore,
    delete: () => nothingMore,
  },
};

/** Documents that clients name are not there because they are not supported at all, and the client is told so. */
export function toNotSupported(formatted: GraphQLFormattedError): GraphQLFormattedError {
  if (formatted.extensions?.code !== 'PERSISTED_QUERY_NOT_FOUND') return formatted;
  const extensions = { ...formatted.extensions, code: 'PERSISTED_QUERY_NOT_SUPPORTED' };
  return { ...formatted, message: 'PersistedQueryNotSupported', extensions };
}
