/** How cost grows: with the list, the depth, the number of different documents, of connections and of workers. */
import { ask } from '../ask.ts';
import type { Asking } from '../load/load.ts';
import { measure, type Pace } from '../measure.ts';
import type { Line, Table } from '../report/report.ts';
import { createOwnSystem } from '../systems/node-systems.ts';
import { AbsentError, startSystem } from '../systems/start-system.ts';
import type { QueryName, System } from '../systems/system.ts';
import { systems } from '../systems/systems.ts';
import { startUpstream } from '../upstream/start-upstream.ts';
import type { Bytes } from '../upstream/upstream.ts';
import { type Bench, isWanted } from './scenario.ts';

/** One line of a table: a system in a process of its own, so that memory is this line's alone. */
interface Step {
  readonly label: string;
  readonly system: string | System;
  readonly asking: Asking;
  /** Where the floor has it; `posts-with-users` by default. */
  readonly query?: QueryName;
  readonly postCount?: number;
  readonly pace?: Partial<Pace>;
  readonly workerCount?: number;
  readonly baseline?: string;
}

interface Growth extends Omit<Table, 'lines'> {
  readonly bytes?: Bytes;
  readonly steps: readonly Step[];
}

const postsWithUsers = { query: '{ posts { id userId title user { id name email }}}' };
const sizes = [10, 100, 1_000, 10_000] as const;
const numberIn = (label: string) => Number(/[\d,]+/.exec(label)?.[0].replaceAll(',', ''));
const plural = (count: number) => count.toLocaleString('en');

const lists = (bytes: Bytes): Growth => ({
  title: `growth: list size, upstream bytes ${bytes}`,
  note: 'ratio: to the floor with as many items; 10 connections',
  ratio: true,
  each: { heading: 'µs/item', count: ({ label }) => numberIn(label) },
  bytes,
  steps: sizes.flatMap((size) =>
    ['floor', 'facet'].map((system) => ({
      label: `${plural(size)} items, ${system}`,
      baseline: `${plural(size)} items, floor`,
      system,
      asking: postsWithUsers,
      postCount: size,
      pace: { connections: 10 },
    })),
  ),
});

/** `depth` fields inside each other; every one but the last is a list of 100 posts that is asked for again. */
function toDeepQuery(depth: number): string {
  const again = Array.from({ length: depth - 2 }, (_, level) => `again(page: ${level + 2}) { `);
  return `{ posts { ${again.join('')}id ${'} '.repeat(depth)}`;
}

const depths: Growth = {
  title: 'growth: depth',
  note: '100 posts at every depth, and one REST call for each but the last; 10 connections; ratio: to depth 2',
  ratio: true,
  each: { heading: 'µs/level', count: ({ label }) => numberIn(label) },
  steps: [2, 4, 8, 16, 32].map((depth) => ({
    label: `depth ${depth}`,
    system: 'facet',
    asking: { query: toDeepQuery(depth) },
    pace: { connections: 10 },
  })),
};

const documents: Growth = {
  title: 'growth: number of different documents',
  note: 'sent in turn; ratio: to one document',
  ratio: true,
  steps: [1, 10, 100, 1_000, 10_000].map((count) => ({
    label: `${plural(count)} documents`,
    system: 'facet',
    asking: { query: 'query posts%d { posts { id userId t%d: title user { id name email }}}', differentCount: count },
  })),
};

const connections: Growth = {
  title: 'growth: number of connections',
  note: 'ratio: to the floor with as many',
  ratio: true,
  steps: [10, 100, 500].flatMap((count) =>
    ['floor', 'facet'].map((system) => ({
      label: `${count} connections, ${system}`,
      baseline: `${count} connections, floor`,
      system,
      asking: postsWithUsers,
      pace: { connections: count },
    })),
  ),
};

const workers: Growth = {
  title: 'growth: number of workers',
  note: 'CPU of all processes together; ratio: to one worker',
  ratio: true,
  steps: [1, 2].map((workerCount) => ({
    label: `${workerCount} workers`,
    system: createOwnSystem({
      name: `facet-workers-${workerCount}`,
      title: 'Facet',
      file: 'facet.ts',
      env: { COALESCE: 'false', CACHE: 'false', WORKERS: String(workerCount) },
    }),
    asking: postsWithUsers,
    workerCount,
  })),
};

export async function growth(bench: Bench): Promise<void> {
  for (const table of [lists('repeat'), lists('differ'), depths, documents, connections, workers]) {
    if (isWanted(bench, table.title)) await runTable(bench, table);
  }
}

async function runTable(bench: Bench, { steps, bytes = 'repeat', ...table }: Growth): Promise<void> {
  const { options, reporter } = bench;
  const lines: Line[] = [];
  for (const step of steps) {
    const system = typeof step.system === 'string' ? systems.find(({ name }) => name === step.system) : step.system;
    if (system === undefined) throw new TypeError(`There is no system '${step.system}'.`);
    if (options.systems !== undefined && typeof step.system === 'string' && !options.systems.includes(step.system))
      continue;
    reporter.progress(`${table.title}: ${step.label}`);
    lines.push(await runStep(bench, { step, system, bytes }));
  }
  reporter.table({ ...table, lines });
}

async function runStep(
  { options, cores, load, nginx }: Bench,
  { step, system, bytes }: { readonly step: Step; readonly system: System; readonly bytes: Bytes },
): Promise<Line> {
  const { label, asking, query = 'posts-with-users', postCount = 100, workerCount = 1 } = step;
  const line = { label, ...(step.baseline === undefined ? {} : { baseline: step.baseline }) };
  const upstream = await startUpstream({ postCount, bytes, nginx, core: cores.upstream });
  try {
    const running = await startSystem(system, upstream.origin, cores.system(workerCount));
    try {
      const { pid } = running;
      const pace = { ...options.pace, ...step.pace };
      const url = running.urlOf(query);
      const { counters } = upstream;
      const { errors } = await ask(url, asking);
      if (errors !== undefined) return { ...line, absent: `it answered with errors: ${JSON.stringify(errors)}` };
      return { ...line, ...(await measure({ pid, url, asking, load, pace, counters, core: cores.load })) };
    } finally {
      await running.stop();
    }
  } catch (reason) {
    if (reason instanceof AbsentError) return { ...line, absent: reason.message };
    throw reason;
  } finally {
    await upstream.close();
  }
}
