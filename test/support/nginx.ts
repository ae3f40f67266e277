/** A real nginx as a caching reverse proxy: Debian's binary, a folder of its own, a free port, gone with the test. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, open, readdir, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installedProgram } from '@facet/core/testing';

export interface Nginx {
  readonly origin: string;
  /** Ends the freshness of everything that is kept, as time would. */
  expireAll(): Promise<void>;
  stop(): Promise<void>;
}

const program = installedProgram('nginx', 'nginx-light');
export const describeWithNginx = program.describeWith;

/**
 * Starts nginx in front of `origin`. It keeps whatever it is not told to leave alone, and shows in `X-Cache` what it did
 * (`HIT`, `MISS`, `REVALIDATED` …). Rejects, naming the Debian package, where it is not installed.
 */
export async function startNginx(origin: string): Promise<Nginx> {
  const binary = program.path();
  const folder = await mkdtemp(join(tmpdir(), 'facet-nginx-'));
  const kept = join(folder, 'kept');
  await mkdir(kept);
  const port = await findFreePort();
  const configuration = join(folder, 'nginx.conf');
  await writeFile(configuration, toConfiguration(origin, port, kept));
  const nginx = spawn(binary, ['-p', folder, '-c', configuration, '-e', 'stderr'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => nginx.once('close', () => resolve()));
  const endWithUs = () => nginx.kill();
  process.once('exit', endWithUs);

  async function stop(): Promise<void> {
    process.off('exit', endWithUs);
    nginx.kill();
    await ended;
    await rm(folder, { recursive: true });
  }
  try {
    await untilReady(nginx, ended);
  } catch (error) {
    await stop();
    throw error;
  }
  return { origin: `http://127.0.0.1:${port}`, expireAll: () => expireAll(kept), stop };
}

/** Cache-Control decides; `proxy_cache_valid` has nginx keep every answer that has none. */
function toConfiguration(origin: string, port: number, kept: string): string {
  return `
    daemon off;
    worker_processes 1;
    ${process.getuid?.() === 0 ? 'user root;' : ''}
    pid nginx.pid;
    error_log stderr notice;
    events { worker_connections 512; }
    http {
      access_log off;
      client_body_temp_path body;
      proxy_temp_path proxy;
      fastcgi_temp_path fastcgi;
      uwsgi_temp_path uwsgi;
      scgi_temp_path scgi;
      proxy_cache_path ${kept} keys_zone=answers:1m use_temp_path=off;
      server {
        listen 127.0.0.1:${port};
        location / {
          proxy_pass ${origin.replace('//localhost', '//127.0.0.1')};
          proxy_http_version 1.1;
          proxy_cache answers;
          proxy_cache_key "$scheme$request_method$host$request_uri";
          proxy_cache_methods GET HEAD;
          proxy_cache_valid any 10m;
          proxy_cache_lock on;
          proxy_cache_revalidate on;
          add_header X-Cache $upstream_cache_status always;
        }
      }
    }
  `;
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** It listens before it starts the process that answers. */
async function untilReady(nginx: ChildProcess, ended: Promise<void>): Promise<void> {
  let log = '';
  const started = new Promise<void>((resolve, reject) => {
    nginx.once('error', reject);
    nginx.stderr?.on('data', (chunk: Buffer) => {
      log += chunk;
      if (/start worker process \d/.test(log)) resolve();
    });
  });
  const failed = ended.then(() => {
    throw new Error(`nginx ended while starting:\n${log}`);
  });
  await Promise.race([started, failed]);
}

/** A kept file begins with the version of its layout and the second until which it is fresh, 8 bytes each. */
const knownLayout = 5n;

async function expireAll(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const file = await open(join(folder, name), 'r+');
    try {
      const { buffer } = await file.read(Buffer.alloc(8), 0, 8, 0);
      if (buffer.readBigUInt64LE() !== knownLayout) throw new Error(`This nginx keeps ${name} in another layout.`);
      buffer.writeBigUInt64LE(BigInt(Math.floor(Date.now() / 1_000) - 60));
      await file.write(buffer, 0, 8, 8);
    } finally {
      await file.close();
    }
  }
}
