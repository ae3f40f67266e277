/** Counts in an operation what a limit looks at, in a fragment as often as it is spread. */
import {
  type ASTNode,
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type VariableDefinitionNode,
} from 'graphql';

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** An operation and everything in it that can have a directive. */
type Part = OperationDefinitionNode | VariableDefinitionNode | SelectionNode | FragmentDefinitionNode;

export interface Tally {
  readonly count: number;
  /** The node that was counted as number `index`, from 0, in the order of the document as fragments unfold. */
  nth(index: number): ASTNode | undefined;
}

/**
 * Counts what `own` finds at each part of an operation. Every fragment is looked at once, however often it is spread, so
 * the time grows with the document, not with what it unfolds to.
 */
function tally(
  operation: OperationDefinitionNode,
  own: (part: Part) => readonly ASTNode[],
  inside: (part: Part) => readonly Part[],
): Tally {
  const ofFragment = new Map<FragmentDefinitionNode, number>();

  function countOf(part: Part): number {
    const known = part.kind === Kind.FRAGMENT_DEFINITION ? ofFragment.get(part) : undefined;
    if (known !== undefined) return known;
    // A fragment that is spread in itself would never end; it is refused elsewhere.
    if (part.kind === Kind.FRAGMENT_DEFINITION) ofFragment.set(part, 0);
    let count = own(part).length;
    for (const below of inside(part)) count += countOf(below);
    if (part.kind === Kind.FRAGMENT_DEFINITION) ofFragment.set(part, count);
    return count;
  }

  function nthOf(part: Part, index: number): ASTNode | undefined {
    const found = own(part);
    if (index < found.length) return found[index];
    let rest = index - found.length;
    for (const below of inside(part)) {
      const count = countOf(below);
      if (rest < count) return nthOf(below, rest);
      rest -= count;
    }
    return undefined;
  }

  return { count: countOf(operation), nth: (index) => nthOf(operation, index) };
}

export function tallyAliases(operation: OperationDefinitionNode, fragments: Fragments): Tally {
  const own = (part: Part) => (part.kind === Kind.FIELD && part.alias !== undefined ? [part] : []);
  return tally(operation, own, (part) => partsOf(part, fragments));
}

export function tallyDirectives(operation: OperationDefinitionNode, fragments: Fragments): Tally {
  const own = ({ directives }: Part): readonly DirectiveNode[] => directives ?? [];
  return tally(operation, own, (part) => partsOf(part, fragments));
}

/** A field that is written twice counts twice, whether or not both become one. */
export function tallyRootFields(operation: OperationDefinitionNode, fragments: Fragments): Tally {
  const own = (part: Part): readonly FieldNode[] => (part.kind === Kind.FIELD ? [part] : []);
  return tally(operation, own, (part) => (part.kind === Kind.FIELD ? [] : partsOf(part, fragments)));
}

function partsOf(part: Part, fragments: Fragments): readonly Part[] {
  if (part.kind === Kind.VARIABLE_DEFINITION) return [];
  if (part.kind === Kind.OPERATION_DEFINITION) {
    return [...(part.variableDefinitions ?? []), ...part.selectionSet.selections];
  }
  if (part.kind !== Kind.FRAGMENT_SPREAD) return part.selectionSet?.selections ?? [];
  const fragment = fragments.get(part.name.value);
  return fragment === undefined ? [] : [fragment];
}
