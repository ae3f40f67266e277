/** An identity provider on loopback that signs whatever a test asks for. */
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface TestIssuer {
  readonly issuer: string;
  readonly audience: string;
  /** A good token of a person, but for the claims given; `undefined` leaves one out. */
  token(subject: string, claims?: Record<string, unknown>): string;
  /** The same, signed by somebody else under the same key id. */
  forgedToken(subject: string): string;
  close(): Promise<void>;
}

const audience = 'urn:facet:api';
const keyId = 'test-key';
/** Who gets tokens in their own name. */
const clients = new Set(['web-bff', 'mobile-bff', 'carts', 'orders']);

export interface TestIssuerOptions {
  /** Answers a request for a token instead, where it returns something. */
  readonly answerToken?: (form: URLSearchParams) => { readonly status: number; readonly body: string } | undefined;
}

export async function startTestIssuer({ answerToken }: TestIssuerOptions = {}): Promise<TestIssuer> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey;
  let issuer = '';

  /** A client's own token, or one of the person whose token it exchanges (RFC 8693). */
  function grant(authorization: string | undefined, form: URLSearchParams) {
    const client = clientOf(authorization);
    const subject = subjectOf(form.get('subject_token')) ?? client;
    const claims = { client_id: client, scope: form.get('scope') ?? undefined };
    return { access_token: signed(subject, claims, privateKey), expires_in: 600 };
  }

  const server = createServer(async (request, response) => {
    const form = new URLSearchParams(await text(request));
    const answers: Record<string, () => unknown> = {
      '/.well-known/openid-configuration': () => ({
        issuer,
        jwks_uri: `${issuer}/jwks`,
        token_endpoint: `${issuer}/token`,
      }),
      '/jwks': () => ({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: keyId, alg: 'RS256', use: 'sig' }] }),
      '/token': () => grant(request.headers.authorization, form),
    };
    const other = request.url === '/token' ? answerToken?.(form) : undefined;
    if (other !== undefined) {
      response.writeHead(other.status, { 'content-type': 'application/json' }).end(other.body);
      return;
    }
    const answer = answers[request.url ?? ''];
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer?.() ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://localhost:${(server.address() as AddressInfo).port}`;

  function signed(subject: string, claims: Record<string, unknown>, key: KeyObject): string {
    const seconds = Math.floor(Date.now() / 1_000);
    const header = { alg: 'RS256', typ: 'at+jwt', kid: keyId };
    const clientId = clients.has(subject) ? subject : 'test-app';
    const payload = {
      iss: issuer,
      aud: audience,
      sub: subject,
      client_id: clientId,
      iat: seconds,
      exp: seconds + 600,
      ...claims,
    };
    const content = [header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
    return `${content}.${sign('sha256', Buffer.from(content), key).toString('base64url')}`;
  }

  return {
    issuer,
    audience,
    token: (subject, claims = {}) => signed(subject, claims, privateKey),
    forgedToken: (subject) => signed(subject, {}, stranger),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** `sub`, unverified. */
function subjectOf(token: string | null): string | undefined {
  return token === null ? undefined : JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).sub;
}

/** The client of `Authorization: Basic`. */
function clientOf(authorization = ''): string {
  return Buffer.from(authorization.replace('Basic ', ''), 'base64').toString().split(':')[0] ?? '';
}
