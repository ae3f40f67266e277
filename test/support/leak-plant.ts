/** Plants a mutant of `leak-mutants.ts`: `MUTANT=<name> node --import leak-plant.ts …`. */
import { leakMutants } from './leak-mutants.ts';
import { plantChanges } from './plant-changes.ts';

const { MUTANT: name = '' } = process.env;
const changes = leakMutants[name];
if (changes === undefined) throw new TypeError(`No mutant '${name}', only ${Object.keys(leakMutants).join(', ')}.`);
plantChanges(name, changes);
