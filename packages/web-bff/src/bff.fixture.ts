/** The web BFF over the services for tests, asked as its client asks it. */
import { readFile } from 'node:fs/promises';
import { audience, createToken } from './identity.fixture.ts';
import { createWebBff } from './index.ts';
import { type Services, startServices } from './services.fixture.ts';

const serviceNames = ['catalog', 'inventory', 'reviews', 'accounts', 'carts', 'orders', 'payments'];

interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever the operation asked for
  readonly data: any;
  readonly errors?: readonly { message: string; path?: (string | number)[]; extensions: { code: string } }[];
}

interface AskOptions {
  readonly variables?: Record<string, unknown>;
  /** Account that asks; anonymous when left out. */
  readonly as?: string;
  /** `Idempotency-Key` of the request. */
  readonly key?: string;
}

export interface WebBff {
  readonly services: Services;
  /** Sends a document. */
  ask(query: string, options?: AskOptions): Promise<Answer>;
  /** Sends an operation of `schemas/web/operations`. */
  askOperation(file: string, options?: AskOptions): Promise<Answer>;
  close(): Promise<void>;
}

export async function startWebBff(): Promise<WebBff> {
  const services = await startServices();
  const { origin } = services;
  const identity = { issuer: origin, audience, clientId: 'web-bff', clientSecret: 'secret' };
  const bff = await createWebBff({
    environment: 'test',
    port: 0,
    logLevel: 'silent',
    services: Object.fromEntries(serviceNames.map((name) => [name, { origin }])),
    identity,
  });
  const url = await bff.listen();

  async function ask(query: string, { variables = {}, as, key }: AskOptions = {}): Promise<Answer> {
    const headers = {
      'content-type': 'application/json',
      connection: 'close',
      ...(as === undefined ? {} : { authorization: `Bearer ${createToken(origin, as, 'app')}` }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    };
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Answer;
  }

  return {
    services,
    ask,
    askOperation: async (file, options) => {
      const path = new URL(`../../../schemas/web/operations/${file}.graphql`, import.meta.url);
      return ask(await readFile(path, 'utf8'), options);
    },
    close: async () => {
      await bff.close();
      await services.close();
    },
  };
}
