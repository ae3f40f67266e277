/** Reads a BFF's settings from environment variables; the only room of core that knows their names. */
import { randomUUID } from 'node:crypto';
import { type BffSettings, parseOrExplain, type Settings, settingsSchema } from './settings.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What all workers of one program must have in common, as variables: whoever has no release of its own shares one. */
export function toWorkerEnvironment({ release = randomUUID() }: Pick<Settings, 'release'>): Record<string, string> {
  return { RELEASE: release };
}

/** What the variables override: a BFF's own defaults, for example its port and the services it needs. */
export type SettingsDefaults = Partial<BffSettings>;

const readText = (text: string) => text;
/** Text that is no number stays text, so that the schema can refuse it. */
const readNumber = (text: string) => (Number.isNaN(Number(text)) ? text : Number(text));
/** Other text stays text, so that the schema can refuse it. */
const readBoolean = (text: string) => (text === 'true' || text === 'false' ? text === 'true' : text);
const readList = (text: string) => text.split(',').map((part) => part.trim());
/** `MAX_COST:measure, MAX_ALIASES:off` */
const readPairs = (text: string) => Object.fromEntries(readList(text).map((part) => part.split(':', 2)));

/** Variable, setting, reader. */
const variables = [
  ['NODE_ENV', 'environment', readText],
  ['HOST', 'host', readText],
  ['PORT', 'port', readNumber],
  ['WORKERS', 'workers', readNumber],
  ['LOG_LEVEL', 'logLevel', readText],
  ['CORS_ORIGINS', 'corsOrigins', readList],
  ['LOCALES', 'locales', readList],
  ['REQUEST_TIMEOUT_MS', 'requestTimeoutMs', readNumber],
  ['ATTEMPT_TIMEOUT_MS', 'attemptTimeoutMs', readNumber],
  ['SHUTDOWN_GRACE_MS', 'shutdownGraceMs', readNumber],
  ['COALESCE', 'coalesce', readBoolean],
  ['CACHE', 'cache', readBoolean],
  ['CACHE_MAX_BYTES', 'cacheMaxBytes', readNumber],
  ['REDIS_URL', 'redisUrl', readText],
  ['RELEASE', 'release', readText],
  ['SPECULATE', 'speculate', readBoolean],
  ['MAX_BODY_BYTES', 'maxBodyBytes', readNumber],
  ['MAX_RESPONSE_BYTES', 'maxResponseBytes', readNumber],
  ['MAX_DEPTH', 'maxDepth', readNumber],
  ['MAX_TOKENS', 'maxTokens', readNumber],
  ['MAX_ALIASES', 'maxAliases', readNumber],
  ['MAX_ROOT_FIELDS', 'maxRootFields', readNumber],
  ['MAX_DIRECTIVES', 'maxDirectives', readNumber],
  ['MAX_COST', 'maxCost', readNumber],
  ['MAX_PAGE_SIZE', 'maxPageSize', readNumber],
  ['MAX_VARIABLES', 'maxVariables', readNumber],
  ['MAX_VARIABLE_DEPTH', 'maxVariableDepth', readNumber],
  ['MAX_VARIABLE_BYTES', 'maxVariableBytes', readNumber],
  ['LIMIT_MODES', 'limitModes', readPairs],
] as const;

const identityVariables = [
  ['IDENTITY_ISSUER', 'issuer'],
  ['IDENTITY_AUDIENCE', 'audience'],
  ['CLIENT_ID', 'clientId'],
  ['CLIENT_SECRET', 'clientSecret'],
] as const;

/**
 * Settings from the environment, on top of a BFF's defaults; an empty variable counts as not set. Every service of the
 * defaults has a variable `<SERVICE>_URL`. In production, where services and issuer are and the client's secret have no
 * default. Throws a TypeError that lists every problem by the variable's name.
 */
export function settingsFromEnvironment(environment: Environment, defaults: SettingsDefaults): Settings {
  const isProduction = environment.NODE_ENV === 'production';
  const { identity, services = {}, ...others } = defaults;
  const nameByPath = new Map<string, string>();

  function read(
    variable: string,
    path: string,
    byDefault: unknown,
    toValue: (text: string) => unknown = readText,
  ): unknown {
    nameByPath.set(path, variable);
    const text = environment[variable];
    return text === undefined || text.trim() === '' ? byDefault : toValue(text);
  }

  const plain = variables.map(([variable, setting, toValue]) => [
    setting,
    read(variable, setting, others[setting], toValue),
  ]);
  const origins = Object.entries(services).map(([name, service]) => {
    const variable = `${name.toUpperCase().replaceAll('-', '_')}_URL`;
    const origin = read(variable, `services.${name}.origin`, isProduction ? undefined : service.origin);
    return [name, { ...service, origin }];
  });
  const needed = new Set<string>(['issuer', 'clientSecret']);
  const claims = identityVariables.map(([variable, setting]) => [
    setting,
    read(variable, `identity.${setting}`, isProduction && needed.has(setting) ? undefined : identity?.[setting]),
  ]);
  const input = {
    ...Object.fromEntries(plain.filter(([, value]) => value !== undefined)),
    services: Object.fromEntries(origins),
    ...(identity === undefined ? {} : { identity: Object.fromEntries(claims) }),
  };
  return parseOrExplain(
    settingsSchema,
    input,
    'The environment',
    (path) => nameByPath.get(path) ?? nameByPath.get(path.split('.')[0] ?? '') ?? path,
  );
}
