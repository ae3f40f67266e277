/** Assembly: what the process asks of itself, of the schema that it has. */
import { type DocumentNode, type GraphQLSchema, getOperationAST, parse } from 'graphql';
import type { Settings } from './config/settings.ts';
import { toProbeDocumentId } from './http/self-probe.ts';
import type { AskFor } from './http/self-probes.ts';
import { findOverCost } from './limits/over-cost.ts';
import { compileOperation } from './operation/compile.ts';
import { toDeepDocument } from './operation/deep-document.ts';
import type { OperationPlan } from './operation/plan.ts';
import { selectOperation } from './operation/select-operation.ts';
import { toWideDocument } from './operation/wide-document.ts';

/** Fewer than any guard but the one that is tried would mind. */
const maxFieldCount = 1_000;
/** Fewer than whoever reads a document level by level would mind. */
const maxLevels = 100;
/** Of a request beside its document. */
const bodyBytes = 100;

/** Each as the BFF can be asked for it; `undefined` where the schema has nothing that could be refused. */
export interface ProbeDocuments {
  /** Good for everybody. */
  readonly anything: AskFor;
  readonly introspection: AskFor;
  /** Changes nothing. */
  readonly mutation: AskFor | undefined;
  /** Its operation has a name that nobody may take. */
  readonly misnamed: AskFor;
  readonly deep: AskFor | undefined;
  readonly aliased: AskFor | undefined;
  readonly overCost: AskFor | undefined;
  /** The texts by their ids, which nobody else can know, where only documents are taken that apps were built with. */
  readonly byId: ReadonlyMap<string, string>;
}

/** Makes them, with nothing too much in any but what it is for. */
export function createProbeDocuments(schema: GraphQLSchema, settings: Settings): ProbeDocuments {
  const byId = new Map<string, string>();

  function toAskFor(name: string, text: string): AskFor {
    if (settings.trustedDocuments !== 'enforce') return { query: text };
    const documentId = toProbeDocumentId(name);
    byId.set(documentId, text);
    return { documentId };
  }

  function maybe(name: string, text: string | undefined): AskFor | undefined {
    return text === undefined || !isTaken(text, settings) ? undefined : toAskFor(name, text);
  }

  return {
    anything: toAskFor('anything', '{ selfProbe: __typename }'),
    introspection: toAskFor('introspection', '{ __schema { queryType { name } } }'),
    mutation: maybe('mutation', schema.getMutationType() ? 'mutation { __typename }' : undefined),
    misnamed: toAskFor('misnamed', 'query __selfProbe { __typename }'),
    deep: maybe('deep', toDeep(schema, settings)),
    aliased: maybe('aliased', toAliased(settings)),
    overCost: maybe('over-cost', toOverCost(schema, settings)),
    byId,
  };
}

function toDeep(schema: GraphQLSchema, { maxDepth }: Settings): string | undefined {
  return maxDepth < maxLevels ? toDeepDocument(schema, maxDepth) : undefined;
}

function toAliased({ maxAliases }: Settings): string | undefined {
  if (maxAliases >= maxFieldCount) return undefined;
  return `{ ${Array.from({ length: maxAliases + 1 }, (_, index) => `a${index}: __typename`).join(' ')} }`;
}

/** What is refused for another reason, or before it is read, shows nothing of the guard that it is for. */
function isTaken(text: string, { maxTokens, maxBodyBytes }: Settings): boolean {
  const { tokenCount = 0 } = parse(text);
  return tokenCount <= Math.min(maxTokens, 3 * maxFieldCount) && text.length + bodyBytes <= maxBodyBytes;
}

function toOverCost(schema: GraphQLSchema, settings: Settings): string | undefined {
  if (settings.limitModes?.MAX_COST !== undefined && settings.limitModes.MAX_COST !== 'enforce') return undefined;
  return findOverCost({ schema, settings, toDocument: toWideDocument, toPlan: (document) => toPlan(schema, document) });
}

function toPlan(schema: GraphQLSchema, document: DocumentNode): OperationPlan | undefined {
  const selected = selectOperation(document, null);
  const rootType = schema.getQueryType();
  if (selected === undefined || !rootType || getOperationAST(document)?.operation !== 'query') return undefined;
  return compileOperation({ schema, selected, rootType, conditions: {}, maxFieldCount });
}
