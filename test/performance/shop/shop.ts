/** The shop that Facet's own operations are measured over, in a process beside the load. */
import path from 'node:path';
import { request } from 'undici';
import { freePort } from '../process/free-port.ts';
import { startProcess } from '../process/start-process.ts';

export interface ShopStatus {
  readonly issuer: string;
  /** The slow way to each service. */
  readonly origins: Readonly<Record<string, string>>;
  readonly latencyMs: number;
  readonly calls: number;
  readonly bytes: number;
}

/** What an operation is asked with. */
export interface Prepared {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly token?: string;
}

export interface Shop {
  status(): Promise<ShopStatus>;
  /** Brings the shop into the state that the operation is about; `web cart`. */
  prepare(operation: string): Promise<Prepared>;
  setLatency(milliseconds: number): Promise<void>;
  stop(): Promise<void>;
}

const program = path.join(import.meta.dirname, 'shop-process.ts');

/** Starts the shop with fresh data; takes some seconds. */
export async function startShop(core: number): Promise<Shop> {
  const port = await freePort();
  const ask = async (method: 'GET' | 'POST', target: string) => {
    const { statusCode, body } = await request(`http://127.0.0.1:${port}${target}`, { method, headersTimeout: 60_000 });
    const text = await body.text();
    if (statusCode !== 200) throw new Error(`The shop: ${text}`);
    return JSON.parse(text);
  };
  const { stop } = await startProcess({
    name: 'the shop',
    command: [process.execPath, '--conditions=facet-source', program],
    env: { PORT: String(port), NODE_ENV: 'test' },
    cores: [core],
    isReady: () => ask('GET', '/status').then(() => true),
    readyTimeoutMs: 60_000,
  });
  return {
    stop,
    status: () => ask('GET', '/status'),
    prepare: (operation) => ask('POST', `/prepare?operation=${encodeURIComponent(operation)}`),
    setLatency: (milliseconds) => ask('POST', `/latency?ms=${milliseconds}`),
  };
}
