/** The load generator of this machine: wrk where it is installed, else autocannon from the peers' folder. */
import { existsSync } from 'node:fs';
import { runAutocannon } from './autocannon.ts';
import type { LoadGenerator } from './load.ts';
import { runWrk } from './wrk.ts';

/** `autocannon` is taken where it is asked for, or there is no wrk. */
export function findLoadGenerator(asked?: string): LoadGenerator {
  const wrk = ['/usr/bin/wrk', '/usr/local/bin/wrk', '/opt/homebrew/bin/wrk'].find((place) => existsSync(place));
  if (wrk !== undefined && asked !== 'autocannon') return { name: 'wrk', run: (options) => runWrk(wrk, options) };
  return { name: 'autocannon', run: runAutocannon };
}
