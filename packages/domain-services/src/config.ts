// Reads the environment: every problem is reported at once, at start.
import { z } from 'zod';
import type { DomainServicesOptions } from './index.ts';
import { type ServiceName, serviceNames, services } from './services.ts';

const port = (name: ServiceName) => z.coerce.number().int().min(0).max(65_535).default(services[name].defaultPort);

const environment = z.object({
  SERVICES: z
    .string()
    .default(serviceNames.join(','))
    .transform((list) => list.split(',').map((name) => name.trim()))
    .pipe(z.array(z.enum(serviceNames)).min(1)),
  HOST: z.string().default('127.0.0.1'),
  CATALOG_PORT: port('catalog'),
  INVENTORY_PORT: port('inventory'),
  REVIEWS_PORT: port('reviews'),
  ACCOUNTS_PORT: port('accounts'),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  IDENTITY_ISSUER: z.url({ protocol: /^https?$/ }).default('http://localhost:4100'),
  IDENTITY_AUDIENCE: z.string().min(1).default('urn:facet:api'),
  IMAGE_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

/** Throws a TypeError that names every variable that is wrong. An empty variable counts as not set. */
export function readConfig(variables: NodeJS.ProcessEnv): DomainServicesOptions {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path, message }) => `  ${path[0]?.toString() ?? ''}: ${message}`);
    throw new TypeError(`The environment is not valid:\n${lines.join('\n')}`);
  }
  const { data } = parsed;
  return {
    services: data.SERVICES,
    ports: {
      catalog: data.CATALOG_PORT,
      inventory: data.INVENTORY_PORT,
      reviews: data.REVIEWS_PORT,
      accounts: data.ACCOUNTS_PORT,
    },
    host: data.HOST,
    database: data.DATABASE_URL === undefined ? { folder: data.DATA_DIR } : { url: data.DATABASE_URL },
    identity: { issuer: data.IDENTITY_ISSUER, audience: data.IDENTITY_AUDIENCE },
    ...(data.IMAGE_ORIGIN === undefined ? {} : { imageOrigin: data.IMAGE_ORIGIN.replace(/\/$/, '') }),
    logLevel: data.LOG_LEVEL,
  };
}
