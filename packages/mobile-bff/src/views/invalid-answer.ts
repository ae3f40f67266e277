/** What a view says when a service gave a value that cannot be shown. */
import { FacetError } from '@facet/core';

/** The caller reads that a service's answer cannot be used; the value itself goes to the log. */
export function invalidAnswer(what: string, value: unknown): FacetError {
  return new FacetError('UPSTREAM_INVALID_RESPONSE', { cause: { what, value } });
}
