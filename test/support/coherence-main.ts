/** The longer run: `npm run test:coherence -- --seed=1 --runs=20000`, which is its test with another seed and more requests. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
  options: { seed: { type: 'string' }, runs: { type: 'string', default: '20000' } },
});
const { seed = String(Date.now() % 2 ** 31), runs } = values;
if (!Number.isInteger(Number(seed)) || !(Number(runs) > 0))
  throw new RangeError('--seed and --runs are whole numbers.');

const root = join(import.meta.dirname, '../..');
const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
const child = spawn(process.execPath, [...jest, 'test/integration/coherence.test.ts', '-t', 'seed'], {
  cwd: root,
  env: { ...process.env, COHERENCE_SEED: seed, COHERENCE_RUNS: runs },
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
const [code] = await once(child, 'close');
process.exitCode = code ?? 1;
