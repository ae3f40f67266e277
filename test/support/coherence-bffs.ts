/** Processes of the coherence test's BFF, which end with whoever started them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface BffProcess {
  readonly url: string;
  readonly pid: number;
  /** Whether Redis did not answer in time, or was away, since the process listened. */
  missedRedis(): boolean;
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
      LOG_LEVEL: 'warn',
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
  let misses = 0;
  const url = await untilListening(child, (line) => {
    if (line.includes('"msg":"redis is down"')) misses += 1;
  });
  return {
    url,
    pid: child.pid as number,
    missedRedis: () => misses > 0,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

/** Lines that follow go to `onLine`. */
async function untilListening({ stdout, stderr }: ChildProcess, onLine: (line: string) => void): Promise<string> {
  if (stdout === null || stderr === null) throw new Error('The process has no output.');
  let errors = '';
  stderr.setEncoding('utf8').on('data', (chunk: string) => {
    errors = (errors + chunk).slice(-4_000);
  });
  return new Promise((resolve, reject) => {
    const lines = createInterface({ input: stdout });
    lines.on('line', (line) => {
      const [, url] = /^listening at (.*)$/.exec(line) ?? [];
      if (url === undefined) onLine(line);
      else resolve(url);
    });
    lines.once('close', () => reject(new Error(`The BFF ended before it listened:\n${errors}`)));
  });
}
