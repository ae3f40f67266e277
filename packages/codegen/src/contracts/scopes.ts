/** What a caller's token must allow, as the contract's `security` says (OpenAPI 3.1, Security Requirement Object). */
import type { Call } from './list-calls.ts';
import type { OpenApiDocument } from './openapi.ts';

/**
 * The scopes of the operation's first alternative, its own or else the document's; `undefined` where it names none.
 * Any alternative is enough, so the first is the one that callers ask for.
 */
export function toScopes(document: OpenApiDocument, { operation }: Call): readonly string[] | undefined {
  const [first] = operation.security ?? document.security ?? [];
  const scopes = [...new Set(Object.values(first ?? {}).flat())].sort();
  return scopes.length === 0 ? undefined : scopes;
}
