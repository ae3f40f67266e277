/** Assembly: which documents a BFF takes from its apps, how those are named, and why one could never be answered. */
import type { FastifyInstance } from 'fastify';
import { type DocumentNode, type GraphQLSchema, specifiedRules, type ValidationRule, validate } from 'graphql';
import { createDocumentMemory, documentCodec } from './cache/document-memory.ts';
import { createMemoryStores } from './cache/memory-store.ts';
import type { Stores } from './cache/store.ts';
import type { Settings } from './config/settings.ts';
import { createToLocale } from './http/to-locale.ts';
import { documentLimitCodes, findDocumentExcesses } from './limits/document-excesses.ts';
import { addDocumentGate, type DocumentGateOptions } from './limits/document-gate.ts';
import type { Enforcement } from './limits/enforcement.ts';
import { toLeastVariables } from './limits/least-variables.ts';
import type { PlanLimits } from './limits/plan-limits.ts';
import { addRetiredBuilds } from './limits/retired-builds.ts';
import { createDocumentRegister, type TrustedDocument, type TrustedDocuments } from './limits/trusted-documents.ts';
import { compileOperation, defaultMaxFieldCount } from './operation/compile.ts';
import { selectOperation } from './operation/select-operation.ts';

export interface DocumentsOptions {
  readonly settings: Settings;
  /** What its apps were built with. */
  readonly trusted: TrustedDocuments | undefined;
  /** Says, a sentence for each reason, why a document can never be answered. */
  readonly findProblems: ReturnType<typeof createDocumentCheck>;
  /** Where texts are kept that clients left; in this process's memory otherwise. */
  readonly stores: Stores | undefined;
  readonly onUntrusted: DocumentGateOptions['onUntrusted'];
  /** What the process asks of itself, by ids that nobody else knows. */
  readonly own: ReadonlyMap<string, string>;
}

export interface Documents {
  /** For before a caller is known: who uses an old app is told to update, signed in or not. */
  addRetiredBuilds(app: FastifyInstance): void;
  /** For right before the GraphQL route. */
  addGate(app: FastifyInstance): void;
}

/** Throws a TypeError where documents are to be enforced and there are none, or one cannot be run. */
export function createDocuments(options: DocumentsOptions): Documents {
  const { settings, trusted, findProblems, stores, onUntrusted, own } = options;
  const { trustedDocuments: mode, requireDocumentId: requireId, apq, cacheMaxBytes: maxBytes } = settings;
  const register = createDocumentRegister({ documents: toDocuments(options), findProblems });

  return {
    addRetiredBuilds(app) {
      addRetiredBuilds(app, { builds: trusted?.retiredBuilds ?? [], createToLocale });
    },
    addGate(app) {
      if (mode === 'off' && !apq) return;
      const { create } = stores ?? createMemoryStores({ maxBytes });
      const memory = apq ? createDocumentMemory(create('document', documentCodec)) : undefined;
      const documents = { ...register, find: (id: string) => register.find(id) ?? own.get(id) };
      addDocumentGate(app, { mode, requireId, documents, memory, onUntrusted });
    },
  };
}

function toDocuments({ trusted, settings }: DocumentsOptions): readonly TrustedDocument[] {
  const { trustedDocuments: mode } = settings;
  if (mode === 'off') return [];
  const { documents = [] } = trusted ?? {};
  if (mode === 'log' || documents.length > 0) return documents;
  throw new TypeError(
    'trustedDocuments is "enforce" (TRUSTED_DOCUMENTS), but the BFF has none: every request would be refused. ' +
      'Write the operations into schemas/<client>/operations, run `pnpm codegen`, and hand what it writes to createBff.',
  );
}

export interface DocumentCheckOptions {
  readonly settings: Settings;
  readonly schema: GraphQLSchema;
  /** Rules beside those of the GraphQL specification. */
  readonly rules: readonly ValidationRule[];
  readonly enforcement: Enforcement;
  readonly planLimits: Pick<PlanLimits, 'findExcesses'>;
}

/**
 * Creates the function that says it, a sentence for each reason. Limits count where they are enforced, by the least that
 * the operation can be asked for: what only some variables lead to is refused when they come.
 */
export function createDocumentCheck(options: DocumentCheckOptions): (document: DocumentNode) => readonly string[] {
  const { settings, schema, enforcement, planLimits } = options;
  const rules = [...specifiedRules, ...options.rules];
  const codes = documentLimitCodes.filter((code) => enforcement.isOn(code) && !enforcement.isMeasured(code));

  function findExcesses(document: DocumentNode) {
    const selected = selectOperation(document, undefined);
    const rootType = selected && schema.getRootType(selected.operation.operation);
    if (selected === undefined || !rootType) return [];
    const { operation } = selected;
    const excesses = findDocumentExcesses(document, operation, settings, codes);
    if (excesses.length > 0) return excesses;
    const variables = toLeastVariables(schema, document, operation);
    const plan = compileOperation({
      schema,
      selected,
      rootType,
      conditions: variables,
      maxFieldCount: defaultMaxFieldCount,
    });
    return planLimits.findExcesses(plan, variables);
  }

  return (document) => {
    const errors = validate(schema, document, rules).map(({ message }) => message);
    if (errors.length > 0) return [...new Set(errors)];
    return findExcesses(document).map(({ code, message }) => `${code}: ${message}`);
  };
}
