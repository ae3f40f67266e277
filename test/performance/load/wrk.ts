/** Load by wrk: one thread, so that it stays on its core, and a script that writes the requests and the result. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Asking, answerTimeoutSeconds, bodyOf, type LoadOptions, type LoadResult, urlOf } from './load.ts';
import { runPinned } from './run-pinned.ts';

export async function runWrk(wrk: string, options: LoadOptions): Promise<LoadResult> {
  const { url, asking, seconds, connections, core } = options;
  const folder = await mkdtemp(path.join(tmpdir(), 'facet-bench-wrk-'));
  try {
    const script = path.join(folder, 'requests.lua');
    await writeFile(script, toScript(asking));
    const numbers = [
      '-t',
      '1',
      '-c',
      String(connections),
      '-d',
      `${seconds}s`,
      '--timeout',
      `${answerTimeoutSeconds}s`,
    ];
    return parseResult(await runPinned([wrk, ...numbers, '-s', script, urlOf(url, asking)], core));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The Lua script: a constant request where all are the same, since building one costs the load generator time. */
export function toScript(asking: Asking): string {
  const { differentCount = 1, headers = {} } = asking;
  const isGet = asking.method === 'GET';
  const lines = [`wrk.method = "${isGet ? 'GET' : 'POST'}"`, 'wrk.headers["content-type"] = "application/json"'];
  for (const [name, value] of Object.entries(headers)) lines.push(`wrk.headers[ ${quote(name)} ] = ${quote(value)}`);
  if (isGet) {
    // The document is in the URL.
  } else if (differentCount === 1) {
    lines.push(`wrk.body = ${quote(bodyOf(asking, 0))}`);
  } else {
    const parts = bodyOf({ ...asking, query: asking.query.replaceAll('%d', numberMark) }, 0).split(numberMark);
    lines.push(
      `local parts, number = { ${parts.map(quote).join(', ')} }, -1`,
      'function request()',
      `  number = (number + 1) % ${differentCount}`,
      '  return wrk.format(nil, nil, nil, table.concat(parts, number))',
      'end',
    );
  }
  return `${lines.join('\n')}\n${report}`;
}

const numberMark = '{number}';
const quote = (text: string) => `[==[${text}]==]`;

/** wrk counts latencies in microseconds. */
const report = `
function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    "\\nRESULT %d %d %d %d %d %d\\n", summary.requests, summary.duration, summary.bytes,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout,
    latency:percentile(50), latency:percentile(99)))
end
`;

export function parseResult(output: string): LoadResult {
  const line = /^RESULT (.+)$/m.exec(output)?.[1];
  if (line === undefined) throw new Error(`wrk gave no result:\n${output}`);
  const [requestCount = 0, micros = 0, bytes = 0, errorCount = 0, p50 = 0, p99 = 0] = line.split(' ').map(Number);
  return { requestCount, seconds: micros / 1e6, bytes, errorCount, p50Ms: p50 / 1_000, p99Ms: p99 / 1_000 };
}
