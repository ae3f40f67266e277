/** The command `pnpm release:<client>`; the script's first argument is the client. */
import { resolve } from 'node:path';
import { runRelease } from './release.ts';

const [client = '', ...args] = process.argv.slice(2);

process.exitCode = await runRelease({
  client,
  args,
  root: resolve(import.meta.dirname, '../../..'),
  print: (line) => process.stdout.write(`${line}\n`),
  printError: (line) => process.stderr.write(`${line}\n`),
});
