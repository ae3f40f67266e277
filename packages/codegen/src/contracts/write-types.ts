/** The types of a contract, by openapi-typescript. */
import { createConfig } from '@redocly/openapi-core';
import openapiTypes, { astToString, type OpenAPI3 } from 'openapi-typescript';
import type { Contract } from './read-contract.ts';

/** Source of `<service>.ts`: `paths`, `components` and `operations`. */
export async function writeTypes({ document }: Contract): Promise<string> {
  // It bundles again and resolves in place, so it gets its own copy; an empty configuration means nothing is linted.
  const copy = structuredClone(document) as unknown as OpenAPI3;
  const nodes = await openapiTypes(copy, {
    silent: true,
    redocly: await createConfig({}),
    // A default in the contract does not promise that the property is in the answer.
    defaultNonNullable: false,
  });
  return `${astToString(nodes).trimEnd()}\n`;
}
