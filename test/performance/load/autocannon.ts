/** Load by autocannon, in a process of its own: for machines without wrk. */
import path from 'node:path';
import { answerTimeoutSeconds, bodyOf, type LoadOptions, type LoadResult, urlOf } from './load.ts';
import { runPinned } from './run-pinned.ts';

const program = path.join(import.meta.dirname, '../peers/autocannon.mjs');

export async function runAutocannon({ url, asking, seconds, connections, core }: LoadOptions): Promise<LoadResult> {
  const { differentCount = 1, headers = {} } = asking;
  const bodies = Array.from({ length: differentCount }, (_, number) => bodyOf(asking, number));
  const job = {
    url: urlOf(url, asking),
    connections,
    duration: seconds,
    timeout: answerTimeoutSeconds,
    method: asking.method ?? 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    requests: asking.method === 'GET' ? [{}] : bodies.map((body) => ({ body })),
  };
  return JSON.parse(await runPinned([process.execPath, program, JSON.stringify(job)], core)) as LoadResult;
}
