/** How long an operation's answer may be used again, as the SDL's `@cacheControl` says. */
import {
  type ASTNode,
  type DirectiveNode,
  type GraphQLField,
  type GraphQLNamedType,
  getNamedType,
  isCompositeType,
} from 'graphql';
import type { CacheHint, FieldPlan, SelectionPlan } from './plan.ts';
import { dataFields } from './walk.ts';

/** What one directive says. */
interface Said {
  readonly maxAge?: number | undefined;
  readonly isPrivate: boolean;
  readonly inherits: boolean;
}

const nothingSaid: Said = { isPrivate: false, inherits: false };

/**
 * The hint of a whole operation: the lowest `maxAge` of its fields, and private where any of them is. A field's own
 * directive goes before that of its type. Root fields and fields of object types that have neither are 0 seconds, other
 * fields as long as their parent; `inheritMaxAge` makes an object's field one of these, below the root. All possible types
 * of an abstract field count. Fields that tell of the schema do not (Apollo Server's rules).
 */
export function toCacheHint(root: SelectionPlan): CacheHint {
  const all = dataFields(root).map((field) => toFieldHint(field, root));
  const maxAges = all.flatMap(({ maxAge }) => (maxAge === undefined ? [] : [maxAge]));
  return {
    maxAgeSeconds: maxAges.length === 0 ? 0 : Math.max(0, Math.min(...maxAges)),
    scope: all.some(({ isPrivate }) => isPrivate) ? 'private' : 'public',
  };
}

/** `maxAge` is absent where that of the parent counts. */
function toFieldHint({ definition, parentType }: FieldPlan, root: SelectionPlan): Omit<Said, 'inherits'> {
  const type = getNamedType(definition.type);
  const ofType = isCompositeType(type) ? saidOfType(type) : nothingSaid;
  const ofField = saidOfField(definition);
  const isPrivate = ofType.isPrivate || ofField.isPrivate;
  const maxAge = ofField.maxAge ?? ofType.maxAge;
  if (maxAge !== undefined) return { maxAge, isPrivate };
  const inherits = !isCompositeType(type) || ofType.inherits || ofField.inherits;
  return inherits && parentType !== root.type ? { isPrivate } : { maxAge: 0, isPrivate };
}

function saidOfType({ astNode, extensionASTNodes }: GraphQLNamedType): Said {
  return said([astNode, ...extensionASTNodes]);
}

function saidOfField({ astNode }: GraphQLField<unknown, unknown>): Said {
  return said([astNode]);
}

function said(nodes: readonly (ASTNode | null | undefined)[]): Said {
  for (const node of nodes) {
    const directives: readonly DirectiveNode[] = (node && 'directives' in node && node.directives) || [];
    const found = directives.find(({ name }) => name.value === 'cacheControl');
    if (found !== undefined) return fromDirective(found);
  }
  return nothingSaid;
}

function fromDirective(directive: DirectiveNode): Said {
  const given = new Map(directive.arguments?.map(({ name, value }) => [name.value, value]));
  const [maxAge, scope, inherits] = [given.get('maxAge'), given.get('scope'), given.get('inheritMaxAge')];
  const doesInherit = inherits?.kind === 'BooleanValue' && inherits.value;
  return {
    maxAge: maxAge?.kind === 'IntValue' && !doesInherit ? Number(maxAge.value) : undefined,
    isPrivate: scope?.kind === 'EnumValue' && scope.value === 'PRIVATE',
    inherits: doesInherit,
  };
}
