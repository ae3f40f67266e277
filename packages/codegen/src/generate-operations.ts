/** Everything that is generated from one OpenAPI file, as text. */
import { CodegenError } from './codegen-error.ts';
import { type Contract, readContract } from './contracts/read-contract.ts';
import { writeOperations } from './contracts/write-operations.ts';
import { writeRoutes } from './contracts/write-routes.ts';
import { writeTypes } from './contracts/write-types.ts';
import { toHeader } from './files.ts';

export interface GenerateOperationsOptions {
  /** Path of an OpenAPI 3.0 or 3.1 file, YAML or JSON; files it refers to are read too. */
  readonly contract: string;
  /** Name of the service, kebab-case; default: the file's basename. */
  readonly service?: string | undefined;
  /** What the first line of the generated files names; default: `contract`. */
  readonly source?: string | undefined;
}

export interface GeneratedOperations {
  /** Kebab-case; the other two import the types from `./<service>.ts`. */
  readonly service: string;
  /** Source of `<service>.ts`: `paths`, `components`, `operations`. */
  readonly types: string;
  /** Source of `<service>-operations.ts`: entity types and the table for rows. */
  readonly operations: string;
  /** Source of `<service>-routes.ts`: what a Fastify server registers. */
  readonly routes: string;
}

/**
 * Generates the types, the table of operations and the routes of one service.
 * @throws CodegenError with every problem of the contract, or where it has no paths
 */
export async function generateOperations(options: GenerateOperationsOptions): Promise<GeneratedOperations> {
  const contract = await readContract({ path: options.contract, service: options.service });
  if (contract) return writeContract(contract, options.source);
  throw new CodegenError([`${options.contract}: has no paths. Describe at least one operation.`]);
}

/** The three files of a contract that has been read; `source` is what their first line names. */
export async function writeContract(contract: Contract, source = contract.source): Promise<GeneratedOperations> {
  const header = toHeader(source);
  return {
    service: contract.service,
    types: header + (await writeTypes(contract)),
    operations: header + writeOperations(contract),
    routes: header + writeRoutes(contract),
  };
}
