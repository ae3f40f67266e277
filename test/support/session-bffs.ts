/** The web BFF's program, as often as a test wants it, over one provider that shows its calls and one accounts service. */
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { type RunningProcess, startShell } from '../recipes/start-process.ts';
import { type ObservedProvider, startObservedProvider } from './observed-provider.ts';
import { type RecordingService, startRecordingService } from './recording-service.ts';

const main = fileURLToPath(import.meta.resolve('@facet/web-bff')).replace('index.ts', 'main.ts');

export interface SessionBff {
  readonly url: string;
  readonly process: RunningProcess;
}

export interface SessionBffs {
  readonly provider: ObservedProvider;
  readonly accounts: RecordingService;
  /** Origin of all of them, which is where browsers sign in: that of the first. */
  readonly bffs: readonly SessionBff[];
  /** Starts one more, with the same variables and others. */
  start(env: Readonly<Record<string, string>>): Promise<SessionBff>;
  close(): Promise<void>;
}

/** Starts them; with `redisUrl` they share their sessions. */
export async function startSessionBffs(
  count: number,
  env: Readonly<Record<string, string>> = {},
): Promise<SessionBffs> {
  const provider = await startObservedProvider();
  const accounts = await startRecordingService(() => ({
    json: { items: [{ id: 'acc-001', displayName: 'Ada', email: 'ada@example.com' }], next: null, total: 1 },
  }));
  const keys = randomBytes(32).toString('base64');
  const bffs: SessionBff[] = [];
  const running = new Set<RunningProcess>();

  async function start(own: Readonly<Record<string, string>>): Promise<SessionBff> {
    const process = startShell(`exec ${globalThis.process.execPath} --conditions=facet-source ${main}`, {
      ...{ NODE_ENV: 'test', PORT: '0', LOG_LEVEL: 'debug', IDENTITY_ISSUER: provider.issuer },
      ...{ ACCOUNTS_URL: accounts.origin, SESSION_KEYS: keys },
      ...(bffs[0] === undefined ? { SESSION_ORIGIN: '' } : { SESSION_ORIGIN: bffs[0].url }),
      ...env,
      ...own,
    });
    running.add(process);
    void process.ended.then(() => running.delete(process));
    const [, url = ''] = await process.says(/"url":"(http:[^"]+)"/);
    const bff = { url, process };
    bffs.push(bff);
    return bff;
  }

  for (let index = 0; index < count; index += 1) await start({});
  provider.setOrigin('web-bff', bffs[0]?.url ?? '');
  return {
    provider,
    accounts,
    bffs,
    start,
    async close() {
      for (const process of running) process.kill('SIGTERM');
      await Promise.all(bffs.map(({ process }) => process.ended));
      await Promise.all([provider.close(), accounts.close()]);
    },
  };
}
