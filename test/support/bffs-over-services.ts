/** Both BFFs over the real domain services, any of which a test may replace by a worse one. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Bff, BffSettings } from '@facet/core';
import { serviceNames, startDomainServices } from '@facet/domain-services';
import { createMobileBff } from '@facet/mobile-bff';
import { createWebBff } from '@facet/web-bff';
import { startTestIssuer, type TestIssuer } from './test-issuer.ts';

export type ServiceOrigins = Readonly<Record<string, string>>;

export interface Services {
  readonly origins: ServiceOrigins;
  readonly issuer: TestIssuer;
  close(): Promise<void>;
}

export async function startServices(): Promise<Services> {
  const folder = await mkdtemp(path.join(tmpdir(), 'facet-test-'));
  const issuer = await startTestIssuer();
  const services = await startDomainServices({
    database: { folder },
    ports: Object.fromEntries(serviceNames.map((name) => [name, 0])),
    identity: { issuer: issuer.issuer, audience: issuer.audience },
    logLevel: 'silent',
  });
  return {
    origins: services.origins,
    issuer,
    async close() {
      await services.close();
      await issuer.close();
      await rm(folder, { recursive: true });
    },
  };
}

export interface Bffs {
  readonly web: string;
  readonly mobile: string;
  close(): Promise<void>;
}

/** Starts both BFFs; `origins` replaces single services, `settings` single settings. */
export async function startBffs(
  { origins, issuer }: Services,
  replaced: ServiceOrigins = {},
  settings: Partial<BffSettings> = {},
): Promise<Bffs> {
  const services = Object.fromEntries(
    Object.entries({ ...origins, ...replaced }).map(([name, origin]) => [name, { origin }]),
  );
  const settingsOf = (clientId: string): BffSettings => ({
    environment: 'test',
    port: 0,
    services,
    identity: { issuer: issuer.issuer, audience: issuer.audience, clientId, clientSecret: 'secret' },
    logLevel: 'silent',
    requestTimeoutMs: 10_000,
    attemptTimeoutMs: 5_000,
    ...settings,
  });
  const bffs: Bff[] = [await createWebBff(settingsOf('web-bff')), await createMobileBff(settingsOf('mobile-bff'))];
  const [web, mobile] = (await Promise.all(bffs.map((bff) => bff.listen()))) as [string, string];
  return {
    web,
    mobile,
    async close() {
      await Promise.all(bffs.map((bff) => bff.close()));
    },
  };
}
