/** Both BFFs over services that are watched, asked as their clients ask them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bff } from '@facet/core';
import { serviceNames } from '@facet/domain-services';
import { createMobileBff } from '@facet/mobile-bff';
import { createWebBff } from '@facet/web-bff';
import type { ContractCall } from './contract-gateway.ts';
import {
  audience,
  type ObservedServices,
  type ObservedServicesOptions,
  startObservedServices,
} from './observed-services.ts';

export type BffName = 'web' | 'mobile';

export interface GraphqlAnswer {
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever the operation asked for
  readonly data: any;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
  /** Length of the body, uncompressed. */
  readonly byteCount: number;
  /** The REST calls that the BFF made for it; not those that services made for each other. */
  readonly calls: readonly ContractCall[];
}

export interface GraphqlAsking {
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Account that asks; anonymous when left out. */
  readonly as?: string | undefined;
  /** The `Idempotency-Key`; the BFF makes one when left out. */
  readonly key?: string | undefined;
}

export interface ObservedBffs extends ObservedServices {
  /** Sends a document, or an operation of `schemas/<bff>/operations` by its file's name; one at a time. */
  query(bff: BffName, document: string, asking?: GraphqlAsking): Promise<GraphqlAnswer>;
}

/** Time for a machine that does other things too: what is measured here are calls, not milliseconds. */
const patience = { attemptTimeoutMs: 10_000, requestTimeoutMs: 15_000 };

export interface ObservedBffsOptions extends ObservedServicesOptions {
  /** Whether the BFFs remember anything between requests; otherwise each makes all calls that it needs. `false` by default. */
  readonly remembers?: boolean;
}

export async function startObservedBffs(options: ObservedBffsOptions = {}): Promise<ObservedBffs> {
  const { remembers = false } = options;
  const observed = await startObservedServices(options);
  const { issuer, gateways, token, takeCalls } = observed;
  const settings = (client: string) => ({
    environment: 'test' as const,
    port: 0,
    logLevel: 'silent' as const,
    services: gatewayOrigins(gateways),
    identity: { issuer, audience, clientId: client, clientSecret: `${client}-secret` },
    cache: remembers,
    speculate: remembers,
    ...patience,
  });
  const bffs: Bff[] = [];
  const close = async () => {
    await Promise.all(bffs.map((bff) => bff.close()));
    await observed.close();
  };
  const start = async (create: typeof createWebBff | typeof createMobileBff, client: string) => {
    const bff = await create(settings(client));
    bffs.push(bff);
    return bff.listen();
  };
  const urls = { web: '', mobile: '' };
  try {
    urls.web = await start(createWebBff, 'web-bff');
    urls.mobile = await start(createMobileBff, 'mobile-bff');
  } catch (error) {
    await close();
    throw error;
  }

  async function query(bff: BffName, document: string, { variables = {}, as, key }: GraphqlAsking = {}) {
    takeCalls();
    const keyed = key === undefined ? {} : { 'idempotency-key': key };
    const headers = { 'content-type': 'application/json', 'accept-language': 'en-GB', ...keyed };
    const response = await fetch(`${urls[bff]}/graphql`, {
      method: 'POST',
      headers: as === undefined ? headers : { ...headers, authorization: `Bearer ${await token(as)}` },
      body: JSON.stringify({ query: textOf(bff, document), variables }),
    });
    const body = Buffer.from(await response.arrayBuffer());
    const calls = takeCalls().filter(({ caller }) => !isService(caller));
    return { ...JSON.parse(body.toString()), byteCount: body.length, calls } as GraphqlAnswer;
  }

  return { ...observed, query, close };
}

/** Whether the caller is no BFF and no person, but one of the services, which ask each other. */
export const isService = (caller: string) => (serviceNames as readonly string[]).includes(caller);

export const operationsFolder = (bff: BffName) => join(import.meta.dirname, '../../schemas', bff, 'operations');

function textOf(bff: BffName, document: string): string {
  if (document.includes('{')) return document;
  return readFileSync(join(operationsFolder(bff), `${document}.graphql`), 'utf8');
}

/** As a BFF's settings take them. */
export function gatewayOrigins(gateways: ObservedServices['gateways']) {
  return Object.fromEntries(Object.entries(gateways).map(([name, { origin }]) => [name, { origin }]));
}
