/** Plants a mutant into the sources of core as they are loaded: `MUTANT=<name> node --import coherence-plant.ts …`. */
import { registerHooks } from 'node:module';
import { mutants } from './coherence-mutants.ts';

const { MUTANT: name = '' } = process.env;
const mutant = mutants[name];
if (mutant === undefined) throw new TypeError(`No mutant '${name}', only ${Object.keys(mutants).join(', ')}.`);

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    const here = mutant.changes.filter(({ file }) => url.endsWith(`/core/src/${file}`));
    if (here.length === 0) return loaded;
    let source = String(loaded.source);
    for (const { file, from, to } of here) {
      if (source.split(from).length !== 2)
        throw new Error(`${file} does not have once what '${name}' changes: ${from}`);
      source = source.replace(from, () => to);
    }
    return { ...loaded, source };
  },
});
