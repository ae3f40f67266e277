// A real Redis for tests: Debian's binary, a folder and a free port of its own, gone with the test.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { installedProgram } from './installed-program.fixture.ts';

export interface RedisServer {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Ends it as a crash would; what was in memory alone is lost. */
  kill(): Promise<void>;
  /** Leaves connections open and answers nothing. */
  pause(): void;
  resume(): void;
  /** Ends it, whatever became of it. */
  stop(): Promise<void>;
}

export interface RedisServerOptions {
  /** A free one by default; that of a server that ended, to come back in its place. */
  readonly port?: number;
  /** Where it saves its data when told to, and finds them when it starts; one of its own by default, gone with it. */
  readonly folder?: string;
}

const program = installedProgram('redis-server', 'redis-server');
export const describeWithRedis = program.describeWith;

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

async function untilReady({ stdout }: ChildProcess): Promise<void> {
  if (stdout === null) throw new Error('redis-server has no output.');
  const lines: string[] = [];
  for await (const line of createInterface({ input: stdout })) {
    lines.push(line);
    if (!line.includes('Ready to accept connections')) continue;
    stdout.resume();
    return;
  }
  throw new Error(`redis-server ended while starting:\n${lines.join('\n')}`);
}

/** Starts an empty server that writes nothing to disk by itself; rejects, naming the Debian package, when it is not installed. */
export async function startRedis(options: RedisServerOptions = {}): Promise<RedisServer> {
  const binary = program.path();
  const port = options.port ?? (await findFreePort());
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'facet-redis-'));
  const settings = { port: String(port), bind: '127.0.0.1', dir: folder, save: '', appendonly: 'no' };
  const flags = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
  const server = spawn(binary, flags, { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()).once('error', () => resolve()));
  const killWithUs = () => server.kill('SIGKILL');
  process.once('exit', killWithUs);

  const kill = async () => {
    process.off('exit', killWithUs);
    server.kill('SIGKILL');
    await ended;
  };
  const stop = async () => {
    await kill();
    if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilReady(server);
  } catch (error) {
    await stop();
    throw error;
  }
  const { pid = 0 } = server;
  const send = (signal: NodeJS.Signals) => () => void server.kill(signal);
  return { url: `redis://127.0.0.1:${port}`, port, pid, kill, pause: send('SIGSTOP'), resume: send('SIGCONT'), stop };
}
