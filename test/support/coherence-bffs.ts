/** Processes of the coherence test's BFF, which end with whoever started them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface BffProcess {
  readonly url: string;
  readonly pid: number;
  /** Ends it as its supervisor would; resolves to its exit code. */
  stop(): Promise<number | null>;
}

export interface BffProcessOptions {
  /** Of all services. */
  readonly origin: string;
  readonly issuer: string;
  readonly redisUrl?: string | undefined;
  /** What is wrong with it, by the name it has in `coherence-mutants.ts`; nothing by default. */
  readonly mutant?: string | undefined;
  /** Further settings. */
  readonly env?: Readonly<Record<string, string>>;
  /** Of Node, before the program. */
  readonly flags?: readonly string[];
}

const fileOf = (name: string) => join(import.meta.dirname, name);

/** Starts one and waits until it listens; rejects with what it said when it ends before. */
export async function startBffProcess(options: BffProcessOptions): Promise<BffProcess> {
  const { origin, issuer, redisUrl, mutant, env = {}, flags = [] } = options;
  const planted = mutant === undefined ? [] : ['--import', fileOf('coherence-plant.ts')];
  const program = fileOf('coherence-program.ts');
  const child = spawn(process.execPath, ['--conditions=facet-source', ...planted, ...flags, program], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'test',
      RELEASE: 'one',
      ITEMS_URL: origin,
      MAKERS_URL: origin,
      NOTES_URL: origin,
      IDENTITY_ISSUER: issuer,
      ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
      ...(mutant === undefined ? {} : { MUTANT: mutant }),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const killWithUs = () => child.kill('SIGKILL');
  process.once('exit', killWithUs);
  const ended = once(child, 'close').then(([code]) => {
    process.off('exit', killWithUs);
    return code as number | null;
  });
  const url = await untilListening(child);
  return {
    url,
    pid: child.pid as number,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

async function untilListening({ stdout, stderr }: ChildProcess): Promise<string> {
  if (stdout === null || stderr === null) throw new Error('The process has no output.');
  let errors = '';
  stderr.setEncoding('utf8').on('data', (chunk: string) => {
    errors = (errors + chunk).slice(-4_000);
  });
  for await (const line of createInterface({ input: stdout })) {
    const [, url] = /^listening at (.*)$/.exec(line) ?? [];
    if (url === undefined) continue;
    stdout.resume();
    return url;
  }
  throw new Error(`The BFF ended before it listened:\n${errors}`);
}
