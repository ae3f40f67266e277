/** Runs an entry of this folder in a process of its own: Jest would take what graphql-js leaves rejected for a failure. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** The JSON that the entry printed. Its exit code does not matter; a process that prints none rejects with its errors. */
export async function runApart<T>(entry: string, args: readonly string[]): Promise<T> {
  const flags = ['--conditions=facet-source', '--enable-source-maps', '--disable-warning=ExperimentalWarning'];
  const child = spawn(process.execPath, [...flags, join(import.meta.dirname, entry), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors = (errors + text).slice(-4000);
  });
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve());
  });
  try {
    return JSON.parse(output) as T;
  } catch {
    throw new Error(`${entry} ${args.join(' ')} printed no result: ${errors}`);
  }
}
