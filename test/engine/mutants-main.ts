/** Lets the comparison loose on every mutant; prints as JSON which were caught, by what, and after how many cases. */
import { mutants } from './mutants.ts';
import { runCases } from './run-cases.ts';
import { createTrial } from './trials.ts';

export interface Caught {
  readonly name: string;
  readonly cases: number;
  /** The first problem found; absent where none was. */
  readonly problem?: string;
}

/** More than any mutant has ever needed. */
const cases = 6000;

const found: Caught[] = [];
for (const name of Object.keys(mutants)) {
  const summary = await runCases(createTrial(name), { seed: 1, cases, shrinkMs: 0 });
  const problem = summary.failure?.split('\n')[2];
  found.push({ name, cases: summary.cases, ...(problem === undefined ? {} : { problem }) });
}
process.stdout.write(JSON.stringify(found, null, 2));
