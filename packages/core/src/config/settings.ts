/** Settings of a BFF: checked once at start, every problem reported at once. */
import { z } from 'zod';
import { serviceTls } from './service-tls.ts';

const origin = z
  .url({
    protocol: /^https?$/,
    abort: true,
    error: ({ input }) =>
      input === undefined ? 'is not set' : 'must be an http or https URL such as http://localhost:4101',
  })
  .refine((url) => URL.canParse(url) && new URL(url).pathname === '/', 'must be an origin, without a path')
  .transform((url) => new URL(url).origin);

const service = z
  .strictObject({ origin, audience: z.string().min(1).optional(), tls: serviceTls.optional() })
  .refine(({ origin, tls }) => tls === undefined || origin.startsWith('https:'), {
    path: ['origin'],
    error: 'must be https, since there are certificates for it',
  });

const redisUrl = z.url({
  protocol: /^rediss?$/,
  error: 'must be a redis or rediss URL such as redis://localhost:6379',
});

const milliseconds = z.int().min(1).max(600_000);
const hourMs = 3_600_000;

const sessionKey = z
  .string()
  .refine(
    (text) => /^[\w+/-]+={0,2}$/.test(text) && Buffer.from(text, 'base64').length === 32,
    'must be 32 bytes in base64, as `openssl rand -base64 32` prints them',
  );

/** Limits of documents and of what comes with them. */
const limitCodes = [
  'MAX_BODY_BYTES',
  'MAX_DEPTH',
  'MAX_TOKENS',
  'MAX_ALIASES',
  'MAX_ROOT_FIELDS',
  'MAX_DIRECTIVES',
  'MAX_COST',
  'MAX_PAGE_SIZE',
  'MAX_VARIABLES',
] as const;
export type LimitCode = (typeof limitCodes)[number];
const limitMode = z.enum(['enforce', 'measure', 'off'], { error: 'must be enforce, measure or off' });
export type LimitMode = z.output<typeof limitMode>;

const network = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], {
  error: 'must be an address or a network such as 10.0.0.0/8',
});
const perMinute = z.int().min(1).max(1_000_000_000);

const fields = z.strictObject({
  /** `development` opens introspection, Apollo Sandbox and its origin; `production` closes them. */
  environment: z.enum(['development', 'test', 'production']),
  host: z.string().min(1).default('127.0.0.1'),
  /** 0 takes a free port from the system. */
  port: z.int().min(0).max(65_535),
  /** Processes behind the port, where `runBff` runs the BFF; `createBff` is always one. */
  workers: z.int().min(1).max(64).default(1),
  /**
   * Each REST service by the name its contract has: its origin, the audience of the tokens that it takes,
   * `urn:facet:<name>` by default, and for mutual TLS the certificates.
   */
  services: z.record(z.string(), service).default({}),
  /**
   * Who signs access tokens, for whom, and who this BFF is to the issuer: it fetches tokens of its own there, and
   * exchanges its callers' (RFC 8693). Without it, callers are anonymous and services get no token.
   */
  identity: z
    .strictObject({
      issuer: z.url(),
      audience: z.string().min(1),
      clientId: z.string().min(1),
      clientSecret: z.string().min(1),
    })
    .optional(),
  /**
   * Sign-in by browser, with the tokens kept on the server: `/auth/login`, `/auth/logout`, `/auth/session`. Without it,
   * there is none, and cookies mean nothing.
   */
  session: z
    .strictObject({
      /** Origin of the BFF as browsers know it; outside production that of `http://localhost` by default. */
      origin: origin.optional(),
      /** Encrypt sessions in Redis and sign-ins under way: the first encrypts, all decrypt. Of this process by default. */
      keys: z.array(sessionKey).default([]),
      /** What the provider is asked for; some give refresh tokens for `offline_access` alone. */
      scopes: z
        .array(z.string().min(1))
        .refine((scopes) => scopes.includes('openid'), 'must contain openid: without it, nobody says who signed in')
        .default(['openid']),
      /** Time without use after which a session ends; half an hour. */
      idleMs: z
        .int()
        .min(1)
        .max(24 * hourMs)
        .default(hourMs / 2),
      /** Time after which it ends, used or not; 12 hours. */
      lifetimeMs: z
        .int()
        .min(1)
        .max(30 * 24 * hourMs)
        .default(12 * hourMs),
    })
    .optional(),
  /**
   * Whether apps may, or must, prove that they hold the key which their token is bound to (RFC 9449): `accept` takes
   * bearer tokens, too, `require` no others than bound ones.
   */
  dpop: z.enum(['off', 'accept', 'require'], { error: 'must be off, accept or require' }).default('off'),
  /** Origin of the BFF as apps know it, which their proofs are for; outside production the request's `Host` by default. */
  dpopOrigin: origin.optional(),
  logLevel: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  /** Origins of browsers that may call, beside Sandbox's in development. */
  corsOrigins: z.array(origin).default([]),
  /** BCP 47 tags that answers can be formatted for; the first is the default. */
  locales: z
    .array(z.string().refine(isLocale, 'must be a BCP 47 tag such as de-DE'))
    .min(1)
    .default(['en-GB', 'en-US', 'de-DE', 'fr-FR', 'es-ES']),
  /** Time a whole request may take. */
  requestTimeoutMs: milliseconds.default(2_000),
  /** Time one call to a service may take. */
  attemptTimeoutMs: milliseconds.default(500),
  /** Time requests under way get to end after a stop was asked for. */
  shutdownGraceMs: milliseconds.default(10_000),
  /** Whether identical work under way is done once: calls to services, and whole answers of public operations. */
  coalesce: z.boolean().default(true),
  /** Whether answers of services, and whole answers, are kept as long as they say. */
  cache: z.boolean().default(true),
  /** What each process keeps in memory at most; 64 MiB. */
  cacheMaxBytes: z.int().min(1_000_000).default(67_108_864),
  /**
   * Where processes keep together what they cache, sessions, rates and used proofs, and tell each other of changes;
   * without it, each process keeps its own.
   */
  redisUrl: redisUrl.optional(),
  /**
   * Names the build. Processes of one release share whole answers in Redis; those of another may show the same data in
   * another way. Without it, each process has its own.
   */
  release: z.string().min(1).max(100).optional(),
  /** Whether calls that an operation made last time start before it asks for them. */
  speculate: z.boolean().default(true),
  /** Longest body of a request; ten times as much where this limit does not enforce. */
  maxBodyBytes: z.int().min(1_000).default(100_000),
  /** Longest answer of a service that is read. */
  maxResponseBytes: z.int().min(1_000).default(1_000_000),
  /** Nesting of fields in an operation. */
  maxDepth: z.int().min(1).default(10),
  /** Lexical tokens in a document. */
  maxTokens: z.int().min(1).default(1_000),
  /** Fields that are given another name; those of a fragment count wherever it is spread, as in the limits below. */
  maxAliases: z.int().min(0).default(15),
  /** Fields of the query or mutation itself. */
  maxRootFields: z.int().min(1).default(10),
  /** Directives on the operation and on anything in it. */
  maxDirectives: z.int().min(0).default(30),
  /** Points that an operation may cost, as `@cost` and `@listSize` of the SDL say. */
  maxCost: z.int().min(1).default(1_000),
  /** Items of one page, where `@listSize` names the argument that asks for them. */
  maxPageSize: z.int().min(1).default(100),
  /** Number of variables. */
  maxVariables: z.int().min(0).default(50),
  /** Levels of lists and objects in a variable. */
  maxVariableDepth: z.int().min(0).default(10),
  /** All variables together, as JSON. */
  maxVariableBytes: z.int().min(1).default(50_000),
  /**
   * Whether only documents that the apps were built with are answered: `log` reports others and answers them, `off` knows
   * none. Needs `trustedDocuments` of the BFF.
   */
  trustedDocuments: z.enum(['off', 'log', 'enforce'], { error: 'must be off, log or enforce' }).default('off'),
  /** Whether a trusted document must be asked for by its id; otherwise its text will do. */
  requireDocumentId: z.boolean().default(true),
  /** Whether clients may send a text once and its hash from then on (Apollo's automatic persisted queries). */
  apq: z.boolean().default(false),
  /** Limits that only report what they would refuse (`measure`), or are `off`; all others `enforce`. */
  limitModes: z.partialRecord(z.enum(limitCodes), limitMode).optional(),
  /** Whether the rates below are limits; by default `enforce` in production, `measure` in development, `off` in tests. */
  rateLimits: limitMode.optional(),
  /** Requests a minute from one address by callers who are not signed in, and as many failures to. */
  anonymousRate: perMinute.default(100),
  /** Points a minute that one caller's operations may cost. */
  pointRate: perMinute.default(10_000),
  /** How often a minute one caller may ask for a field of the query or mutation: `{ 'Mutation.checkout': 10 }`. */
  fieldRates: z
    .record(z.string().regex(/^\w+\.\w+$/, 'must name a field such as Mutation.checkout'), perMinute)
    .optional(),
  /** Proxies in front, whose `X-Forwarded-*` count: where requests really come from. */
  trustedProxies: z.array(network).default([]),
});

export const settingsSchema = fields.superRefine(refineCache).superRefine(refineSession).superRefine(refineDpop);

type Refine = (settings: z.output<typeof fields>, context: Pick<z.RefinementCtx, 'addIssue'>) => void;

function refineCache(...[{ workers, cache, redisUrl }, { addIssue }]: Parameters<Refine>): void {
  if (workers === 1 || !cache || redisUrl !== undefined) return;
  const message =
    'is not set, while several workers each have a cache of their own: whoever changed something could read what was ' +
    'before from another worker. Set it, so that they share a Redis, or switch the cache off (CACHE=false)';
  addIssue({ code: 'custom', path: ['redisUrl'], message });
}

function refineDpop(...[{ dpop, dpopOrigin, environment }, { addIssue }]: Parameters<Refine>): void {
  if (dpop === 'off' || dpopOrigin !== undefined || environment !== 'production') return;
  const message = 'is not set, while apps prove for which server they call, and whoever calls can name any as Host';
  addIssue({ code: 'custom', path: ['dpopOrigin'], message });
}

function refineSession(...[settings, { addIssue }]: Parameters<Refine>): void {
  const { session, identity, environment, workers, redisUrl } = settings;
  if (session === undefined) return;
  const refuse = (path: string[], message: string) => addIssue({ code: 'custom', path, message });
  if (identity === undefined) refuse(['identity'], 'is not set, while sessions need somebody to sign in with');
  if (workers > 1 && redisUrl === undefined) {
    refuse(
      ['redisUrl'],
      'is not set, while several workers have sessions: who signed in at one is unknown to the others',
    );
  }
  if (redisUrl !== undefined && session.keys.length === 0) {
    refuse(['session', 'keys'], 'is not set, while sessions are kept in Redis: `openssl rand -base64 32` makes a key');
  }
  if (environment !== 'production') return;
  if (session.origin === undefined) refuse(['session', 'origin'], 'is not set');
  else if (!session.origin.startsWith('https:')) refuse(['session', 'origin'], 'must be https in production');
  if (identity?.issuer.startsWith('http:'))
    refuse(['identity', 'issuer'], 'must be https in production, where people sign in');
}

/** What a caller may give; defaults fill the rest. */
export type BffSettings = z.input<typeof settingsSchema>;
/** What the rooms get. */
export type Settings = z.output<typeof settingsSchema>;

/** Checks settings; throws a TypeError that lists every problem with its place. */
export function parseSettings(input: BffSettings): Settings {
  return parseOrExplain(settingsSchema, input, 'The settings of the BFF');
}

/**
 * Parses with a schema; throws a TypeError that lists every problem as `- place: what is wrong`, those that are `known`
 * before, by place, instead of what the schema says of the same places.
 */
export function parseOrExplain<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  what: string,
  toPlace: (path: string) => string = (path) => path || '(all)',
  known: ReadonlyMap<string, string> = new Map(),
): z.output<Schema> {
  const result = schema.safeParse(input, { error: (issue) => (issue.input === undefined ? 'is not set' : undefined) });
  if (result.success && known.size === 0) return result.data;
  const found = (result.error?.issues ?? []).map(({ path, message }) => [toPlace(path.join('.')), message] as const);
  const problems = [...known, ...found.filter(([place]) => !known.has(place))].map(
    (problem) => `- ${problem.join(': ')}`,
  );
  throw new TypeError(`${what} cannot be used:\n${problems.join('\n')}`);
}

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
