/** The benchmark: `pnpm bench`. README.md beside this file says what it measures and why that is fair. */
import { existsSync } from 'node:fs';
import { findLoadGenerator } from './load/find-load-generator.ts';
import { type BenchOptions, parseOptions, type ScenarioName, usage } from './options.ts';
import { canPin, planCores } from './process/cores.ts';
import { killAllProcesses } from './process/start-process.ts';
import { createReporter } from './report/create-reporter.ts';
import { writeResults } from './report/write-results.ts';
import { caching } from './scenarios/caching.ts';
import { growth } from './scenarios/growth.ts';
import { operations } from './scenarios/operations.ts';
import { posts } from './scenarios/posts.ts';
import type { Scenario } from './scenarios/scenario.ts';
import { installPeers } from './systems/install-peers.ts';
import { missingPackages, versionOf } from './systems/packages.ts';
import { systems } from './systems/systems.ts';
import { findNginx } from './upstream/start-upstream.ts';

const scenarios: Readonly<Record<ScenarioName, Scenario>> = { posts, operations, caching, growth };

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));
process.once('exit', killAllProcesses);

if (process.argv.includes('--help')) {
  console.log(`${usage}\n\nsystems: ${systems.map(({ name }) => name).join(', ')}`);
} else {
  await run().catch((reason: unknown) => {
    console.error(reason instanceof TypeError ? reason.message : reason);
    process.exitCode = 1;
  });
}

async function run(): Promise<void> {
  const options = parseOptions(
    process.argv.slice(2),
    systems.map(({ name }) => name),
  );
  if (!existsSync('/proc/self/stat'))
    throw new TypeError('CPU time is read from /proc, which this system does not have: run the benchmark on Linux.');
  const startedAt = new Date().toISOString();
  const reporter = createReporter();
  const load = findLoadGenerator(options.load);
  const nginx = options.upstream === 'node' ? undefined : await findNginx();
  const upstream = nginx === undefined ? 'node' : 'nginx';
  await installWhatIsNeeded(options, load.name, reporter.progress);
  console.log(toHeader(load.name, upstream));

  const bench = { options, load, nginx, cores: planCores(), reporter };
  for (const name of options.only) await scenarios[name](bench);
  reporter.end();
  const peers = systems
    .filter((system) => missingPackages(system).length === 0)
    .flatMap((system) => versionOf(system) ?? []);
  const facts = { startedAt, options, load: load.name, upstream, isPinned: canPin, peers: [...new Set(peers)] };
  console.log(`\n${await writeResults(facts, reporter.tables)}`);
}

/** The peers are needed by the comparison alone, or by a machine without wrk. */
async function installWhatIsNeeded(
  { only, systems: chosen }: BenchOptions,
  load: string,
  say: (line: string) => void,
): Promise<void> {
  const wanted = only.includes('posts') ? systems.filter(({ name }) => chosen?.includes(name) ?? true) : [];
  const generator = { name: load, title: load, packages: load === 'wrk' ? [] : [load] };
  await installPeers([...wanted, generator], say);
  const [missing] = missingPackages(generator);
  if (missing === undefined) return;
  throw new TypeError(`There is no load generator: install wrk, or make \`npm ci\` work in test/performance/peers.`);
}

function toHeader(load: string, upstream: string): string {
  const pinning = canPin ? 'system, upstream and load pinned to cores' : 'nothing is pinned, since taskset is missing';
  return `load: ${load}, upstream: ${upstream}, ${pinning}, Node ${process.version}`;
}
