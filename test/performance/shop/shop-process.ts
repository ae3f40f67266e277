/**
 * The process of the shop: identity provider, domain services, and a slow way to each service. The benchmark steers it
 * over HTTP: `GET /status`, `POST /prepare?operation=web cart`, `POST /latency?ms=5`.
 */
import { createServer } from 'node:http';
import { createExpectedCalls } from '../../support/expected-calls.ts';
import { createExpectedPurchaseCalls } from '../../support/expected-purchase-calls.ts';
import { startObservedBffs } from '../../support/observed-bffs.ts';
import { type ReplayState, startReplay } from './replay.ts';
import type { Prepared, ShopStatus } from './shop.ts';

const state: ReplayState = { latencyMs: 0, calls: 0, bytes: 0 };
const observed = await startObservedBffs();
const replays = await Promise.all(
  Object.entries(observed.services.origins).map(
    async ([name, origin]) => [name, await startReplay(origin, state)] as const,
  ),
);
const origins = Object.fromEntries(replays.map(([name, { origin }]) => [name, origin]));
/** What each operation is asked with is known to the tests of the calls that it makes. */
const known = { ...createExpectedCalls(observed), ...createExpectedPurchaseCalls(observed) };

async function prepare(operation: string): Promise<Prepared> {
  const expected = await known[operation]?.();
  if (expected === undefined) throw new Error(`test/support/expected-calls.ts knows no operation '${operation}'.`);
  for (const [, replay] of replays) replay.forget();
  const { variables = {}, as } = expected.asking ?? {};
  return { variables, ...(as === undefined ? {} : { token: await observed.token(as) }) };
}

async function answer(method: string, url: URL): Promise<object> {
  if (method === 'POST' && url.pathname === '/prepare') return prepare(url.searchParams.get('operation') ?? '');
  if (method === 'POST' && url.pathname === '/latency') state.latencyMs = Number(url.searchParams.get('ms'));
  return { issuer: observed.issuer, origins, ...state } satisfies ShopStatus;
}

createServer((request, response) => {
  answer(request.method ?? 'GET', new URL(request.url ?? '/', 'http://localhost')).then(
    (body) => response.end(JSON.stringify(body)),
    (error: Error) => response.writeHead(500).end(error.message),
  );
}).listen(Number(process.env.PORT), '127.0.0.1');

process.once('SIGTERM', async () => {
  await Promise.all(replays.map(([, replay]) => replay.close()));
  await observed.close();
  process.exit();
});
