/** The downstairs door: what a package that knows REST services needs. */

export { type Call, type CallOptions, createCall } from './client/call.ts';
export {
  type Operation,
  type OperationInput,
  type OperationOutput,
  operation,
  type Parameter,
  type PostVariant,
} from './client/operation.ts';
export type { Problem } from './client/problem.ts';
export { createServiceClient, type ServiceClient } from './client/service-client.ts';
export type { Audience, TokenKind } from './client/transport.ts';
export { type ErrorCode, errorCodes } from './errors/error-codes.ts';
export { FacetError } from './errors/facet-error.ts';
export { type Change, type Command, command } from './loaders/command.ts';
export { type Row, row } from './loaders/row.ts';
