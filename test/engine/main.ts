/** The longer run: `pnpm test:engine -- --seed=1 --runs=200000`. Prints counts as JSON, and the smallest difference. */
import { parseArgs } from 'node:util';
import { runCases } from './run-cases.ts';
import { createTrial } from './trials.ts';

const { values } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
  options: {
    seed: { type: 'string' },
    runs: { type: 'string', default: '200000' },
    executor: { type: 'string', default: 'engine' },
    survey: { type: 'boolean', default: false },
  },
});
const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);
const cases = Number(values.runs);
if (!Number.isInteger(seed) || !(cases > 0)) throw new RangeError('--seed and --runs are whole numbers.');

const started = performance.now();
const survey = { onDifference: (description: string) => process.stderr.write(`${description}\n\n`) };
const limits = { seed, cases, ...(values.survey ? survey : {}) };
const summary = await runCases(createTrial(values.executor), limits, (soFar) => {
  process.stderr.write(`seed ${seed}: ${soFar.cases} of ${cases} cases\n`);
});
const { failure, ...counts } = summary;
const seconds = Math.round((performance.now() - started) / 100) / 10;
process.stdout.write(
  `${JSON.stringify({ ...counts, seconds, ...(failure === undefined ? {} : { failure }) }, null, 2)}\n`,
);
if (failure !== undefined) process.stderr.write(`${failure}\n`);
process.exitCode = failure === undefined ? 0 : 1;
