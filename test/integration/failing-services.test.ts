import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Bffs, type Services, startBffs, startServices } from '../support/bffs-over-services.ts';
import { type Answer, postOperation } from '../support/post-operation.ts';
import { startRecordingService } from '../support/recording-service.ts';

const web = (id: string) => ({
  query: `{ product(id: "${Buffer.from(`Product:${id}`).toString('base64url')}") { name stock { available } ratingSummary { count } } }`,
});
const mobile = (id: string) => ({
  query: `{ productScreen(id: "${id}") { title stock { label } rating { count } } }`,
});

/** What a service may do, and the code that the fields get which needed it. */
const misbehaviours: [string, string, Parameters<typeof startRecordingService>[0]][] = [
  [
    'answers 500 with a secret',
    'UPSTREAM_UNAVAILABLE',
    () => ({ status: 500, json: { detail: 'postgres://admin:secret@db' } }),
  ],
  ['answers 503', 'UPSTREAM_UNAVAILABLE', () => ({ status: 503, json: {} })],
  ['answers 429', 'UPSTREAM_UNAVAILABLE', () => ({ status: 429, json: {} })],
  ["refuses the BFF's token", 'UPSTREAM_UNAVAILABLE', () => ({ status: 401, json: {} })],
  ['redirects', 'UPSTREAM_INVALID_RESPONSE', () => ({ status: 302, json: {} })],
  [
    'answers HTML',
    'UPSTREAM_INVALID_RESPONSE',
    () => ({ send: (r) => r.writeHead(200, { 'content-type': 'text/html' }).end('<h1>secret</h1>') }),
  ],
  [
    'answers truncated JSON',
    'UPSTREAM_INVALID_RESPONSE',
    () => ({ send: (r) => r.writeHead(200, { 'content-type': 'application/json' }).end('{"items":[') }),
  ],
  [
    'answers invalid UTF-8',
    'UPSTREAM_INVALID_RESPONSE',
    () => ({
      send: (r) => r.writeHead(200, { 'content-type': 'application/json' }).end(Buffer.from([0x22, 0xff, 0x22])),
    }),
  ],
  ['answers JSON of another shape', 'UPSTREAM_INVALID_RESPONSE', () => ({ json: { hello: 'secret' } })],
  [
    'leaves out what the contract promises',
    'UPSTREAM_INVALID_RESPONSE',
    ({ query }) => ({ json: { items: (query.ids ?? '').split(',').map((productId) => ({ productId })) } }),
  ],
  [
    'answers values of another type',
    'UPSTREAM_INVALID_RESPONSE',
    ({ query }) => ({
      json: {
        items: (query.ids ?? '')
          .split(',')
          .map((productId) => ({ productId, available: 'secret', status: 'secret', count: 'secret' })),
      },
    }),
  ],
  ['answers 10 MB', 'UPSTREAM_INVALID_RESPONSE', () => ({ json: { items: [], padding: 'x'.repeat(10_000_000) } })],
  [
    'closes the connection in the middle of the body',
    'UPSTREAM_UNAVAILABLE',
    () => ({
      send: (r) => {
        r.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
        r.write('{');
        r.destroy();
      },
    }),
  ],
  ['never answers', 'UPSTREAM_TIMEOUT', () => ({ send: () => {} })],
];

let services: Services;

beforeAll(async () => {
  services = await startServices();
});
afterAll(() => services.close());

async function withService(name: string, origin: string, use: (bffs: Bffs) => Promise<void>): Promise<void> {
  const bffs = await startBffs(services, { [name]: origin }, { attemptTimeoutMs: 700 });
  try {
    await use(bffs);
  } finally {
    await bffs.close();
  }
}

function expectOnly(answer: Answer, field: string, code: string): void {
  expect(answer.status).toBe(200);
  expect(answer.errors.map(({ path, extensions }) => [path?.[1], extensions.code])).toEqual([[field, code]]);
  expect(answer.errors[0]?.extensions.traceId).toMatch(/^[\da-f]{32}$/);
  expect(answer.text).not.toContain('secret');
  expect(answer.text).not.toContain('node_modules');
}

describe('a service that misbehaves', () => {
  it.each(misbehaviours)('%s: its fields alone are null, with %s', async (_what, code, answer) => {
    const inventory = await startRecordingService(answer);
    await withService('inventory', inventory.origin, async (bffs) => {
      const [onWeb, onMobile] = await Promise.all([
        postOperation(bffs.web, web('prd-0001')),
        postOperation(bffs.mobile, mobile('prd-0001')),
      ]);
      expectOnly(onWeb, 'stock', code);
      expect(onWeb.data.product).toMatchObject({
        name: expect.any(String),
        stock: null,
        ratingSummary: { count: expect.any(Number) },
      });
      expectOnly(onMobile, 'stock', code);
      expect(onMobile.data.productScreen).toMatchObject({
        title: expect.any(String),
        stock: null,
        rating: { count: expect.any(String) },
      });
    });
    await inventory.close();
  });

  it('is down: its fields alone are null, with UPSTREAM_UNAVAILABLE', async () => {
    const gone = await startRecordingService(() => ({ json: {} }));
    await gone.close();
    await withService('reviews', gone.origin, async (bffs) => {
      const answer = await postOperation(bffs.web, web('prd-0001'));
      expectOnly(answer, 'ratingSummary', 'UPSTREAM_UNAVAILABLE');
      expect(answer.data.product.stock.available).toEqual(expect.any(Number));
    });
  });

  it('is down and everything needs it: the answer is null, with one code and status 200', async () => {
    const gone = await startRecordingService(() => ({ json: {} }));
    await gone.close();
    await withService('catalog', gone.origin, async (bffs) => {
      for (const answer of [
        await postOperation(bffs.web, web('prd-0001')),
        await postOperation(bffs.mobile, mobile('prd-0001')),
      ]) {
        expect(answer.status).toBe(200);
        expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual(['UPSTREAM_UNAVAILABLE']);
      }
    });
  });
});

describe('a request that takes too long', () => {
  it('is answered at its deadline with DEADLINE_EXCEEDED where nothing came', async () => {
    const silent = await startRecordingService(() => ({ send: () => {} }));
    const bffs = await startBffs(
      services,
      { inventory: silent.origin },
      { attemptTimeoutMs: 5_000, requestTimeoutMs: 600 },
    );
    const startedAt = performance.now();
    const answer = await postOperation(bffs.web, web('prd-0001'));
    expect(performance.now() - startedAt).toBeLessThan(1_800);
    expectOnly(answer, 'stock', 'DEADLINE_EXCEEDED');
    await bffs.close();
    await silent.close();
  });

  it('ends its calls when the caller leaves', async () => {
    let closed: () => void = () => {};
    const left = new Promise<void>((resolve) => {
      closed = resolve;
    });
    const asked = new AbortController();
    const silent = await startRecordingService(() => ({
      send: (response) => {
        response.once('close', closed);
        asked.abort();
      },
    }));
    const bffs = await startBffs(services, { inventory: silent.origin });
    const call = fetch(`${bffs.web}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(web('prd-0001')),
      signal: asked.signal,
    });
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
    await left;
    await bffs.close();
    await silent.close();
  });
});
