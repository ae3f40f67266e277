/** Fastify plugin: what browsers are told to be careful with. */
import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Settings } from '../config/settings.ts';

const yearSeconds = 31_536_000;
/** Answers are data: a browser that is made to show one as a page loads nothing and runs nothing. */
const nothing = { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"] };

/** Helmet's headers that say something about an API; the others are about pages, or say it again for old browsers. */
const options = {
  contentSecurityPolicy: { useDefaults: false, directives: nothing },
  crossOriginResourcePolicy: { policy: 'same-origin' },
  referrerPolicy: { policy: 'no-referrer' },
  xContentTypeOptions: true,
  crossOriginEmbedderPolicy: false,
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xFrameOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
} satisfies FastifyHelmetOptions;

/** Another host of the domain may be somebody else's, who has no TLS. */
const onlyTls = { maxAge: yearSeconds, includeSubDomains: false };

export type SecurityHeaders = Readonly<Record<string, string>>;

/** The headers by name; `Strict-Transport-Security` in production only, where there is TLS. */
export function createSecurityHeaders({ environment }: Pick<Settings, 'environment'>): Promise<SecurityHeaders> {
  return readHeaders({ ...options, strictTransportSecurity: environment === 'production' && onlyTls });
}

/** Adds them to every answer. Apollo Sandbox, which all but production serve, brings a policy of its own; refusals do not. */
export function addSecurityHeaders(
  app: FastifyInstance,
  headers: SecurityHeaders,
  { environment }: Pick<Settings, 'environment'>,
): void {
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
  if (environment === 'production') return;
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (reply.statusCode < 400 && isPage(reply.getHeader('content-type')))
      reply.removeHeader('content-security-policy');
    done(null, payload);
  });
}

/** Helmet builds its headers anew for every request, although they never change: it is asked once. */
async function readHeaders(asked: FastifyHelmetOptions): Promise<SecurityHeaders> {
  const once = Fastify({ logger: false });
  await once.register(helmet, asked);
  once.get('/', (_request, reply) => reply.code(204).send());
  const { headers } = await once.inject({ url: '/', headers: { connection: 'close' } });
  await once.close();
  const { date: _date, connection: _connection, 'content-length': _length, ...given } = headers;
  return given as SecurityHeaders;
}

function isPage(contentType: unknown): boolean {
  return typeof contentType === 'string' && contentType.startsWith('text/html');
}
