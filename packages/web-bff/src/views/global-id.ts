/** Global ids: base64url of `Type:id`, opaque to clients (Relay, Global Object Identification). */
import { FacetError } from '@facet/core';
import type { NodeType } from '../mappers.ts';

export interface NodeReference {
  readonly type: NodeType;
  /** The id that the services know. */
  readonly id: string;
}

/** Ids of the services' contracts; what is none never reaches a service, where it would fail its batch. */
const idPattern = /^[a-z0-9][a-z0-9-]{0,63}$/;
const maxGlobalIdLength = 200;
const nodeTypes: ReadonlySet<string> = new Set<NodeType>([
  'Address',
  'Cart',
  'Category',
  'Order',
  'Payment',
  'Product',
  'PublicProfile',
  'Review',
  'Viewer',
]);

export function isId(text: string): boolean {
  return idPattern.test(text);
}

export function toGlobalId(type: NodeType, id: string): string {
  return Buffer.from(`${type}:${id}`).toString('base64url');
}

/** Type and id behind a global id; null for text that is none. */
export function fromGlobalId(globalId: string): NodeReference | null {
  if (globalId.length > maxGlobalIdLength) return null;
  const text = Buffer.from(globalId, 'base64url').toString();
  const colon = text.indexOf(':');
  const [type, id] = [text.slice(0, Math.max(colon, 0)), text.slice(colon + 1)];
  return nodeTypes.has(type) && isId(id) ? { type: type as NodeType, id } : null;
}

/**
 * The service's id behind an argument that must be of one type.
 * Throws BAD_USER_INPUT that says what kind of id is wanted.
 * @param argument the argument's name, for the message
 */
export function fromGlobalIdOf(type: NodeType, globalId: string, argument: string): string {
  const reference = fromGlobalId(globalId);
  if (reference?.type === type) return reference.id;
  const given = reference === null ? 'what was given is no id of this API' : `what was given is of a ${reference.type}`;
  throw new FacetError('BAD_USER_INPUT', {
    message: `Argument ${argument} takes the id of a ${type}: ${given}. Use the \`id\` field of a ${type}.`,
    details: { argument },
  });
}

/** The view of every type's `id`. */
export function toIdOf(type: NodeType): (item: { readonly id: string }) => string {
  return ({ id }) => toGlobalId(type, id);
}
