/** Settings of a BFF: checked once at start, every problem reported at once. */
import { z } from 'zod';

const origin = z
  .url({
    protocol: /^https?$/,
    abort: true,
    error: ({ input }) =>
      input === undefined ? 'is not set' : 'must be an http or https URL such as http://localhost:4101',
  })
  .refine((url) => URL.canParse(url) && new URL(url).pathname === '/', 'must be an origin, without a path')
  .transform((url) => new URL(url).origin);

const redisUrl = z.url({
  protocol: /^rediss?$/,
  error: 'must be a redis or rediss URL such as redis://localhost:6379',
});

const milliseconds = z.int().min(1).max(600_000);

/** Limits of documents and of what comes with them. */
const limitCodes = [
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

const fields = z.strictObject({
  /** `development` opens introspection, Apollo Sandbox and its origin; `production` closes them. */
  environment: z.enum(['development', 'test', 'production']),
  host: z.string().min(1).default('127.0.0.1'),
  /** 0 takes a free port from the system. */
  port: z.int().min(0).max(65_535),
  /** Processes behind the port, where `runBff` runs the BFF; `createBff` is always one. */
  workers: z.int().min(1).max(64).default(1),
  /** Origin of each REST service, by the name its contract has. */
  services: z.record(z.string(), z.strictObject({ origin })).default({}),
  /** Who signs access tokens, for whom, and who this BFF is to the issuer; without it, callers are anonymous and services get no token. */
  identity: z
    .strictObject({
      issuer: z.url(),
      audience: z.string().min(1),
      clientId: z.string().min(1),
      clientSecret: z.string().min(1),
    })
    .optional(),
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
  /** Where processes keep together what they cache, and tell each other of changes; without it, one process caches for itself. */
  redisUrl: redisUrl.optional(),
  /**
   * Names the build. Processes of one release share whole answers in Redis; those of another may show the same data in
   * another way. Without it, each process has its own.
   */
  release: z.string().min(1).max(100).optional(),
  /** Whether calls that an operation made last time start before it asks for them. */
  speculate: z.boolean().default(true),
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
  /** Limits that only report what they would refuse (`measure`), or are `off`; all others `enforce`. */
  limitModes: z.partialRecord(z.enum(limitCodes), limitMode).optional(),
});

export const settingsSchema = fields.superRefine(({ workers, cache, redisUrl }, { addIssue }) => {
  if (workers === 1 || !cache || redisUrl !== undefined) return;
  const message =
    'is not set, while several workers each have a cache of their own: whoever changed something could read what was ' +
    'before from another worker. Set it, so that they share a Redis, or switch the cache off (CACHE=false)';
  addIssue({ code: 'custom', path: ['redisUrl'], message });
});

/** What a caller may give; defaults fill the rest. */
export type BffSettings = z.input<typeof settingsSchema>;
/** What the rooms get. */
export type Settings = z.output<typeof settingsSchema>;

/** Checks settings; throws a TypeError that lists every problem with its place. */
export function parseSettings(input: BffSettings): Settings {
  return parseOrExplain(settingsSchema, input, 'The settings of the BFF');
}

/** Parses with a schema; throws a TypeError that lists every problem as `- place: what is wrong`. */
export function parseOrExplain<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  what: string,
  toPlace: (path: string) => string = (path) => path || '(all)',
): z.output<Schema> {
  const result = schema.safeParse(input, { error: (issue) => (issue.input === undefined ? 'is not set' : undefined) });
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) => `- ${toPlace(path.join('.'))}: ${message}`);
  throw new TypeError(`${what} cannot be used:\n${problems.join('\n')}`);
}

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
