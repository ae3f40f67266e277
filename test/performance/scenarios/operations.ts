/** Facet's own web and mobile operations over the domain services, at three speeds of those. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { ask } from '../ask.ts';
import type { Asking } from '../load/load.ts';
import { measure, type Outcome } from '../measure.ts';
import type { Line } from '../report/report.ts';
import { type Shop, startShop } from '../shop/shop.ts';
import { type Client, type RunningBff, startBff } from '../shop/start-bff.ts';
import { type Bench, isWanted } from './scenario.ts';

const clients = ['web', 'mobile'] as const;
/** Enough to load the BFF fully while it waits for several slow services in turn. */
const maxConnections = 25;
const latenciesMs = [0, 5, 20] as const;
const root = path.join(import.meta.dirname, '../../..');

export async function operations(bench: Bench): Promise<void> {
  const titles = clients.flatMap((client) => latenciesMs.map((latency) => titleOf(client, latency)));
  if (!titles.some((title) => isWanted(bench, title))) return;
  bench.reporter.progress('starting the shop');
  const shop = await startShop(bench.cores.upstream);
  try {
    for (const client of clients) await runClient(bench, shop, client);
  } finally {
    await shop.stop();
  }
}

const titleOf = (client: Client, latencyMs: number) => `operations: ${client}, services answer after ${latencyMs} ms`;

async function runClient(bench: Bench, shop: Shop, client: Client): Promise<void> {
  const bff = await startBff(bench.cores, shop, client);
  const latencies = latenciesMs.filter((latencyMs) => isWanted(bench, titleOf(client, latencyMs)));
  const tables = latencies.map((latencyMs) => ({ latencyMs, lines: [] as Line[] }));
  const all = await readOperations(client);
  const reading = all.filter(({ document }) => !changesData(document));
  const leftOut = all.filter(({ document }) => changesData(document)).map(({ name }) => name);
  try {
    for (const { name, document } of reading) {
      const { variables, token } = await shop.prepare(`${client} ${name}`);
      const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
      const asking = { query: document, variables, headers };
      for (const { latencyMs, lines } of tables) {
        bench.reporter.progress(`${titleOf(client, latencyMs)}: ${name}`);
        await shop.setLatency(latencyMs);
        lines.push({ label: name, ...(await measureOperation(bench, shop, bff, asking)) });
      }
    }
  } finally {
    await bff.process.stop();
  }
  const note = `CPU of the BFF alone; left out, since they change data: ${leftOut.join(', ')}`;
  for (const { latencyMs, lines } of tables) {
    bench.reporter.table({ title: titleOf(client, latencyMs), note, ratio: false, lines });
  }
}

const changesData = (document: string) => /^(?:mutation|subscription)\b/m.test(document);

async function readOperations(client: Client): Promise<{ name: string; document: string }[]> {
  const folder = path.join(root, 'schemas', client, 'operations');
  const files = (await readdir(folder)).filter((file) => file.endsWith('.graphql')).sort();
  return Promise.all(
    files.map(async (file) => ({
      name: path.basename(file, '.graphql'),
      document: await readFile(path.join(folder, file), 'utf8'),
    })),
  );
}

async function measureOperation(
  { options, cores, load }: Bench,
  shop: Shop,
  { process: { pid }, url }: RunningBff,
  asking: Asking,
): Promise<Outcome> {
  const { errors } = await ask(url, asking);
  if (errors !== undefined) return { absent: `it answered with errors: ${JSON.stringify(errors).slice(0, 300)}` };
  const pace = { ...options.pace, connections: Math.min(options.pace.connections, maxConnections) };
  return measure({ pid, url, asking, load, pace, core: cores.load, counters: shop.status });
}
