/** The command `pnpm codegen`. */
import { resolve } from 'node:path';
import { runCli } from './cli.ts';

process.exitCode = await runCli({
  args: process.argv.slice(2),
  root: resolve(import.meta.dirname, '../../..'),
  cwd: process.cwd(),
  print: (line) => process.stdout.write(`${line}\n`),
  printError: (line) => process.stderr.write(`${line}\n`),
});
