/** nginx as the upstream: about 50,000 answers a second on one core, so that the system under test is what is measured. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { request } from 'undici';
import { freePort } from '../process/free-port.ts';
import { startProcess } from '../process/start-process.ts';
import { toNginxConfig } from './nginx-config.ts';
import type { StartOptions, Upstream } from './upstream.ts';

export async function startNginxUpstream(options: StartOptions & { readonly nginx: string }): Promise<Upstream> {
  const { nginx, core, data, routes, bytes } = options;
  const folder = await mkdtemp(path.join(tmpdir(), 'facet-bench-nginx-'));
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  await writeFile(path.join(folder, 'nginx.conf'), toNginxConfig({ port, folder, routes, bytes }));
  const server = await startProcess({
    name: 'nginx',
    command: [nginx, '-p', folder, '-c', path.join(folder, 'nginx.conf'), '-e', 'stderr'],
    cores: [core],
    isReady: () => request(`${origin}/status`).then(({ statusCode }) => statusCode === 200),
  });
  let statusCalls = 0;
  let statusBytes = 0;

  return {
    kind: 'nginx',
    origin,
    data,
    async counters() {
      const { body } = await request(`${origin}/status`);
      const text = await body.text();
      statusCalls += 1;
      const sent = await bytesSentBy(server.pid);
      const total = Number(/\n\s*\d+ \d+ (\d+)/.exec(text)?.[1]);
      const counted = { calls: total - statusCalls, bytes: sent - statusBytes };
      statusBytes += text.length;
      return counted;
    },
    async close() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What the workers of nginx have written, which is to sockets alone: there is no access log. */
async function bytesSentBy(master: number): Promise<number> {
  const children = (await readFile(`/proc/${master}/task/${master}/children`, 'utf8')).trim().split(' ');
  const written = await Promise.all(
    children.map(async (pid) => Number(/wchar: (\d+)/.exec(await readFile(`/proc/${pid}/io`, 'utf8'))?.[1])),
  );
  return written.reduce((sum, count) => sum + count, 0);
}
