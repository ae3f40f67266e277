/** What a valid document's operation has beyond its limits, one finder for each limit. */
import { type ASTNode, type DocumentNode, Kind, type OperationDefinitionNode } from 'graphql';
import type { Settings } from '../config/settings.ts';
import type { Excess } from './enforcement.ts';
import { findTooDeep } from './max-depth.ts';
import { type Fragments, type Tally, tallyAliases, tallyDirectives, tallyRootFields } from './tally.ts';

export type DocumentLimitSettings = Pick<
  Settings,
  'maxDepth' | 'maxTokens' | 'maxAliases' | 'maxRootFields' | 'maxDirectives'
>;

interface Looked {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Fragments;
  readonly settings: DocumentLimitSettings;
}
/** All but the limit's code, and nothing within the limit. */
type Found = Omit<Excess, 'code'> | undefined;

const finders = {
  MAX_DEPTH: findDepth,
  MAX_TOKENS: findTokens,
  MAX_ALIASES: ({ operation, fragments, settings }: Looked) =>
    toFound(tallyAliases(operation, fragments), 'maxAliases', 'aliases', settings),
  MAX_ROOT_FIELDS: ({ operation, fragments, settings }: Looked) =>
    toFound(tallyRootFields(operation, fragments), 'maxRootFields', 'root fields', settings),
  MAX_DIRECTIVES: ({ operation, fragments, settings }: Looked) =>
    toFound(tallyDirectives(operation, fragments), 'maxDirectives', 'directives', settings),
} as const;

export type DocumentLimitCode = keyof typeof finders;
export const documentLimitCodes = Object.keys(finders) as readonly DocumentLimitCode[];

/** Looks at the limits in `codes` only. */
export function findDocumentExcesses(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  settings: DocumentLimitSettings,
  codes: readonly DocumentLimitCode[] = documentLimitCodes,
): Excess[] {
  const looked = { document, operation, fragments: fragmentsOf(document), settings };
  return codes.flatMap((code) => {
    const found: Found = finders[code](looked);
    return found === undefined ? [] : [{ code, ...found }];
  });
}

function findDepth({ operation, fragments, settings }: Looked): Found {
  const max = settings.maxDepth;
  const deep = findTooDeep(operation, fragments.values(), max);
  if (deep === undefined) return undefined;
  const message = `The operation is nested ${deep.depth} levels deep, ${max} are allowed. Split it, or ask for less.`;
  return { setting: 'maxDepth', found: deep.depth, max, message, nodes: toNodes(deep.node) };
}

/** For documents that the parser let through because this limit is only measured. */
function findTokens({ document, settings }: Looked): Found {
  const { tokenCount = 0 } = document;
  const max = settings.maxTokens;
  if (tokenCount <= max) return undefined;
  const message = `The document has ${tokenCount} tokens, ${max} are allowed. Split it, or ask for less.`;
  return { setting: 'maxTokens', found: tokenCount, max, message, nodes: [] };
}

function toFound(
  { count, nth }: Tally,
  setting: 'maxAliases' | 'maxRootFields' | 'maxDirectives',
  what: string,
  settings: DocumentLimitSettings,
): Found {
  const max = settings[setting];
  if (count <= max) return undefined;
  const message =
    `The operation has ${count} ${what}, ${max} are allowed; those of a fragment count wherever it is spread. ` +
    'Send several requests with fewer in each.';
  return { setting, found: count, max, message, nodes: toNodes(nth(max)) };
}

function toNodes(node: ASTNode | undefined): readonly ASTNode[] {
  return node === undefined ? [] : [node];
}

function fragmentsOf({ definitions }: DocumentNode): Fragments {
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
}
