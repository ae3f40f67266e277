/** Fastify plugin: reports bodies that are longer than one may be, where this limit only measures. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

export interface BodyMeasureOptions {
  readonly maxBodyBytes: number;
  /** Hears of a body with so many bytes, of a request that is answered all the same. */
  readonly onLong: (request: FastifyRequest, reply: FastifyReply, found: number) => void;
}

/** A body that came in chunks, without its length, counts as it would be written anew. */
export function addBodyMeasure(app: FastifyInstance, { maxBodyBytes, onLong }: BodyMeasureOptions): void {
  app.addHook('preHandler', (request, reply, done) => {
    const length = request.headers['content-length'];
    const found = length === undefined ? writtenBytes(request.body) : Number(length);
    if (found > maxBodyBytes) onLong(request, reply, found);
    done();
  });
}

function writtenBytes(body: unknown): number {
  return body === undefined || body === null ? 0 : Buffer.byteLength(JSON.stringify(body));
}
