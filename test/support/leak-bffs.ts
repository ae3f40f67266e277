/** The programs of both BFFs, with everything that they remember or share switched on, over services that name callers. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type IdentityProvider, startIdentityProvider } from '@facet/dev-env';
import { serviceNames } from '@facet/domain-services';
import { type RunningProcess, startShell } from '../recipes/start-process.ts';
import { createRandom } from './coherence-random.ts';
import { startTelltaleServices, type TelltaleServices } from './telltale-services.ts';

const mains = {
  web: fileURLToPath(import.meta.resolve('@facet/web-bff')).replace('index.ts', 'main.ts'),
  mobile: fileURLToPath(import.meta.resolve('@facet/mobile-bff')).replace('index.ts', 'main.ts'),
};
export type BffKind = keyof typeof mains;

export interface LeakBffs {
  readonly provider: IdentityProvider;
  readonly services: TelltaleServices;
  /** Origins; browsers sign in at the first of `web`. */
  readonly urls: Readonly<Record<BffKind, readonly string[]>>;
  close(): Promise<void>;
}

export interface LeakBffsOptions {
  readonly seed: number;
  /** Shared by two processes of each BFF; without it, there is one of each, with a memory of its own. */
  readonly redisUrl?: string;
  /** A name of `leak-mutants.ts`; nothing is wrong by default. */
  readonly mutant?: string;
}

/** Starts them; the caller closes them, whatever became of the test. */
export async function startLeakBffs({ seed, redisUrl, mutant }: LeakBffsOptions): Promise<LeakBffs> {
  const provider = await startIdentityProvider({ port: 0 });
  const services = await startTelltaleServices(createRandom(seed));
  const processes: RunningProcess[] = [];
  const flags = mutant === undefined ? '' : ` --import ${join(import.meta.dirname, 'leak-plant.ts')}`;
  const shared = {
    ...{ NODE_ENV: 'test', PORT: '0', LOG_LEVEL: 'info', IDENTITY_ISSUER: provider.issuer },
    ...{ REQUEST_TIMEOUT_MS: '30000', ATTEMPT_TIMEOUT_MS: '20000', RELEASE: 'one', TRUSTED_DOCUMENTS: 'off' },
    ...{ DPOP: 'accept' },
    ...{ SESSION_KEYS: randomBytes(32).toString('base64') },
    ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
    ...(mutant === undefined ? {} : { MUTANT: mutant }),
    ...Object.fromEntries(serviceNames.map((name) => [`${name.toUpperCase()}_URL`, services.origin])),
  };
  const urls = { web: [] as string[], mobile: [] as string[] };

  async function start(kind: BffKind): Promise<void> {
    const program = `exec ${process.execPath} --conditions=facet-source${flags} ${mains[kind]}`;
    const running = startShell(program, { ...shared, SESSION_ORIGIN: urls.web[0] ?? '' });
    processes.push(running);
    const [, url = ''] = await running.says(/"url":"(http:[^"]+)"/);
    urls[kind].push(url);
  }

  async function close(): Promise<void> {
    for (const running of processes) running.kill('SIGTERM');
    await Promise.all([...processes.map(({ ended }) => ended), services.close(), provider.close()]);
  }

  try {
    const isShared = redisUrl !== undefined;
    await Promise.all([start('web'), start('mobile'), ...(isShared ? [start('mobile')] : [])]);
    // Sessions are of the first one's origin.
    if (isShared) await start('web');
  } catch (reason) {
    await close();
    throw reason;
  }
  provider.setOrigin('web-bff', String(urls.web[0]));
  return { provider, services, urls, close };
}
