/** A Redis of the benchmark's own, where `redis-server` is installed. */
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { freePort } from '../process/free-port.ts';
import { startProcess } from '../process/start-process.ts';

export interface BenchRedis {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts it beside the load, without persistence; `undefined` where there is none. */
export async function startRedis(core: number): Promise<BenchRedis | undefined> {
  const program = ['/usr/bin/redis-server', '/usr/local/bin/redis-server', '/opt/homebrew/bin/redis-server'].find(
    (place) => existsSync(place),
  );
  if (program === undefined) return undefined;
  const port = await freePort();
  const { stop } = await startProcess({
    name: 'redis-server',
    command: [program, '--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
    cores: [core],
    isReady: () => canConnect(port),
  });
  return { url: `redis://127.0.0.1:${port}`, stop };
}

function canConnect(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
