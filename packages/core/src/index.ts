/** The upstairs door: what a BFF is made of, in the order a request meets it. */

export type { Problem } from './client/problem.ts';
export { type SettingsDefaults, settingsFromEnvironment } from './config/environment.ts';
export type { BffSettings, Settings } from './config/settings.ts';
export type { Principal, RequestContext } from './context/request-context.ts';
export { type Bff, type BffOptions, createBff } from './create-bff.ts';
export { type ErrorCode, errorCodes } from './errors/error-codes.ts';
export { FacetError } from './errors/facet-error.ts';
export { type AuthorizationOptions, createAuthorization } from './identity/authorization.ts';
export type { RetiredBuild } from './limits/retired-builds.ts';
export type { TrustedDocument, TrustedDocuments } from './limits/trusted-documents.ts';
export { accountOf } from './loaders/account-of.ts';
export type { ViewInputs } from './loaders/binding.ts';
export { type ChangeField, change, type Outcome } from './loaders/change.ts';
export { type Command, command } from './loaders/command.ts';
export { call, column, type Field, from, itself, load } from './loaders/fields.ts';
export type { Loaders, ResolverContext } from './loaders/loaders.ts';
export { type Row, row } from './loaders/row.ts';
export type { Authorization } from './operation/authorize.ts';
export { buildSchema, type Resolvers, type TypeDefs } from './operation/build-schema.ts';
export { directivesSdl } from './operation/directives.ts';
export {
  createExecute,
  type Execute,
  type ExecuteOptions,
  type ExecutionReport,
  execute,
} from './operation/execute.ts';
export { type RunOptions, runBff } from './process/run-bff.ts';
