import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Bffs, type Services, startBffs, startServices } from '../support/bffs-over-services.ts';
import { postOperation } from '../support/post-operation.ts';
import { startRecordingService } from '../support/recording-service.ts';

let services: Services;
beforeAll(async () => {
  services = await startServices();
});
afterAll(() => services.close());

describe('a request', () => {
  const query = '{ productScreen(id: "prd-0001") { title stock { label } } }';

  it('keeps its id and trace from the client through to the services', async () => {
    const inventory = await startRecordingService(() => ({ json: { items: [], next: null, total: 0 } }));
    const bffs: Bffs = await startBffs(services, { inventory: inventory.origin });
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
    const headers = { 'x-request-id': 'order-2026-1', traceparent: `00-${traceId}-00f067aa0ba902b7-01` };
    const answer = await postOperation(bffs.mobile, { query, headers });
    const [called] = inventory.calls;
    expect(answer.headers['x-request-id']).toBe('order-2026-1');
    expect(called?.headers['x-request-id']).toBe('order-2026-1');
    expect(called?.headers.traceparent).toMatch(new RegExp(`^00-${traceId}-(?!00f067aa0ba902b7)[\\da-f]{16}-01$`));
    await bffs.close();
    await inventory.close();
  });

  it('gets an id and a trace where the client sent none, or nonsense', async () => {
    const inventory = await startRecordingService(() => ({ json: { items: [], next: null, total: 0 } }));
    const bffs = await startBffs(services, { inventory: inventory.origin });
    const answer = await postOperation(bffs.mobile, { query, headers: { 'x-request-id': 'a b\tc', traceparent: 'x' } });
    expect(answer.headers['x-request-id']).toMatch(/^[\da-f-]{36}$/);
    expect(inventory.calls[0]?.headers['x-request-id']).toBe(answer.headers['x-request-id']);
    expect(inventory.calls[0]?.headers.traceparent).toMatch(/^00-[\da-f]{32}-[\da-f]{16}-01$/);
    await bffs.close();
    await inventory.close();
  });

  it('travels with no header of the client but these', async () => {
    const inventory = await startRecordingService(() => ({ json: { items: [], next: null, total: 0 } }));
    const bffs = await startBffs(services, { inventory: inventory.origin });
    await postOperation(bffs.mobile, { query, headers: { cookie: 'a=b', 'x-secret': '1', 'accept-language': 'de' } });
    const sent = Object.keys(inventory.calls[0]?.headers ?? {}).sort();
    expect(sent).toEqual(['accept', 'authorization', 'connection', 'host', 'traceparent', 'x-request-id']);
    await bffs.close();
    await inventory.close();
  });
});

describe('a BFF that is asked to stop', () => {
  const main = fileURLToPath(import.meta.resolve('@facet/web-bff')).replace('index.ts', 'main.ts');

  it('answers what is under way, and is gone with code 0', async () => {
    let answerNow: () => void = () => {};
    const slow = await startRecordingService(() => ({
      send: (response) => {
        answerNow = () => response.writeHead(200, { 'content-type': 'application/json' }).end('{"items":[]}');
        child.kill('SIGTERM');
      },
    }));
    const env = {
      ...process.env,
      NODE_ENV: 'test',
      PORT: '0',
      CATALOG_URL: services.origins.catalog,
      INVENTORY_URL: slow.origin,
      IDENTITY_ISSUER: services.issuer.issuer,
      ATTEMPT_TIMEOUT_MS: '5000',
      REQUEST_TIMEOUT_MS: '8000',
    };
    const child = spawn(process.execPath, ['--conditions=facet-source', main], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines = createInterface({ input: child.stdout });
    let url = '';
    for await (const line of lines) {
      const { msg, url: listeningAt } = JSON.parse(line) as { msg: string; url: string };
      url = listeningAt;
      if (msg === 'listening') break;
    }
    child.stdout.resume();
    const exited = once(child, 'exit');
    const id = Buffer.from('Product:prd-0001').toString('base64url');
    const answered = postOperation(url, { query: `{ product(id: "${id}") { name stock { available } } }` });
    await untilDraining(url);
    answerNow();
    const answer = await answered;
    expect([answer.status, answer.headers.connection, answer.data.product.stock]).toEqual([200, 'close', null]);
    expect(await exited).toEqual([0, null]);
    await slow.close();
  });

  /** Draining servers refuse new connections. */
  async function untilDraining(url: string): Promise<void> {
    for (;;) {
      const answer = await fetch(`${url}/readyz`, { headers: { connection: 'close' } }).catch(() => undefined);
      if (answer === undefined || answer.status === 503) return;
    }
  }
});
