/** One of Facet's own BFFs over the shop, as its own `main.ts` runs it. */
import path from 'node:path';
import { request } from 'undici';
import type { Cores } from '../process/cores.ts';
import { freePort } from '../process/free-port.ts';
import { type RunningProcess, startProcess } from '../process/start-process.ts';
import type { Shop } from './shop.ts';

export type Client = 'web' | 'mobile';

export interface RunningBff {
  readonly process: RunningProcess;
  readonly url: string;
}

const packages = path.join(import.meta.dirname, '../../../packages');

/** Starts it in production; `env` adds settings. */
export async function startBff(
  cores: Cores,
  shop: Shop,
  client: Client,
  env: Readonly<Record<string, string>> = {},
): Promise<RunningBff> {
  const { issuer, origins } = await shop.status();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const services = Object.entries(origins).map(([name, origin]) => [`${name.toUpperCase()}_URL`, origin]);
  const running = await startProcess({
    name: `the ${client} BFF`,
    command: [process.execPath, '--conditions=facet-source', path.join(packages, `${client}-bff/src/main.ts`)],
    env: {
      ...Object.fromEntries(services),
      PORT: String(port),
      NODE_ENV: 'production',
      LOG_LEVEL: 'error',
      IDENTITY_ISSUER: issuer,
      CLIENT_SECRET: `${client}-bff-secret`,
      ATTEMPT_TIMEOUT_MS: '15000',
      REQUEST_TIMEOUT_MS: '15000',
      ...env,
    },
    cores: cores.system(),
    isReady: () => request(`${url}/readyz`).then(({ statusCode }) => statusCode === 200),
  });
  return { process: running, url: `${url}/graphql` };
}
