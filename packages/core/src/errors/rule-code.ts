/** What graphql-js and Apollo refuse by rules of their own, under codes that do not say by which. */
import { GraphQLError } from 'graphql';

export type RuleCode = 'MAX_TOKENS' | 'MAX_RECURSIVE_SELECTIONS_EXCEEDED' | 'INTROSPECTION_DISABLED';

/** The parser gives this error no code; its limit is the only number. */
const tooManyTokens = /^Syntax Error: Document contains more that? \d+ tokens\b/;

/** The rule that refused a document; `undefined` for what is wrong with a document itself. */
export function toRuleCode(error: unknown): RuleCode | undefined {
  if (!(error instanceof GraphQLError)) return undefined;
  const { validationErrorCode: code } = error.extensions;
  if (code === 'INTROSPECTION_DISABLED' || code === 'MAX_RECURSIVE_SELECTIONS_EXCEEDED') return code;
  return tooManyTokens.test(error.message) ? 'MAX_TOKENS' : undefined;
}
