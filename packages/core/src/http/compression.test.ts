import { brotliDecompressSync, gunzipSync, gzipSync, zstdDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Fastify, { type FastifyInstance, type InjectOptions } from 'fastify';
import { addCompression } from './compression.ts';

const decoders = { br: brotliDecompressSync, gzip: gunzipSync, zstd: zstdDecompressSync } as const;
const codings = Object.keys(decoders) as (keyof typeof decoders)[];

/** JSON of so many bytes, with characters of one to four. */
function textOf(byteCount: number): string {
  const unit = '{"id":"prd-1","name":"Étagère 棚 😀"},';
  const text = unit.repeat(Math.floor((byteCount - 2) / Buffer.byteLength(unit)));
  return `[${text}${' '.repeat(byteCount - 2 - Buffer.byteLength(text))}]`;
}

const shared = Buffer.from(textOf(14_000));
const largeShared = Buffer.from(textOf(100_000));

let app: FastifyInstance;
/** What went out, after every hook. */
const sent: unknown[] = [];
beforeAll(async () => {
  app = Fastify();
  addCompression(app);
  app.addHook('onSend', (_request, _reply, payload, done) => {
    sent.push(payload);
    done(null, payload);
  });
  app.get('/text/:size', (request, reply) => {
    reply.type('application/json').header('etag', 'W/"1"');
    return reply.send(textOf(Number((request.params as { size: string }).size)));
  });
  app.get('/shared', (_request, reply) => reply.send(shared));
  app.get('/large-shared', (_request, reply) => reply.send(largeShared));
  app.get('/encoded', (_request, reply) => reply.header('content-encoding', 'x').send(textOf(5_000)));
  app.get('/status/:code', (request, reply) => reply.code(Number((request.params as { code: string }).code)).send());
  app.get('/stream', (_request, reply) => reply.send(ReadableStream.from([textOf(5_000)])));
  app.get('/fails', () => {
    throw new Error(textOf(5_000));
  });
  app.post('/text', ({ body }) => body);
  await app.ready();
});
afterAll(() => app.close());

const ask = (url: string, accepted?: string, more: InjectOptions = {}) =>
  app.inject({ url, headers: accepted === undefined ? {} : { 'accept-encoding': accepted }, ...more });

describe('compression', () => {
  it.each(codings.flatMap((coding) => [1_024, 14_000, 32_768, 32_769, 300_000].map((size) => [coding, size] as const)))(
    'encodes with %s what has %i bytes, and nothing is lost',
    async (coding, size) => {
      const { headers, rawPayload } = await ask(`/text/${size}`, coding);
      expect(headers).toMatchObject({
        'content-encoding': coding,
        'content-length': `${rawPayload.length}`,
        'content-type': expect.stringContaining('application/json'),
        etag: 'W/"1"',
      });
      expect(rawPayload.length).toBeLessThan(size);
      expect(decoders[coding](rawPayload).toString()).toBe(textOf(size));
    },
  );

  it.each([
    ['small', '/text/1023', 'zstd, gzip, br'],
    ['not to be encoded', '/text/14000', undefined],
    ['only for codings that are not offered', '/text/14000', 'deflate, identity;q=0'],
  ])('leaves what is %s as it is', async (_what, url, accepted) => {
    const { headers, body } = await ask(url, accepted);
    expect(headers['content-encoding']).toBeUndefined();
    expect(body).toBe(textOf(Number(url.split('/').at(-1))));
  });

  it('encodes even what is small for who refuses it as it is', async () => {
    const { headers, rawPayload } = await ask('/text/100', 'gzip, identity;q=0');
    expect([headers['content-encoding'], gunzipSync(rawPayload).toString()]).toEqual(['gzip', textOf(100)]);
  });

  it.each(codings)('encodes a Buffer that many replies send once, with %s', async (coding) => {
    for (const [url, bytes] of [
      ['/shared', shared],
      ['/large-shared', largeShared],
    ] as const) {
      sent.length = 0;
      const answers = await Promise.all(Array.from({ length: 20 }, () => ask(url, coding)));
      expect([sent.length, new Set(sent).size]).toEqual([20, 1]);
      for (const { rawPayload } of answers) expect(decoders[coding](rawPayload).equals(bytes)).toBe(true);
    }
  });

  it('leaves alone what is encoded already, and streams', async () => {
    expect((await ask('/encoded', 'gzip')).body).toBe(textOf(5_000));
    const { headers, body } = await ask('/stream', 'gzip');
    expect([headers['content-encoding'], body]).toEqual([undefined, textOf(5_000)]);
  });

  it.each([204, 304])('says nothing of a body where there is none: %i', async (code) => {
    const { headers, body } = await ask(`/status/${code}`, 'gzip');
    expect([headers['content-encoding'], headers['content-length'], body]).toEqual([undefined, undefined, '']);
  });

  it('tells by HEAD the length that GET has', async () => {
    const [got, headed] = await Promise.all([ask('/text/14000', 'br'), ask('/text/14000', 'br', { method: 'HEAD' })]);
    expect(headed.body).toBe('');
    for (const name of ['content-length', 'content-encoding', 'etag']) {
      expect(headed.headers[name]).toBe(got.headers[name]);
    }
  });

  it('encodes refusals', async () => {
    const { statusCode, headers, rawPayload } = await ask('/fails', 'gzip');
    expect([statusCode, headers['content-encoding']]).toEqual([500, 'gzip']);
    expect(JSON.parse(gunzipSync(rawPayload).toString()).message).toBe(textOf(5_000));
  });

  it('takes requests as they are, and says so to others', async () => {
    const post = (coding: string, payload: string | Buffer) =>
      app.inject({
        method: 'POST',
        url: '/text',
        payload,
        headers: { 'content-encoding': coding, 'content-type': 'text/plain' },
      });
    const refused = await post('gzip', gzipSync('hello'));
    expect([refused.json().code, refused.headers['accept-encoding']]).toEqual(['UNSUPPORTED_MEDIA_TYPE', 'identity']);
    expect((await post('identity', 'hello')).body).toBe('hello');
  });
});
