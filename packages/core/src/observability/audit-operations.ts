/** What an answered operation tells the audit: what it changed, and what it was refused. */
import type { GraphQLRequestContext } from '@apollo/server';
import {
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import type { RequestContext } from '../context/request-context.ts';
import { toRuleCode } from '../errors/rule-code.ts';
import type { AuditEvent } from '../events.ts';

/** Clients choose names, and a document is long: a line is not to be. */
const maxNameLength = 100;

type Audit = (event: AuditEvent) => void;
type Answered = GraphQLRequestContext<RequestContext>;
type Change = NonNullable<AuditEvent['changes']>[number];

/** Reports an answered operation where it changed something or was refused something. */
export function auditOperation(answered: Answered, audit: Audit): void {
  const { response, operation } = answered;
  if (response.body?.kind !== 'single') return;
  const { errors } = response.body.singleResult;
  const isMutation = operation?.operation === 'mutation';
  if (errors === undefined && !isMutation) return;
  const codes = (errors ?? []).map(({ extensions }, index) => {
    return toRuleCode(answered.errors?.[index]) ?? String(extensions?.code);
  });
  if (isMutation) audit(toMutation(answered, codes));
  for (const code of new Set(codes)) {
    const event = eventOf(code);
    if (event !== undefined) audit({ ...whoOf(answered), event, outcome: 'refused', code });
  }
}

/** Which kind of refusal a code is; `undefined` for one that is none. */
function eventOf(code: string): AuditEvent['event'] | undefined {
  if (code === 'FORBIDDEN' || code === 'UNAUTHENTICATED') return 'authorization';
  if (code === 'RATE_LIMITED' || code.startsWith('MAX_')) return 'limit';
  if (code === 'INTROSPECTION_DISABLED') return 'document';
  return undefined;
}

function whoOf({ contextValue: context, operationName }: Answered) {
  const { requestId, trace, client, principal } = context;
  return {
    requestId,
    traceId: trace.traceId,
    client,
    subject: principal?.subject,
    operationName: operationName?.slice(0, maxNameLength) ?? null,
  };
}

function toMutation(answered: Answered, codes: readonly string[]): AuditEvent {
  const changes = changesOf(answered);
  // Fields answer one by one: one that failed takes nothing from another that did what it was asked.
  const isDone = codes.length === 0 || changes.some(({ outcome }) => outcome !== null);
  return { ...whoOf(answered), event: 'mutation', outcome: isDone ? 'success' : 'failed', code: codes[0], changes };
}

/** The fields of the mutation itself, by the schema's names, each with the type that answered it. */
function changesOf({ operation, document, response, schema }: Answered): Change[] {
  if (operation === undefined || response.body?.kind !== 'single') return [];
  const { data } = response.body.singleResult;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document?.definitions ?? []) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  return rootFields(operation.selectionSet, fragments).flatMap(({ name, key, typename }) => {
    if (name.startsWith('__')) return [];
    // What `@skip` left out was not done.
    if (data !== undefined && data !== null && !Object.hasOwn(data, key)) return [];
    return [{ field: name, outcome: outcomeOf(schema, name, data?.[key], typename) }];
  });
}

function outcomeOf(schema: GraphQLSchema, name: string, value: unknown, typename: string | undefined): string | null {
  const field = schema.getMutationType()?.getFields()[name];
  if (field === undefined || value === null || value === undefined) return null;
  const type = getNamedType(field.type);
  if (isObjectType(type)) return type.name;
  const told = typename === undefined ? undefined : (value as Readonly<Record<string, unknown>>)[typename];
  return typeof told === 'string' ? told : null;
}

interface RootField {
  readonly name: string;
  /** Under which it stands in the answer. */
  readonly key: string;
  /** Under which its `__typename` stands there. */
  readonly typename: string | undefined;
}

function rootFields(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): RootField[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.INLINE_FRAGMENT) return rootFields(selection.selectionSet, fragments);
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = fragments.get(selection.name.value);
      return fragment === undefined ? [] : rootFields(fragment.selectionSet, fragments);
    }
    const { name, alias, selectionSet } = selection;
    const typename = selectionSet && rootFields(selectionSet, fragments).find((field) => field.name === '__typename');
    return [{ name: name.value, key: (alias ?? name).value, typename: typename?.key }];
  });
}
