declare module 'graphql-depth-limit' {
  import type { DocumentNode, GraphQLError } from 'graphql';

  /** The part of a validation context that the package reads. */
  interface DepthContext {
    getDocument(): DocumentNode;
    reportError(error: GraphQLError): void;
  }
  /** The package's own types depend on graphql 14. */
  export default function depthLimit(
    maxDepth: number,
    options?: object,
    /** Hears the depth of each operation by its name, '' where it has none. */
    callback?: (depths: Readonly<Record<string, number>>) => void,
  ): (context: DepthContext) => void;
}
