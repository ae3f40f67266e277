/** The public comparison, "posts and their users": three queries, every system over the same upstream. */
import { ask, differenceOf, type GraphqlAnswer } from '../ask.ts';
import type { Asking } from '../load/load.ts';
import { measureInTurn, type Outcome } from '../measure.ts';
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
  const names = options.systems ?? workload.systems;
  const contestants: Contestant[] = [];
  try {
    const right = await rightAnswers(bench, workload, upstream);
    for (const system of systems.filter(({ name }) => names?.includes(name) ?? true)) {
      reporter.progress(`starting ${system.title}`);
      contestants.push(await toContestant(system, upstream, cores.system()));
    }
    for (const query of workload.queries) {
      const lines = await measureQuery(bench, { workload, upstream, right, contestants }, query);
      reporter.table({ title: titleOf(workload, query), ratio: true, lines });
    }
  } finally {
    for (const { running } of contestants) await running?.stop();
    await upstream.close();
  }
}

type RightAnswers = ReadonlyMap<QueryName, GraphqlAnswer>;

/** A system that runs, or why it does not. */
interface Contestant {
  readonly label: string;
  readonly running?: RunningSystem;
  readonly absent?: string;
}

async function toContestant(system: System, upstream: Upstream, core: readonly number[]): Promise<Contestant> {
  try {
    return { label: system.title, running: await startSystem(system, upstream.origin, core) };
  } catch (reason) {
    if (!(reason instanceof AbsentError)) throw reason;
    return { label: system.title, absent: reason.message };
  }
}

interface Contest {
  readonly workload: Workload;
  readonly upstream: Upstream;
  readonly right: RightAnswers;
  readonly contestants: readonly Contestant[];
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

/** Whoever answers otherwise, before the load or after it, has no figures. */
async function measureQuery(bench: Bench, contest: Contest, query: QueryName): Promise<Line[]> {
  const { options, cores, load, reporter } = bench;
  const { workload, upstream, right, contestants } = contest;
  const asking = toAsking(workload, query);
  const check = async (running: RunningSystem) =>
    differenceOf(await ask(running.urlOf(query), asking), right.get(query) ?? {});

  const lines = new Map<Contestant, Line>();
  const able: { contestant: Contestant; running: RunningSystem }[] = [];
  for (const contestant of contestants) {
    const { label, running, absent } = contestant;
    const difference = running === undefined ? absent : await check(running);
    if (running !== undefined && difference === undefined) able.push({ contestant, running });
    else lines.set(contestant, { label, absent: difference ?? 'not started' });
  }
  reporter.progress(`${titleOf(workload, query)}: ${able.map(({ contestant }) => contestant.label).join(', ')}`);
  const outcomes = await measureInTurn(
    able.map(({ running }) => ({
      pid: running.pid,
      url: running.urlOf(query),
      asking,
      load,
      pace: options.pace,
      core: cores.load,
      counters: upstream.counters,
    })),
  );
  for (const [index, { contestant, running }] of able.entries()) {
    const after = await check(running);
    const outcome = after === undefined ? (outcomes[index] as Outcome) : { absent: `after the load, ${after}` };
    lines.set(contestant, { label: contestant.label, ...outcome });
  }
  return contestants.map((contestant) => lines.get(contestant) as Line);
}
