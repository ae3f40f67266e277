declare module 'graphql-depth-limit' {
  import type { ValidationRule } from 'graphql';
  /** The package's own types depend on graphql 14. */
  export default function depthLimit(maxDepth: number): ValidationRule;
}
