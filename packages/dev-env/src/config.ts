/** Environment of the development constellation: read once, every problem reported at once. */
import { z } from 'zod';

/** Everything in the constellation that listens, and the variable that changes its port. */
export const portVariables = {
  identity: 'IDP_PORT',
  catalog: 'CATALOG_PORT',
  inventory: 'INVENTORY_PORT',
  reviews: 'REVIEWS_PORT',
  accounts: 'ACCOUNTS_PORT',
  carts: 'CARTS_PORT',
  orders: 'ORDERS_PORT',
  payments: 'PAYMENTS_PORT',
  web: 'WEB_PORT',
  mobile: 'MOBILE_PORT',
} as const;

/** Services that may run elsewhere, and the variable that says where. */
export const urlVariables = {
  catalog: 'CATALOG_URL',
  inventory: 'INVENTORY_URL',
  reviews: 'REVIEWS_URL',
  accounts: 'ACCOUNTS_URL',
  carts: 'CARTS_URL',
  orders: 'ORDERS_URL',
  payments: 'PAYMENTS_URL',
} as const;

/** 0 takes a free port. */
const port = (standard: number) => z.coerce.number().int().min(0).max(65_535).default(standard);

const url = z.url({ protocol: /^https?$/ }).transform((text) => new URL(text).origin);

const environmentSchema = z
  .object({
    IDP_PORT: port(4100),
    CATALOG_PORT: port(4101),
    INVENTORY_PORT: port(4102),
    REVIEWS_PORT: port(4103),
    ACCOUNTS_PORT: port(4104),
    CARTS_PORT: port(4105),
    ORDERS_PORT: port(4106),
    PAYMENTS_PORT: port(4107),
    WEB_PORT: port(4000),
    MOBILE_PORT: port(4001),
    CATALOG_URL: url.optional(),
    INVENTORY_URL: url.optional(),
    REVIEWS_URL: url.optional(),
    ACCOUNTS_URL: url.optional(),
    CARTS_URL: url.optional(),
    ORDERS_URL: url.optional(),
    PAYMENTS_URL: url.optional(),
    SESSION_ORIGIN: url.optional(),
    DATA_DIR: z.string().default('.data'),
    DATABASE_URL: z.url({ protocol: /^postgres(?:ql)?$/ }).optional(),
    LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
  })
  .superRefine((values, context) => {
    const taken = new Map<number, string>();
    for (const variable of Object.values(portVariables)) {
      const other = taken.get(values[variable]);
      if (other !== undefined && values[variable] !== 0)
        context.addIssue({ code: 'custom', path: [variable], message: `${other} has it, too` });
      taken.set(values[variable], variable);
    }
  });

export type LogLevel = z.infer<typeof environmentSchema>['LOG_LEVEL'];
export type Listener = keyof typeof portVariables;
export type Ports = Record<Listener, number>;
/** Origins of services that run elsewhere. */
export type Urls = Partial<Record<keyof typeof urlVariables, string>>;
export type Database = { folder: string } | { url: string };

export interface Config {
  ports: Ports;
  urls: Urls;
  /** Where browsers reach the web BFF, if not at its own port. */
  sessionOrigin?: string;
  database: Database;
  logLevel: LogLevel;
}

/** Thrown by {@link readConfig}: one line per wrong variable, ready to print. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** Reads the environment; an empty variable counts as absent. Throws {@link ConfigError} naming every wrong variable. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => {
      const variable = path.join('.');
      return `  ${variable}=${given[variable] ?? '(default)'}: ${message}`;
    });
    throw new ConfigError(['These environment variables do not fit:', ...problems].join('\n'));
  }
  const { DATABASE_URL: url, DATA_DIR: folder, LOG_LEVEL: logLevel, SESSION_ORIGIN: sessionOrigin } = parsed.data;
  const entries = Object.entries(portVariables).map(([listener, variable]) => [listener, parsed.data[variable]]);
  const elsewhere = Object.entries(urlVariables).flatMap(([service, variable]) => {
    const origin = parsed.data[variable];
    return origin === undefined ? [] : [[service, origin]];
  });
  return {
    ports: Object.fromEntries(entries) as Ports,
    urls: Object.fromEntries(elsewhere) as Urls,
    ...(sessionOrigin === undefined ? {} : { sessionOrigin }),
    database: url === undefined ? { folder } : { url },
    logLevel,
  };
}

export function isProduction(): boolean {
  return process.env.NODE_ENV === 'production';
}
