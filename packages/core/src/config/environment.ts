/** Reads a BFF's settings from environment variables; the only room of core that knows their names. */
import { type BffSettings, parseOrExplain, type Settings, settingsSchema } from './settings.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What the variables override: a BFF's own defaults, for example its port and the services it needs. */
export type SettingsDefaults = Partial<BffSettings>;

/**
 * Settings from the environment, on top of a BFF's defaults. Every service of the defaults has a variable
 * `<SERVICE>_URL`. Throws a TypeError that lists every problem by the variable's name.
 */
export function settingsFromEnvironment(env: Environment, defaults: SettingsDefaults): Settings {
  const services = Object.entries(defaults.services ?? {}).map(([name, service]) => {
    const origin = env[`${name.toUpperCase().replaceAll('-', '_')}_URL`] ?? service.origin;
    return [name, { ...service, origin }];
  });
  const { identity } = defaults;
  const input = {
    ...defaults,
    ...without({
      environment: env.NODE_ENV,
      host: env.HOST,
      port: number(env.PORT),
      logLevel: env.LOG_LEVEL,
      corsOrigins: list(env.CORS_ORIGINS),
      locales: list(env.LOCALES),
      requestTimeoutMs: number(env.REQUEST_TIMEOUT_MS),
      attemptTimeoutMs: number(env.ATTEMPT_TIMEOUT_MS),
      shutdownGraceMs: number(env.SHUTDOWN_GRACE_MS),
      maxBodyBytes: number(env.MAX_BODY_BYTES),
      maxResponseBytes: number(env.MAX_RESPONSE_BYTES),
      maxDepth: number(env.MAX_DEPTH),
      maxTokens: number(env.MAX_TOKENS),
    }),
    services: Object.fromEntries(services),
    identity: identity && {
      issuer: env.IDENTITY_ISSUER ?? identity.issuer,
      audience: env.IDENTITY_AUDIENCE ?? identity.audience,
      clientId: env.CLIENT_ID ?? identity.clientId,
      clientSecret: env.CLIENT_SECRET ?? identity.clientSecret,
    },
  };
  return parseOrExplain(settingsSchema, input, 'The environment');
}

/** Text that is no number stays text, so that the schema can name it. */
function number(text: string | undefined): number | string | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const value = Number(text);
  return Number.isNaN(value) ? text : value;
}

function list(text: string | undefined): string[] | undefined {
  return text
    ?.split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}

function without(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''));
}
