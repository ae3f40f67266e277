/** The downstairs door: what a package that knows REST services needs. */
export {
  operation,
  type Operation,
  type OperationInput,
  type OperationOutput,
  type Parameter,
} from './client/operation.ts';
