/** Arguments in, exit code out: what `pnpm codegen` does. */
import { relative, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { CodegenError } from './codegen-error.ts';
import { applyPlan, describeDrift, type FilePlan, findDrift } from './files.ts';
import { generateOperations } from './generate-operations.ts';
import { planWorkspace } from './plan-workspace.ts';

const HELP = `Usage: pnpm codegen [--check]
       pnpm codegen --contract <file> --out <folder> [--service <name>] [--check]

Without --contract, generates everything this workspace needs from schemas/.

  --check             write nothing; exit 1 and name the files that are not as they would be generated
  --contract <file>   an OpenAPI 3.0 or 3.1 file of your own, YAML or JSON
  --out <folder>      where <service>.ts and <service>-operations.ts go
  --service <name>    name of the service, kebab-case; default: the file's name
  --help              show this
`;

export interface CliOptions {
  readonly args: readonly string[];
  /** Folder that holds schemas/ and packages/. */
  readonly root: string;
  /** What relative paths in arguments are relative to. */
  readonly cwd: string;
  readonly print: (line: string) => void;
  readonly printError: (line: string) => void;
}

/** Runs the command; returns its exit code: 0 done, 1 problems or drift, 2 wrong arguments. */
export async function runCli(options: CliOptions): Promise<number> {
  const values = readArguments(options);
  if (!values) return 2;
  if (values.help) {
    options.print(HELP);
    return 0;
  }
  try {
    const { contract, out } = values;
    const own = contract !== undefined && out !== undefined;
    const plan = own
      ? await planContract(contract, out, values.service, options.cwd)
      : await planWorkspace(options.root);
    return await finish(plan, values.check, own ? options.cwd : options.root, options);
  } catch (error) {
    if (!(error instanceof CodegenError)) throw error;
    for (const problem of error.problems) options.printError(problem);
    return 1;
  }
}

function readArguments({ args, printError }: CliOptions) {
  try {
    const { values } = parseArgs({
      // pnpm passes a separating `--` on.
      args: args.filter((arg) => arg !== '--'),
      options: {
        check: { type: 'boolean', default: false },
        contract: { type: 'string' },
        out: { type: 'string' },
        service: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    const { help, contract, out, service } = values;
    if (help || (contract !== undefined && out !== undefined)) return values;
    if (contract === undefined && out === undefined && service === undefined) return values;
    printError(`--contract and --out go together, and --service with them.\n\n${HELP}`);
  } catch (error) {
    printError(`${(error as Error).message}\n\n${HELP}`);
  }
  return undefined;
}

async function planContract(
  contract: string,
  out: string,
  service: string | undefined,
  cwd: string,
): Promise<FilePlan> {
  const path = resolve(cwd, contract);
  const folder = resolve(cwd, out);
  // Seen from the folder it goes to, so that the text does not depend on where the command was run.
  const source = relative(folder, path).split(sep).join('/');
  const generated = await generateOperations({ contract: path, service, source });
  const files = new Map([
    [resolve(folder, `${generated.service}.ts`), generated.types],
    [resolve(folder, `${generated.service}-operations.ts`), generated.operations],
  ]);
  return { files, folders: [] };
}

async function finish(
  plan: FilePlan,
  check: boolean,
  base: string,
  { print, printError }: CliOptions,
): Promise<number> {
  const drift = check ? await findDrift(plan) : await applyPlan(plan);
  const lines = describeDrift(drift, base);
  if (!check) {
    print(`${plan.files.size} generated files, ${lines.length} changed.`);
    return 0;
  }
  if (lines.length === 0) {
    print(`${plan.files.size} generated files are up to date.`);
    return 0;
  }
  for (const line of lines) printError(line);
  printError('Generated files are not up to date. Run `pnpm codegen` and commit the result.');
  return 1;
}
