/** What is said of a column that the schema promises and the service left out. */
import { FacetError } from '../errors/facet-error.ts';

export function missingColumn(typeName: string, fieldName: string): FacetError {
  return new FacetError('UPSTREAM_INVALID_RESPONSE', { cause: new Error(`${typeName}.${fieldName} has no value`) });
}
