/** What people ask and write in the coherence test, as a random script has it. */

import type { Random } from './coherence-random.ts';
import { allItemIds, makerIds } from './coherence-service.ts';
import type { TableName } from './coherence-tables.ts';

export interface Person {
  readonly account: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

export interface ReadOperation {
  readonly name: string;
  readonly query: string;
  /** Whether its answer is the caller's own, in whole or in part. */
  readonly isPersonal: boolean;
}

export interface ReadRequest {
  readonly kind: 'read';
  readonly operation: ReadOperation;
  readonly id: string;
  readonly method: 'GET' | 'POST';
  readonly locale: string;
  /** Whether it says which answer it has, where it has one. */
  readonly isConditional: boolean;
}

export interface WriteRequest {
  readonly kind: 'write';
  readonly table: TableName;
  readonly id: string;
  /** Name of the write. */
  readonly by: string;
}

export const locales = ['en-GB', 'de-DE'] as const;

const toOperation = (name: string, selection: string, isPersonal = false): ReadOperation => {
  const variables = selection.includes('$id') ? '($id: ID!)' : '';
  return { name, query: `query ${name}${variables} { ${selection} }`, isPersonal };
};
/** Those that come often, twice. */
const operations: readonly ReadOperation[] = [
  toOperation('Item', 'item(id: $id) { id title }'),
  toOperation('Item', 'item(id: $id) { id title }'),
  toOperation('Wide', 'item(id: $id) { id title text maker { id name } stock { id count } }'),
  toOperation('Wide', 'item(id: $id) { id title text maker { id name } stock { id count } }'),
  toOperation('All', 'all { items { id title maker { id name } } }'),
  toOperation('All', 'all { items { id title maker { id name } } }'),
  toOperation('Texts', 'item(id: $id) { id text } other: item(id: "b") { id text maker { id name } }'),
  toOperation('Stock', 'item(id: $id) { id stock { id count } }'),
  toOperation('Favourite', 'favourite { id title }', true),
  toOperation('Note', 'note(id: $id) { id text }', true),
  toOperation('Mixed', 'item(id: $id) { id title note { id text } }', true),
  toOperation('Me', 'me { account }', true),
];

/** The first of them are favourites. */
const pickItem = (random: Random) => random.pick(allItemIds.slice(0, 1 + random.below(allItemIds.length)));

export function toRead(random: Random): ReadRequest {
  return {
    kind: 'read',
    operation: random.pick(operations),
    id: pickItem(random),
    method: random.pick(['GET', 'GET', 'POST']),
    locale: random.pick(locales),
    isConditional: random.chance(0.3),
  };
}

export function toWrite(random: Random, by: string): WriteRequest {
  const table = random.pick(['items', 'items', 'items', 'makers', 'stocks', 'notes'] as const);
  return { kind: 'write', table, id: table === 'makers' ? random.pick(makerIds) : pickItem(random), by };
}

/** Reads what a write is about, and what others like to read. */
export function toReadAfter(random: Random, { table, id }: WriteRequest): ReadRequest {
  const read = toRead(random);
  if (table === 'makers') return { ...read, operation: named('All') };
  return { ...read, id, operation: named(table === 'notes' ? 'Mixed' : random.pick(['Item', 'Wide'])) };
}

const named = (name: string) => operations.find((operation) => operation.name === name) as ReadOperation;

const mutations = {
  items: 'mutation ($id: ID!, $by: String!) { putItem(id: $id, by: $by) { item { id title } } }',
  makers: 'mutation ($id: ID!, $by: String!) { putMaker(id: $id, by: $by) { maker { id name } } }',
  stocks: 'mutation ($id: ID!, $by: String!) { putStock(id: $id, by: $by) { stock { id count } } }',
  notes: 'mutation ($id: ID!, $by: String!) { putNote(id: $id, by: $by) { note { id text } } }',
} as const;

interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export function toHttp(request: ReadRequest | WriteRequest, person: Person): HttpRequest {
  const { id } = request;
  if (request.kind === 'write') {
    const body = JSON.stringify({ query: mutations[request.table], variables: { id, by: request.by } });
    return {
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json', ...person.headers },
      body,
    };
  }
  const { method, locale, operation } = request;
  const variables = operation.query.includes('$id') ? { id } : {};
  const headers = { 'accept-language': locale, 'apollo-require-preflight': 'true', ...person.headers };
  if (method === 'POST') {
    const body = JSON.stringify({ query: operation.query, variables });
    return { method, path: '/graphql', headers: { 'content-type': 'application/json', ...headers }, body };
  }
  const search = new URLSearchParams({ query: operation.query, variables: JSON.stringify(variables) });
  return { method, path: `/graphql?${search}`, headers };
}
