/** A gate on loopback, with a route behind it that tells what it is asked. */
import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { afterEach } from '@jest/globals';
import Fastify, { type FastifyError } from 'fastify';
import { errorCodes } from '../errors/error-codes.ts';
import { FacetError } from '../errors/facet-error.ts';
import { addDocumentGate, type DocumentGateOptions } from './document-gate.ts';
import { createDocumentRegister } from './trusted-documents.ts';

export const toId = (text: string): string => createHash('sha256').update(text).digest('hex');

export const trusted = 'query Greet($name: String) {\n  greet(name: $name)\n}';
export const trustedId: string = toId(trusted);
export const inUrl = (parameters: Readonly<Record<string, string>>): string => `?${new URLSearchParams(parameters)}`;
export const byHash = (sha256Hash: unknown, version: unknown = 1): object => ({
  persistedQuery: { version, sha256Hash },
});

export interface Told {
  readonly status: number;
  /** The code that it was refused with. */
  readonly code?: string;
  /** What came through: the body of a POST, the parameters of a GET. */
  readonly asked?: unknown;
}

export interface Gate {
  readonly url: string;
  /** What was reported as untrusted. */
  readonly reported: string[];
  /** Sends a body, or parameters in a URL. */
  ask(what: unknown, headers?: Readonly<Record<string, string>>): Promise<Told>;
}

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

export async function startGate(options: Partial<DocumentGateOptions> = {}): Promise<Gate> {
  const documents = createDocumentRegister({
    documents: [{ id: trustedId, name: 'Greet', body: trusted }],
    findProblems: () => [],
  });
  const reported: string[] = [];
  const app = Fastify();
  app.setErrorHandler((error: FastifyError, _request, reply) => {
    // Fastify's own refusals, of a body with the key __proto__ for example.
    const otherCode = error.statusCode === 400 ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR';
    const code = error instanceof FacetError ? error.code : otherCode;
    return reply.code(errorCodes[code].httpStatus).send({ code });
  });
  const onUntrusted: DocumentGateOptions['onUntrusted'] = (_request, _reply, code) => void reported.push(code);
  addDocumentGate(app, { mode: 'enforce', requireId: true, documents, onUntrusted, ...options });
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    handler: ({ method, url, body }) => ({
      asked: method === 'POST' ? body : Object.fromEntries(new URL(url, 'http://localhost').searchParams),
    }),
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  open.push(() => app.close());
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/graphql`;

  async function ask(what: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Told> {
    const response = await (typeof what === 'string' && what.startsWith('?')
      ? fetch(url + what, { headers })
      : fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify(what),
        }));
    return { status: response.status, ...((await response.json()) as object) };
  }

  return { url, reported, ask };
}
