/**
 * Fastify plugin: compresses answers, each in one go. `@fastify/compress` compresses bytes again for each of the replies
 * that have them in common, marks only what it compressed with `Vary`, and where there are few cores takes streams, which
 * cost several times as much.
 *
 * Personal answers are compressed, too, although callers choose names in them. Who reads a secret off the length of such
 * answers (BREACH, breachattack.com, 2013) must have a victim's browser ask for them: another site's page has no access
 * token to send, and what browsers send for it without a preflight is refused before it is executed.
 */
import { promisify } from 'node:util';
import * as zlib from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { FacetError } from '../errors/facet-error.ts';
import { createChooseEncoding, type Encoding } from './compression-choice.ts';

/** Less is sent as it is: it fits into one packet either way. */
const minBytes = 1_024;
/** Up to here, handing the bytes to another thread costs more than to compress them. */
const maxBytesAtOnce = 32_768;

interface Coding {
  readonly atOnce: (bytes: string | Buffer) => Buffer;
  readonly aside: (bytes: string | Buffer) => Promise<Buffer>;
}

const { BROTLI_PARAM_QUALITY, ZSTD_c_compressionLevel } = zlib.constants;
const brotli = { params: { [BROTLI_PARAM_QUALITY]: 4 } };
const zstd = { params: { [ZSTD_c_compressionLevel]: 3 } };
const gzip = { level: 5 };
const [brotliAside, zstdAside, gzipAside] = [
  promisify<zlib.InputType, zlib.BrotliOptions, Buffer>(zlib.brotliCompress),
  promisify<zlib.InputType, zlib.ZstdOptions, Buffer>(zlib.zstdCompress),
  promisify<zlib.InputType, zlib.ZlibOptions, Buffer>(zlib.gzip),
];
const codings: Readonly<Record<Encoding, Coding>> = {
  br: { atOnce: (bytes) => zlib.brotliCompressSync(bytes, brotli), aside: (bytes) => brotliAside(bytes, brotli) },
  zstd: { atOnce: (bytes) => zlib.zstdCompressSync(bytes, zstd), aside: (bytes) => zstdAside(bytes, zstd) },
  gzip: { atOnce: (bytes) => zlib.gzipSync(bytes, gzip), aside: (bytes) => gzipAside(bytes, gzip) },
};

/**
 * Compresses every answer of 1 KiB and more that is text or bytes, as its caller's `Accept-Encoding` says (RFC 9110,
 * 12.5.3). `Vary` is said by whoever knows all that decides (`addCachingHeaders`). A Buffer is compressed once for each coding, however many
 * replies send it, and must not change. An `ETag` must be weak: it stands for all codings (RFC 9110, 8.8.1). Requests are
 * not decompressed: UNSUPPORTED_MEDIA_TYPE.
 */
export function addCompression(app: FastifyInstance): void {
  const choose = createChooseEncoding();
  app.addHook('onRequest', (request, reply, done) => {
    const coding = request.headers['content-encoding'] ?? 'identity';
    if (coding === 'identity') return done();
    // Tells what would do (RFC 9110, 15.5.16).
    reply.header('accept-encoding', 'identity');
    done(
      new FacetError('UNSUPPORTED_MEDIA_TYPE', { message: 'Send the operation as it is, without Content-Encoding.' }),
    );
  });
  app.addHook('onSend', (request, reply, payload, done) => {
    if (!isBytes(payload) || payload.length === 0 || reply.hasHeader('content-encoding')) return done(null, payload);
    const { encoding, isOptional } = choose(request.headers['accept-encoding']);
    if (encoding === undefined) return done(null, payload);
    const byteCount = Buffer.byteLength(payload);
    if (isOptional && byteCount < minBytes) return done(null, payload);

    const send = (compressed: Buffer) => {
      reply.header('content-encoding', encoding);
      done(null, compressed);
    };
    const compressed = compress(payload, byteCount, encoding);
    if (Buffer.isBuffer(compressed)) return send(compressed);
    compressed.then(send, () => done(null, payload));
  });
}

function isBytes(payload: unknown): payload is string | Buffer {
  return typeof payload === 'string' || Buffer.isBuffer(payload);
}

type Compressed = Buffer | Promise<Buffer>;

/** As long as the bytes they were made of. */
const remembered = new WeakMap<Buffer, Map<Encoding, Compressed>>();

function compress(bytes: string | Buffer, byteCount: number, encoding: Encoding): Compressed {
  const { atOnce, aside } = codings[encoding];
  const make = () => (byteCount > maxBytesAtOnce ? aside(bytes) : atOnce(bytes));
  if (typeof bytes === 'string') return make();

  const variants = remembered.get(bytes) ?? new Map<Encoding, Compressed>();
  const known = variants.get(encoding);
  if (known !== undefined) return known;
  const made = make();
  remembered.set(bytes, variants.set(encoding, made));
  return made;
}
