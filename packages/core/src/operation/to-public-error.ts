/** The translator from codes to GraphQL: decides what of an error a client may read. */
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { type ErrorCode, errorCodes, isErrorCode } from '../errors/error-codes.ts';
import { FacetError } from '../errors/facet-error.ts';
import { toRuleCode } from '../errors/rule-code.ts';

/**
 * Apollo's `formatError`: a FacetError gives its code, message and details; a value that does not fit its scalar is
 * UPSTREAM_INVALID_RESPONSE; Apollo's own protocol errors pass unchanged; everything else is masked as
 * INTERNAL_SERVER_ERROR.
 */
export function toPublicError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  if (original instanceof FacetError) return withCode(formatted, original.code, original.message, original.details);
  const code = codeOf(error) ?? formatted.extensions?.code;
  if (code !== undefined && code !== 'INTERNAL_SERVER_ERROR') {
    const { stacktrace: _, validationErrorCode: __, ...extensions } = formatted.extensions ?? {};
    return { ...formatted, message: toMessage(error, formatted), extensions: { ...extensions, code } };
  }
  if (original instanceof GraphQLError && formatted.path !== undefined) {
    // GraphQL's own complaint about an argument points into the document; one about a service's value does not.
    if (original.nodes !== undefined) return withCode(formatted, 'BAD_USER_INPUT', original.message);
    return withCode(formatted, 'UPSTREAM_INVALID_RESPONSE', errorCodes.UPSTREAM_INVALID_RESPONSE.publicMessage);
  }
  return withCode(formatted, 'INTERNAL_SERVER_ERROR', errorCodes.INTERNAL_SERVER_ERROR.publicMessage);
}

/** Apollo's own words tell strangers what runs here, and how it is opened; the parser's do not tell what to do. */
function toMessage(error: unknown, { message }: GraphQLFormattedError): string {
  const rule = toRuleCode(error);
  if (rule === 'INTROSPECTION_DISABLED') return 'There is no introspection here.';
  if (rule === 'MAX_TOKENS')
    return `The document has more than ${numberIn(message)} tokens. Split it, or ask for less.`;
  return message;
}

function numberIn(message: string): string {
  return Number(/\d+/.exec(message)?.[0]).toLocaleString('en');
}

/** The code that a validation rule gave its error, which Apollo overwrites with GRAPHQL_VALIDATION_FAILED. */
function codeOf(error: unknown): ErrorCode | undefined {
  if (!(error instanceof GraphQLError)) return undefined;
  const code =
    error.originalError instanceof GraphQLError ? error.originalError.extensions.code : error.extensions.code;
  return isErrorCode(code) ? code : undefined;
}

function withCode(
  { locations, path }: GraphQLFormattedError,
  code: ErrorCode,
  message: string,
  details: Readonly<Record<string, unknown>> = {},
): GraphQLFormattedError {
  return {
    message,
    ...(locations === undefined ? {} : { locations }),
    ...(path === undefined ? {} : { path }),
    extensions: { ...details, code },
  };
}
