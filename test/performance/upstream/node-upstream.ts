/** A Node server as the upstream, where nginx is not installed: it answers from memory and counts what it sends. */
import path from 'node:path';
import { request } from 'undici';
import { freePort } from '../process/free-port.ts';
import { startProcess } from '../process/start-process.ts';
import type { StartOptions, Upstream, UpstreamCounters } from './upstream.ts';

const program = path.join(import.meta.dirname, 'node-upstream-process.ts');

export async function startNodeUpstream({ data, bytes, core }: StartOptions): Promise<Upstream> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const server = await startProcess({
    name: 'the Node upstream',
    command: [process.execPath, program],
    env: { PORT: String(port), POST_COUNT: String(data.posts.length), BYTES: bytes },
    cores: [core],
    isReady: () => request(`${origin}/status`).then(({ statusCode }) => statusCode === 200),
  });
  return {
    kind: 'node',
    origin,
    data,
    counters: async () => (await (await request(`${origin}/status`)).body.json()) as UpstreamCounters,
    close: () => server.stop(),
  };
}
