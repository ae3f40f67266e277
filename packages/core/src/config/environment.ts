/** Reads a BFF's settings from environment variables; the only room of core that knows their names. */
import { randomUUID } from 'node:crypto';
import { readSecretFiles } from './secret-files.ts';
import { type BffSettings, parseOrExplain, type Settings, settingsSchema } from './settings.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What all workers of one program must have in common, as variables: whoever has no release of its own shares one. */
export function toWorkerEnvironment({ release = randomUUID() }: Pick<Settings, 'release'>): Record<string, string> {
  return { RELEASE: release };
}

/** What the variables override: a BFF's own defaults, for example its port and the services it needs. */
export type SettingsDefaults = Partial<BffSettings> & {
  /** What is otherwise in production. */
  readonly production?: Partial<Omit<BffSettings, 'identity' | 'services'>>;
};

const readText = (text: string) => text;
/** Text that is no number stays text, so that the schema can refuse it. */
const readNumber = (text: string) => (Number.isNaN(Number(text)) ? text : Number(text));
/** Other text stays text, so that the schema can refuse it. */
const readBoolean = (text: string) => (text === 'true' || text === 'false' ? text === 'true' : text);
const readList = (text: string) => text.split(',').map((part) => part.trim());
/** `MAX_COST:measure, MAX_ALIASES:off` */
const readPairs = (text: string) => Object.fromEntries(readList(text).map((part) => part.split(':', 2)));

/** `Mutation.checkout:10, Mutation.redeem:5` */
const readCounts = (text: string) =>
  Object.fromEntries(Object.entries(readPairs(text)).map(([name, count]) => [name, readNumber(String(count))]));

/** Variable, setting, reader. */
const variables = [
  ['NODE_ENV', 'environment', readText],
  ['HOST', 'host', readText],
  ['PORT', 'port', readNumber],
  ['WORKERS', 'workers', readNumber],
  ['DPOP', 'dpop', readText],
  ['DPOP_ORIGIN', 'dpopOrigin', readText],
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
  ['RATE_LIMITS', 'rateLimits', readText],
  ['ANONYMOUS_RATE', 'anonymousRate', readNumber],
  ['POINT_RATE', 'pointRate', readNumber],
  ['FIELD_RATES', 'fieldRates', readCounts],
  ['TRUSTED_PROXIES', 'trustedProxies', readList],
  ['TRUSTED_DOCUMENTS', 'trustedDocuments', readText],
  ['REQUIRE_DOCUMENT_ID', 'requireDocumentId', readBoolean],
  ['APQ', 'apq', readBoolean],
] as const;

const identityVariables = [
  ['IDENTITY_ISSUER', 'issuer'],
  ['IDENTITY_AUDIENCE', 'audience'],
  ['CLIENT_ID', 'clientId'],
  ['CLIENT_SECRET', 'clientSecret'],
] as const;

/** A BFF whose defaults have a `session` has one where any of these is set. */
const sessionVariables = [
  ['SESSION_ORIGIN', 'origin', readText],
  ['SESSION_KEYS', 'keys', readList],
  ['SESSION_SCOPES', 'scopes', readList],
  ['SESSION_IDLE_MS', 'idleMs', readNumber],
  ['SESSION_LIFETIME_MS', 'lifetimeMs', readNumber],
] as const;

/** Each of them, and those of services' TLS, may stand in a file that `<NAME>_FILE` names. An address may have a password in it. */
const secretVariables = ['CLIENT_SECRET', 'SESSION_KEYS', 'REDIS_URL'];

/** Of each service: `<SERVICE>_TLS_CA`. */
const tlsVariables = [
  ['TLS_CA', 'ca'],
  ['TLS_CERT', 'cert'],
  ['TLS_KEY', 'key'],
] as const;
const toPrefix = (service: string) => service.toUpperCase().replaceAll('-', '_');

type Read = (variable: string, path: string, byDefault: unknown) => unknown;

const withoutUnset = (entries: readonly (readonly unknown[])[]) =>
  Object.fromEntries(entries.filter(([, value]) => value !== undefined));

function readServices(services: NonNullable<BffSettings['services']>, isProduction: boolean, read: Read) {
  const entries = Object.entries(services).map(([name, { origin, audience, tls }]) => {
    const prefix = toPrefix(name);
    const parts = tlsVariables.map(
      ([suffix, part]) => [part, read(`${prefix}_${suffix}`, `services.${name}.tls.${part}`, tls?.[part])] as const,
    );
    const given = withoutUnset(parts);
    const service = [
      ['origin', read(`${prefix}_URL`, `services.${name}.origin`, isProduction ? undefined : origin)],
      ['audience', read(`${prefix}_AUDIENCE`, `services.${name}.audience`, audience)],
    ] as const;
    return [name, { ...withoutUnset(service), ...(Object.keys(given).length === 0 ? {} : { tls: given }) }];
  });
  return Object.fromEntries(entries);
}

/**
 * Settings from the environment, on top of a BFF's defaults; an empty variable counts as not set. Every service of the
 * defaults has the variables `<SERVICE>_URL`, `<SERVICE>_AUDIENCE`, `<SERVICE>_TLS_CA`, `…_CERT` and `…_KEY`. In
 * production, where services and issuer are and the client's secret have no default. Throws a TypeError that lists every
 * problem by the variable's name.
 */
export function settingsFromEnvironment(environment: Environment, defaults: SettingsDefaults): Settings {
  const { identity, services = {}, session, production, ...always } = defaults;
  const ofServices = Object.keys(services).flatMap((name) =>
    tlsVariables.map(([suffix]) => `${toPrefix(name)}_${suffix}`),
  );
  const { secrets, problems } = readSecretFiles(environment, [...secretVariables, ...ofServices]);
  const textOf = (variable: string) => secrets[variable] ?? environment[variable];
  const isProduction = environment.NODE_ENV === 'production';
  const others = isProduction ? { ...always, ...production } : always;
  const nameByPath = new Map<string, string>();

  function read(
    variable: string,
    path: string,
    byDefault: unknown,
    toValue: (text: string) => unknown = readText,
  ): unknown {
    nameByPath.set(path, variable);
    const text = textOf(variable);
    return text === undefined || text.trim() === '' ? byDefault : toValue(text);
  }

  const plain = variables.map(([variable, setting, toValue]) => [
    setting,
    read(variable, setting, others[setting], toValue),
  ]);
  const needed = new Set<string>(['issuer', 'clientSecret']);
  const claims = identityVariables.map(([variable, setting]) => [
    setting,
    read(variable, `identity.${setting}`, isProduction && needed.has(setting) ? undefined : identity?.[setting]),
  ]);
  const asked = session === undefined ? [] : sessionVariables.filter(([variable]) => textOf(variable)?.trim());
  const sessions = sessionVariables.map(([variable, setting, toValue]) => [
    setting,
    read(variable, `session.${setting}`, session?.[setting], toValue),
  ]);
  const input = {
    ...withoutUnset(plain),
    services: readServices(services, isProduction, read),
    ...(identity === undefined ? {} : { identity: Object.fromEntries(claims) }),
    ...(asked.length === 0 ? {} : { session: withoutUnset(sessions) }),
  };
  return parseOrExplain(
    settingsSchema,
    input,
    'The environment',
    (path) => nameByPath.get(path.replace(/\.\d+$/, '')) ?? nameByPath.get(path.split('.')[0] ?? '') ?? path,
    problems,
  );
}
