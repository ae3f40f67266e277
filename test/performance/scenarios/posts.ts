/** The public comparison, "posts and their users": three queries, every system over the same upstream. */
import { ask, differenceOf, type GraphqlAnswer } from '../ask.ts';
import type { Asking } from '../load/load.ts';
import { measure, type Outcome } from '../measure.ts';
import type { Line } from '../report/report.ts';
import { AbsentError, type RunningSystem, startSystem } from '../systems/start-system.ts';
import type { QueryName, System } from '../systems/system.ts';
import { systems } from '../systems/systems.ts';
import { startUpstream } from '../upstream/start-upstream.ts';
import type { Bytes, Upstream } from '../upstream/upstream.ts';
import { type Bench, isWanted } from './scenario.ts';

export const selections: Readonly<Record<QueryName, string>> = {
  'posts-with-users': '{ posts { id userId title user { id name email }}}',
  titles: '{ posts { title }}',
  greet: '{ greet }',
};

interface Workload {
  readonly title: string;
  readonly bytes: Bytes;
  /** How many documents callers send in turn; they differ in their operation's name alone. */
  readonly differentCount: number;
  readonly queries: readonly QueryName[];
  /** Systems that the workload says something about; all where undefined. */
  readonly systems?: readonly string[];
}

const workloads: readonly Workload[] = [
  {
    title: 'identical requests, upstream bytes repeat',
    bytes: 'repeat',
    differentCount: 1,
    queries: ['posts-with-users', 'titles', 'greet'],
  },
  {
    title: 'identical requests, upstream bytes differ on every call',
    bytes: 'differ',
    differentCount: 1,
    queries: ['posts-with-users', 'titles'],
    systems: ['floor', 'facet', 'facet-coalesce', 'tailcall', 'mercurius'],
  },
  {
    title: '100 different requests in turn, upstream bytes repeat',
    bytes: 'repeat',
    differentCount: 100,
    queries: ['posts-with-users'],
    systems: ['floor', 'facet', 'facet-coalesce', 'tailcall-dedupe', 'mercurius'],
  },
  {
    title: '100 different requests in turn, upstream bytes differ on every call',
    bytes: 'differ',
    differentCount: 100,
    queries: ['posts-with-users'],
    systems: ['floor', 'facet', 'facet-coalesce'],
  },
];

export async function posts(bench: Bench): Promise<void> {
  for (const workload of workloads) {
    const queries = workload.queries.filter((query) => isWanted(bench, titleOf(workload, query)));
    if (queries.length > 0) await runWorkload(bench, { ...workload, queries });
  }
}

const titleOf = ({ title }: Workload, query: QueryName) => `posts: ${selections[query]}, ${title}`;

function toAsking({ differentCount }: Workload, query: QueryName): Asking {
  if (differentCount === 1) return { query: selections[query] };
  return { query: `query posts%d ${selections[query]}`, differentCount };
}

async function runWorkload(bench: Bench, workload: Workload): Promise<void> {
  const { options, cores, reporter, nginx } = bench;
  const upstream = await startUpstream({ bytes: workload.bytes, nginx, core: cores.upstream });
  try {
    const right = await rightAnswers(bench, workload, upstream);
    const lines = new Map<QueryName, Line[]>(workload.queries.map((query) => [query, []]));
    const names = options.systems ?? workload.systems;
    for (const system of systems.filter(({ name }) => names?.includes(name) ?? true)) {
      await runSystem(bench, { workload, system, upstream, right, lines });
    }
    for (const [query, found] of lines) reporter.table({ title: titleOf(workload, query), ratio: true, lines: found });
  } finally {
    await upstream.close();
  }
}

type RightAnswers = ReadonlyMap<QueryName, GraphqlAnswer>;

interface SystemRun {
  readonly workload: Workload;
  readonly system: System;
  readonly upstream: Upstream;
  readonly right: RightAnswers;
  readonly lines: ReadonlyMap<QueryName, Line[]>;
}

/** What the floor answers. */
async function rightAnswers({ cores }: Bench, workload: Workload, upstream: Upstream): Promise<RightAnswers> {
  const floor = await startSystem(systems[0] as System, upstream.origin, cores.system());
  try {
    const answers = workload.queries.map(async (query) => [query, await ask(floor.urlOf(query), { query })] as const);
    return new Map(await Promise.all(answers));
  } finally {
    await floor.stop();
  }
}

async function runSystem(bench: Bench, run: SystemRun): Promise<void> {
  const { system, upstream, lines, workload } = run;
  const { reporter, cores } = bench;
  const label = system.title;
  let running: RunningSystem | undefined;
  try {
    running = await startSystem(system, upstream.origin, cores.system());
    for (const query of workload.queries) {
      reporter.progress(`${titleOf(workload, query)}: ${label}`);
      const line = await measureQuery(bench, run, running, query);
      lines.get(query)?.push({ label, ...line });
    }
  } catch (reason) {
    if (!(reason instanceof AbsentError)) throw reason;
    for (const found of lines.values()) found.push({ label, absent: reason.message });
  } finally {
    await running?.stop();
  }
}

async function measureQuery(
  { options, cores, load }: Bench,
  { workload, upstream, right }: SystemRun,
  running: RunningSystem,
  query: QueryName,
): Promise<Outcome> {
  const asking = toAsking(workload, query);
  const url = running.urlOf(query);
  const check = async () => differenceOf(await ask(url, asking), right.get(query) ?? {});
  const before = await check();
  if (before !== undefined) return { absent: before };
  const { pid } = running;
  const outcome = await measure({
    pid,
    url,
    asking,
    load,
    pace: options.pace,
    core: cores.load,
    counters: upstream.counters,
  });
  const after = await check();
  return after === undefined ? outcome : { absent: `after the load, ${after}` };
}
