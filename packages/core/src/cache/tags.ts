/** Names by which a change finds what it ends, in every cache. */
import type { Operation } from '../client/operation.ts';

type Named = Pick<Operation, 'service' | 'operationId'>;

/** Of all that is made of answers to one operation, whatever its URL. */
export const toUrlTag = ({ service, operationId }: Named) => `url:${service}.${operationId}`;

/** Of all values that rows of one operation brought. */
export const toRowTag = ({ service, operationId }: Named) => `row:${service}.${operationId}`;

/** Of those of one key. */
export const toKeyTag = (rowTag: string, key: unknown) => `${rowTag}:${key}`;
