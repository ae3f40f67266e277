/** What is not asked again, and what is asked before it is needed: Facet's own operations with caches and speculation. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { request } from 'undici';
import { ask } from '../ask.ts';
import { type Asking, urlOf } from '../load/load.ts';
import { measure, type Outcome, type Pace } from '../measure.ts';
import type { Line } from '../report/report.ts';
import { type Shop, startShop } from '../shop/shop.ts';
import { type Client, type RunningBff, startBff } from '../shop/start-bff.ts';
import { startRedis } from '../shop/start-redis.ts';
import { type Bench, isWanted } from './scenario.ts';

const operations = [
  { client: 'web', name: 'product-page' },
  { client: 'web', name: 'browse' },
  { client: 'mobile', name: 'home' },
] as const;
type Operation = (typeof operations)[number];
const latenciesMs = [0, 5, 20] as const;

type Env = Readonly<Record<string, string>>;
const cold: Env = { CACHE: 'false', COALESCE: 'false', SPECULATE: 'false' };
const rows: Env = { COALESCE: 'false', SPECULATE: 'false' };
const whole: Env = { SPECULATE: 'false' };

const titleOf = ({ client, name }: Operation) => `caching: ${client} ${name}`;
const speculationTitle = (latencyMs: number) =>
  `speculation: web product-page, one caller, services answer after ${latencyMs} ms`;

export async function caching(bench: Bench): Promise<void> {
  const wanted = operations.filter((operation) => isWanted(bench, titleOf(operation)));
  const latencies = latenciesMs.filter((latencyMs) => isWanted(bench, speculationTitle(latencyMs)));
  if (wanted.length + latencies.length === 0) return;
  bench.reporter.progress('starting the shop');
  const shop = await startShop(bench.cores.upstream);
  try {
    for (const operation of wanted) await runOperation(bench, shop, operation);
    for (const latencyMs of latencies) await runSpeculation(bench, shop, latencyMs);
  } finally {
    await shop.stop();
  }
}

async function runOperation(bench: Bench, shop: Shop, operation: Operation): Promise<void> {
  const redis = await startRedis(bench.cores.load);
  const lines: Line[] = [];
  const line = async (label: string, env: Env, isConditional = false) => {
    bench.reporter.progress(`${titleOf(operation)}: ${label}`);
    await shop.setLatency(0);
    const outcome = await inBff(bench, shop, operation.client, env, async (bff) => {
      const asking = await prepare(shop, operation);
      return run(bench, shop, bff, isConditional ? await toConditional(bff, asking) : asking);
    });
    lines.push({ label, ...outcome });
  };
  try {
    await line('nothing kept', cold);
    await line('rows kept', rows);
    await line('whole answers kept', whole);
    await line('the caller has it: 304', whole, true);
    if (redis !== undefined) {
      await line('rows kept in Redis', { ...rows, REDIS_URL: redis.url });
      await line('whole answers kept in Redis', { ...whole, REDIS_URL: redis.url });
    }
  } finally {
    await redis?.stop();
  }
  bench.reporter.table({ title: titleOf(operation), note: 'CPU of the BFF alone', ratio: true, lines });
}

/** Time matters here, not CPU: one caller, one request after the other. */
async function runSpeculation(bench: Bench, shop: Shop, latencyMs: number): Promise<void> {
  const lines: Line[] = [];
  for (const [label, speculate] of [
    ['as asked for', 'false'],
    ['speculating', 'true'],
  ] as const) {
    bench.reporter.progress(`${speculationTitle(latencyMs)}: ${label}`);
    const env = { ...cold, SPECULATE: speculate };
    const outcome = await inBff(bench, shop, 'web', env, async (bff) => {
      const asking = await prepare(shop, operations[0]);
      await ask(bff.url, asking);
      await shop.setLatency(latencyMs);
      return run(bench, shop, bff, asking, { connections: 1 });
    });
    lines.push({ label, ...outcome });
  }
  await shop.setLatency(0);
  bench.reporter.table({ title: speculationTitle(latencyMs), note: 'nothing is kept', ratio: true, lines });
}

async function inBff(
  bench: Bench,
  shop: Shop,
  client: Client,
  env: Env,
  work: (bff: RunningBff) => Promise<Outcome>,
): Promise<Outcome> {
  const bff = await startBff(bench.cores, shop, client, env);
  try {
    return await work(bff);
  } finally {
    await bff.process.stop();
  }
}

async function prepare(shop: Shop, { client, name }: Operation): Promise<Asking> {
  const file = path.join(import.meta.dirname, '../../../schemas', client, 'operations', `${name}.graphql`);
  const { variables } = await shop.prepare(`${client} ${name}`);
  return { query: await readFile(file, 'utf8'), variables };
}

/** A GET by somebody who has the answer already. */
async function toConditional({ url }: RunningBff, given: Asking): Promise<Asking> {
  const asking = { ...given, method: 'GET' as const, headers: { 'apollo-require-preflight': 'true' } };
  const headers = { 'content-type': 'application/json', ...asking.headers };
  const answer = await request(urlOf(url, asking), { headers });
  await answer.body.dump();
  const { etag } = answer.headers;
  if (typeof etag !== 'string') throw new Error(`GET answered ${answer.statusCode} without an ETag.`);
  return { ...asking, headers: { ...asking.headers, 'if-none-match': etag } };
}

async function run(
  { options, cores, load }: Bench,
  shop: Shop,
  { process: { pid }, url }: RunningBff,
  asking: Asking,
  changes: Partial<Pace> = {},
): Promise<Outcome> {
  const pace = { ...options.pace, ...changes };
  return measure({ pid, url, asking, load, pace, core: cores.load, counters: shop.status });
}
