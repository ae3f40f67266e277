/** Mutual TLS to services: who cannot show, or is not shown, the right certificate gets no answer. */
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SecureVersion, TlsOptions } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { type Bff, call, createBff, row } from '@facet/core';
import { operation } from '@facet/core/data';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { killRemaining, startShell } from '../recipes/start-process.ts';
import { type Authority, type Certificate, createAuthority, describeWithOpenssl } from '../support/certificates.ts';
import { startTestIssuer, type TestIssuer } from '../support/test-issuer.ts';

/** What differs from a pair that get on with each other. */
interface Case {
  readonly service?: (right: Authority, wrong: Authority) => Promise<Certificate>;
  readonly client?: (right: Authority, wrong: Authority) => Promise<Certificate | undefined>;
  readonly trusts?: (right: Authority) => string | undefined;
  readonly versions?: { readonly minVersion: SecureVersion; readonly maxVersion: SecureVersion };
  readonly isRefused?: false;
}

const cases: Readonly<Record<string, Case>> = {
  right: { isRefused: false },
  rightWithTls12: { isRefused: false, versions: { minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2' } },
  withoutCertificate: { client: async () => undefined },
  withoutCertificateOverTls12: {
    client: async () => undefined,
    versions: { minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2' },
  },
  certificateOfAnotherAuthority: { client: (_right, wrong) => wrong.issue('web-bff') },
  expiredCertificate: { client: (right) => right.issue('web-bff', -1) },
  serviceOfAnotherAuthority: { service: (_right, wrong) => wrong.issue('localhost') },
  serviceOfNoKnownAuthority: { trusts: () => undefined },
  expiredService: { service: (right) => right.issue('localhost', -1) },
  serviceOfAnotherName: { service: (right) => right.issue('other.example') },
  tls11: { versions: { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1' } },
};
const names = Object.keys(cases);
const refused = names.filter((name) => cases[name]?.isRefused !== false);

const running = new Map<string, { readonly server: Server; readonly origin: string }>();
const answered: string[] = [];
let authority: Authority;
let issuer: TestIssuer;
let bff: Bff;
let url: string;

async function startService(name: string, options: TlsOptions): Promise<string> {
  const secure = { requestCert: true, rejectUnauthorized: true, ...options };
  const server = createServer(secure, (_request, response) => {
    answered.push(name);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ id: name, items: [], next: null, total: 4_711 }));
  });
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `https://localhost:${(server.address() as AddressInfo).port}`;
  running.set(name, { server, origin });
  return origin;
}

async function toService(name: string, { service, client, trusts, versions = {} as never }: Case, wrong: Authority) {
  const shown = await (service ?? ((right) => right.issue('localhost')))(authority, wrong);
  const own = await (client ?? ((right) => right.issue('web-bff')))(authority, wrong);
  // Old versions are there only where a service asks for it.
  const ciphers = versions.maxVersion === 'TLSv1.1' ? { ciphers: 'DEFAULT@SECLEVEL=0' } : {};
  const origin = await startService(name, { ...shown, ca: authority.ca, ...versions, ...ciphers });
  const ca = trusts === undefined ? authority.ca : trusts(authority);
  return [name, { origin, tls: { ...(ca === undefined ? {} : { ca }), ...own } }] as const;
}

beforeAll(async () => {
  issuer = await startTestIssuer();
  authority = await createAuthority();
  const wrong = await createAuthority();
  const services = await Promise.all(names.map((name) => toService(name, cases[name] ?? {}, wrong)));
  const rowOf = (service: string) =>
    row(operation({ service, operationId: 'get', method: 'GET', path: '/', parameters: {} }), { audience: 'public' });
  bff = await createBff({
    name: 'mtls-bff',
    typeDefs: `type Query { ${names.map((name) => `${name}: Item`).join('\n')} }\ntype Item { id: ID! }`,
    resolvers: { Query: Object.fromEntries(names.map((name) => [name, call(rowOf(name))])) },
    settings: {
      ...{ environment: 'test', port: 0, logLevel: 'silent', maxRootFields: 20 },
      ...{ requestTimeoutMs: 20_000, attemptTimeoutMs: 15_000, services: Object.fromEntries(services) },
      identity: { issuer: issuer.issuer, audience: issuer.audience, clientId: 'web-bff', clientSecret: 's' },
    },
  });
  url = await bff.listen();
}, 30_000);

afterAll(async () => {
  await bff?.close();
  for (const { server } of running.values()) {
    server.close();
    server.closeAllConnections();
  }
  await issuer?.close();
  killRemaining();
});

interface Answer {
  readonly data: Readonly<Record<string, unknown>>;
  readonly errors?: readonly { readonly path: readonly string[]; readonly extensions: { readonly code: string } }[];
}

async function ask(origin: string, query: string): Promise<Answer> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${origin}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return (await response.json()) as Answer;
}

describeWithOpenssl('a call to a service', () => {
  it('is answered where both certificates are right, and nowhere else', async () => {
    const { data, errors = [] } = await ask(url, `{ ${names.map((name) => `${name} { id }`).join(' ')} }`);
    expect(data).toEqual(Object.fromEntries(names.map((name) => [name, refused.includes(name) ? null : { id: name }])));
    expect(errors.map(({ path, extensions }) => [path[0], extensions.code]).sort()).toEqual(
      refused.map((name) => [name, 'UPSTREAM_UNAVAILABLE']).sort(),
    );
    expect([...answered].sort()).toEqual(['right', 'rightWithTls12']);
  });
});

describeWithOpenssl("the web BFF's program", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'facet-mtls-'));
    const { cert, key } = await authority.issue('web-bff');
    await Promise.all(
      Object.entries({ ca: authority.ca, cert, key }).map(([name, text]) => writeFile(join(folder, name), text)),
    );
  });
  afterAll(() => rm(folder, { recursive: true }));

  const main = fileURLToPath(import.meta.resolve('@facet/web-bff')).replace('index.ts', 'main.ts');

  async function browse(env: Readonly<Record<string, string>>) {
    const program = startShell(`exec ${process.execPath} --conditions=facet-source ${main}`, {
      ...{
        NODE_ENV: 'test',
        PORT: '0',
        LOG_LEVEL: 'debug',
        IDENTITY_ISSUER: issuer.issuer,
        ATTEMPT_TIMEOUT_MS: '5000',
      },
      ...{ CATALOG_URL: running.get('right')?.origin ?? '', CATALOG_TLS_CA_FILE: join(folder, 'ca') },
      ...{ REQUEST_TIMEOUT_MS: '10000', ...env },
    });
    const [, origin = ''] = await program.says(/"url":"(http:[^"]+)"/);
    const answer = await ask(origin, '{ browse { totalCount } }');
    program.kill('SIGTERM');
    const { stdout } = await program.ended;
    const lines = stdout.split('\n').filter((line) => line.includes('"service":"catalog"'));
    return { answer, lines, stdout };
  }

  it('shows the certificate that its variables name, which never stands in its log', async () => {
    const variables = { CATALOG_TLS_CERT_FILE: join(folder, 'cert'), CATALOG_TLS_KEY_FILE: join(folder, 'key') };
    const { answer, stdout } = await browse(variables);
    expect(answer).toEqual({ data: { browse: { totalCount: 4_711 } } });
    expect(stdout).not.toContain('-----BEGIN');
  });

  it('logs no success without one', async () => {
    const { answer, lines } = await browse({});
    expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual(['UPSTREAM_UNAVAILABLE']);
    expect(lines).not.toEqual([]);
    expect(lines.filter((line) => /"status":2\d\d|"outcome":"success"/.test(line))).toEqual([]);
  });
});
