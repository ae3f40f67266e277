// Reads the environment: every problem is reported at once, at start.
import { z } from 'zod';
import type { DomainServicesOptions } from './index.ts';
import { type ServiceName, serviceNames } from './services.ts';

const port = (standard: number) => z.coerce.number().int().min(0).max(65_535).default(standard);

const origin = z.url({ protocol: /^https?$/ }).optional();
const secret = z.string().min(1).optional();

/** `CATALOG_PORT`, `INVENTORY_PORT`, … */
const toVariable = (name: ServiceName, suffix: string) => `${name.toUpperCase()}_${suffix}`;

/** The variables of one suffix by service, without those that are not set. */
function readEach<Value>(data: Record<string, unknown>, suffix: string): Partial<Record<ServiceName, Value>> {
  const entries = serviceNames.map((name) => [name, data[toVariable(name, suffix)]]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

const environment = z.object({
  SERVICES: z
    .string()
    .default(serviceNames.join(','))
    .transform((list) => list.split(',').map((name) => name.trim()))
    .pipe(z.array(z.enum(serviceNames)).min(1)),
  HOST: z.string().default('127.0.0.1'),
  CATALOG_PORT: port(4101),
  INVENTORY_PORT: port(4102),
  REVIEWS_PORT: port(4103),
  ACCOUNTS_PORT: port(4104),
  CARTS_PORT: port(4105),
  ORDERS_PORT: port(4106),
  PAYMENTS_PORT: port(4107),
  CATALOG_URL: origin,
  INVENTORY_URL: origin,
  REVIEWS_URL: origin,
  ACCOUNTS_URL: origin,
  CARTS_URL: origin,
  ORDERS_URL: origin,
  PAYMENTS_URL: origin,
  CARTS_CLIENT_SECRET: secret,
  ORDERS_CLIENT_SECRET: secret,
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  IDENTITY_ISSUER: z.url({ protocol: /^https?$/ }).default('http://localhost:4100'),
  IDENTITY_AUDIENCE: z.string().min(1).default('urn:facet:{service}'),
  IMAGE_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

/** Services that run elsewhere: at their URL, or else on this machine at their port. */
function toOrigins(data: { readonly SERVICES: readonly ServiceName[] }): Partial<Record<ServiceName, string>> {
  const values = data as Record<string, unknown>;
  const elsewhere = serviceNames.filter((name) => !data.SERVICES.includes(name));
  const standard = elsewhere.map((name) => [name, `http://localhost:${values[toVariable(name, 'PORT')]}`]);
  return { ...Object.fromEntries(standard), ...readEach<string>(values, 'URL') };
}

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
    ports: readEach<number>(data, 'PORT'),
    origins: toOrigins(data),
    host: data.HOST,
    database: data.DATABASE_URL === undefined ? { folder: data.DATA_DIR } : { url: data.DATABASE_URL },
    identity: {
      issuer: data.IDENTITY_ISSUER,
      audience: data.IDENTITY_AUDIENCE,
      clientSecrets: readEach<string>(data, 'CLIENT_SECRET'),
    },
    ...(data.IMAGE_ORIGIN === undefined ? {} : { imageOrigin: data.IMAGE_ORIGIN.replace(/\/$/, '') }),
    logLevel: data.LOG_LEVEL,
  };
}
