/** Plants a mutant into the sources of core as they are loaded: `MUTANT=<name> node --import coherence-plant.ts …`. */
import { mutants } from './coherence-mutants.ts';
import { plantChanges } from './plant-changes.ts';

const { MUTANT: name = '' } = process.env;
const mutant = mutants[name];
if (mutant === undefined) throw new TypeError(`No mutant '${name}', only ${Object.keys(mutants).join(', ')}.`);
plantChanges(name, mutant.changes);
