/** How deep an operation nests. For valid documents only: on others it may not end. */
import { type ASTNode, type FragmentDefinitionNode, Kind, type OperationDefinitionNode } from 'graphql';
import depthLimit from 'graphql-depth-limit';

export interface TooDeep {
  readonly depth: number;
  /** What first lies too deep. */
  readonly node: ASTNode | undefined;
}

/** `undefined` for at most `maxDepth` fields with fields inside each other; what tells of the schema counts for nothing. */
export function findTooDeep(
  operation: OperationDefinitionNode,
  fragments: Iterable<FragmentDefinitionNode>,
  maxDepth: number,
): TooDeep | undefined {
  const document = { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] } as const;
  let node: ASTNode | undefined;
  let isTooDeep = false;
  depthLimit(maxDepth)({
    getDocument: () => document,
    reportError(error) {
      isTooDeep = true;
      node ??= error.nodes?.[0];
    },
  });
  if (!isTooDeep) return undefined;

  let depth = maxDepth + 1;
  depthLimit(Number.POSITIVE_INFINITY, {}, (depths) => {
    depth = Math.max(...Object.values(depths));
  })({ getDocument: () => document, reportError: () => {} });
  return { depth, node };
}
