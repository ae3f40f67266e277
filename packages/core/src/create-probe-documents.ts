/** Assembly: what the process asks of itself, of the schema that it has. */
import { type DocumentNode, type GraphQLSchema, getOperationAST, parse, specifiedRules, validate } from 'graphql';
import type { Settings } from './config/settings.ts';
import { toProbeDocumentId } from './http/self-probe.ts';
import type { AskFor } from './http/self-probes.ts';
import { findDocumentExcesses } from './limits/document-excesses.ts';
import { findOverCost } from './limits/over-cost.ts';
import {
  toManyAliases,
  toManyDirectives,
  toManyRootFields,
  toManyTokens,
  toManyVariables,
  type VariableGuard,
} from './limits/over-limits.ts';
import { findOverPage } from './limits/over-page.ts';
import type { PlanLimits } from './limits/plan-limits.ts';
import { findVariablesExcess } from './limits/variables-size.ts';
import { compileOperation } from './operation/compile.ts';
import { toDeepDocument } from './operation/deep-document.ts';
import { toNearDocument } from './operation/near-document.ts';
import type { OperationPlan } from './operation/plan.ts';
import { selectOperation } from './operation/select-operation.ts';
import { toUncalledDocument } from './operation/uncalled-document.ts';
import { toWideDocument } from './operation/wide-document.ts';

/** Fewer than any guard but the one that is tried would mind. */
const maxFieldCount = 1_000;
/** Fewer than whoever reads a document level by level would mind. */
const maxLevels = 100;
/** Of a request beside its text or its variables. */
const bodyBytes = 200;

type Variables = Readonly<Record<string, unknown>>;

/** What is asked for, and with what. */
export interface Asked {
  readonly document: AskFor;
  readonly variables?: Variables | undefined;
}

/** Each as the BFF can be asked for it; `undefined` where the schema or the settings have nothing that could be refused. */
export interface ProbeDocuments {
  /** Good for everybody, if it is not looked at closely. */
  readonly anything: AskFor;
  /** Good for everybody, and nobody has to be asked for it. */
  readonly plain: AskFor | undefined;
  readonly introspection: AskFor | undefined;
  /** Changes nothing. */
  readonly mutation: AskFor | undefined;
  /** Its operation has a name that nobody may take. */
  readonly misnamed: AskFor | undefined;
  readonly deep: AskFor | undefined;
  readonly long: AskFor | undefined;
  readonly aliased: AskFor | undefined;
  readonly manyRootFields: AskFor | undefined;
  readonly directed: AskFor | undefined;
  readonly overPage: AskFor | undefined;
  readonly overCost: AskFor | undefined;
  /** For `plain`. */
  readonly overVariables: Readonly<Record<VariableGuard, Variables | undefined>>;
  /** Of the fields that have a rate of their own: each counts, and is not called. */
  readonly ofFields: ReadonlyMap<string, Asked | undefined>;
  /** The texts by their ids, which nobody else can know, where only documents are taken that apps were built with. */
  readonly byId: ReadonlyMap<string, string>;
}

export interface ProbeDocumentsOptions {
  readonly schema: GraphQLSchema;
  readonly settings: Settings;
  readonly planLimits: Pick<PlanLimits, 'findExcesses'>;
}

/** Makes them, with nothing too much in any but what it is for. */
export function createProbeDocuments({ schema, settings, planLimits }: ProbeDocumentsOptions): ProbeDocuments {
  const byId = new Map<string, string>();

  function toAskFor(name: string, text: string): AskFor {
    if (settings.trustedDocuments !== 'enforce') return { query: text };
    const documentId = toProbeDocumentId(name);
    byId.set(documentId, text);
    return { documentId };
  }

  /** What is refused for another reason, or before it is read, shows nothing of the guard that it is for. */
  function maybe(name: string, text: string | undefined): AskFor | undefined {
    if (text === undefined || !isTaken(text, settings)) return undefined;
    return validate(schema, parse(text), specifiedRules).length === 0 ? toAskFor(name, text) : undefined;
  }

  function toOfField(field: string): Asked | undefined {
    const { text, variables } = toUncalledDocument(schema, field) ?? {};
    const document = maybe(field, text);
    if (document === undefined || text === undefined || variables === undefined) return undefined;
    return isAdmitted({ schema, settings, planLimits }, parse(text), variables) ? { document, variables } : undefined;
  }

  const overPage = findOverPage({ schema, maxPageSize: settings.maxPageSize, toDocument: toNearDocument });
  const tokens = toManyTokens(settings.maxTokens);
  return {
    anything: toAskFor('anything', '{ selfProbe: __typename }'),
    plain: maybe('plain', '{ __typename }'),
    introspection: maybe('introspection', '{ __schema { queryType { name } } }'),
    mutation: maybe('mutation', schema.getMutationType() ? 'mutation { __typename }' : undefined),
    misnamed: maybe('misnamed', 'query __selfProbe { __typename }'),
    deep: maybe('deep', toDeep(schema, settings)),
    long: tokens === undefined || !fits(tokens, settings) ? undefined : toAskFor('long', tokens),
    aliased: maybe('aliased', toManyAliases(settings.maxAliases)),
    manyRootFields: maybe('many-root-fields', toManyRootFields(schema, settings.maxRootFields)),
    directed: maybe('directed', toManyDirectives(settings.maxDirectives)),
    overPage: overPage && isWithin(parse(overPage), settings) ? maybe('over-page', overPage) : undefined,
    overCost: maybe('over-cost', toOverCost(schema, settings)),
    overVariables: toManyVariables(settings, settings.maxBodyBytes - bodyBytes),
    ofFields: new Map(Object.keys(settings.fieldRates ?? {}).map((field) => [field, toOfField(field)])),
    byId,
  };
}

function toDeep(schema: GraphQLSchema, { maxDepth }: Settings): string | undefined {
  return maxDepth < maxLevels ? toDeepDocument(schema, maxDepth) : undefined;
}

function isTaken(text: string, settings: Settings): boolean {
  const { tokenCount = 0 } = parse(text);
  return tokenCount <= Math.min(settings.maxTokens, 3 * maxFieldCount) && fits(text, settings);
}

function fits(text: string, { maxBodyBytes }: Settings): boolean {
  return text.length + bodyBytes <= maxBodyBytes;
}

/** Whether there is nothing too much in what a document says. */
function isWithin(document: DocumentNode, settings: Settings): boolean {
  const operation = getOperationAST(document);
  return (
    operation !== null && operation !== undefined && findDocumentExcesses(document, operation, settings).length === 0
  );
}

/** Whether nothing refuses it before it is counted who asks for it. */
function isAdmitted(
  { schema, settings, planLimits }: ProbeDocumentsOptions,
  document: DocumentNode,
  variables: Variables,
): boolean {
  if (!isWithin(document, settings) || findVariablesExcess(variables, undefined, settings) !== undefined) return false;
  const plan = toPlan(schema, document, variables);
  return plan !== undefined && planLimits.findExcesses(plan, variables, false).length === 0;
}

function toOverCost(schema: GraphQLSchema, settings: Settings): string | undefined {
  if (settings.limitModes?.MAX_COST !== undefined && settings.limitModes.MAX_COST !== 'enforce') return undefined;
  return findOverCost({ schema, settings, toDocument: toWideDocument, toPlan: (document) => toPlan(schema, document) });
}

function toPlan(schema: GraphQLSchema, document: DocumentNode, conditions: Variables = {}): OperationPlan | undefined {
  const selected = selectOperation(document, null);
  const rootType = selected && schema.getRootType(selected.operation.operation);
  if (selected === undefined || !rootType) return undefined;
  return compileOperation({ schema, selected, rootType, conditions, maxFieldCount });
}
