import { createPublicKey, type JsonWebKey, verify } from 'node:crypto';
import { Agent, request } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type IdentityProvider, type IdentityProviderOptions, startIdentityProvider } from './identity-provider.ts';

const basic = (id: string, secret: string) => `Basic ${btoa(`${id}:${secret}`)}`;
const fromPart = (part = '') => JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;

/** Reads a token only after its signature was checked against the key set that discovery names (RFC 8414, RFC 7517). */
async function readToken(issuer: string, token: string) {
  const metadata = await getJson<{ jwks_uri: string; issuer: string }>(`${issuer}/.well-known/openid-configuration`);
  const { keys } = await getJson<{ keys: (JsonWebKey & { kid: string })[] }>(metadata.jwks_uri);
  const [head = '', payload = '', signature = ''] = token.split('.');
  const header = fromPart(head);
  const key = keys.find(({ kid }) => kid === header.kid) ?? {};
  const isGenuine = verify(
    'sha256',
    Buffer.from(`${head}.${payload}`),
    createPublicKey({ key, format: 'jwk' }),
    Buffer.from(signature, 'base64url'),
  );
  return { isGenuine, keys, header, claims: fromPart(payload) as { iat: number; exp: number } };
}

async function getJson<Body>(url: string): Promise<Body> {
  return (await (await fetch(url)).json()) as Body;
}

async function requestToken(issuer: string, form: Record<string, string>, authorization?: string) {
  const headers = authorization === undefined ? {} : { authorization };
  const response = await fetch(`${issuer}/token`, { method: 'POST', headers, body: new URLSearchParams(form) });
  return { status: response.status, body: (await response.json()) as Record<string, string> };
}

describe('startIdentityProvider', () => {
  const started: IdentityProvider[] = [];
  const start = async (options: IdentityProviderOptions = {}) => {
    const provider = await startIdentityProvider({ port: 0, ...options });
    started.push(provider);
    return provider;
  };
  afterEach(async () => {
    await Promise.all(started.splice(0).map((provider) => provider.close()));
  });

  it('gives a demo person an access token for an hour, signed with the published key', async () => {
    const { issuer, token } = await start();
    const { isGenuine, keys, header, claims } = await readToken(issuer, await token('acc-042'));

    expect(isGenuine).toBe(true);
    expect(header).toMatchObject({ alg: 'RS256', typ: 'at+jwt' });
    expect(claims).toMatchObject({ iss: issuer, aud: 'urn:facet:api', sub: 'acc-042', client_id: 'facet-demo' });
    expect(claims.exp - claims.iat).toBe(3_600);
    expect(keys.some((key) => 'd' in key)).toBe(false);
  });

  it('binds a token to the key that is named, and no other token', async () => {
    const { issuer, token } = await start();
    const bound = await readToken(issuer, await token('acc-042', undefined, 'thumbprint'));
    expect(bound).toMatchObject({ isGenuine: true, claims: { sub: 'acc-042', cnf: { jkt: 'thumbprint' } } });
    expect((await readToken(issuer, await token('acc-042'))).claims).not.toHaveProperty('cnf');
  });

  it.each(['web-bff', 'mobile-bff'])('gives %s its own token for ten minutes', async (id) => {
    const { issuer } = await start();
    const { body } = await requestToken(issuer, { grant_type: 'client_credentials' }, basic(id, `${id}-secret`));
    const { isGenuine, claims } = await readToken(issuer, body.access_token ?? '');

    expect(isGenuine).toBe(true);
    expect(claims).toMatchObject({ aud: 'urn:facet:api', sub: id, client_id: id });
    expect(claims.exp - claims.iat).toBe(600);
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 600 });
  });

  it('takes lifetimes, audience, issuer, clients and accounts as options', async () => {
    const { issuer, token } = await start({ audience: 'urn:test:api', personTokenSeconds: 5, accounts: () => true });
    const { claims } = await readToken(issuer, await token('somebody'));

    expect(claims).toMatchObject({ aud: 'urn:test:api', sub: 'somebody' });
    expect(claims.exp - claims.iat).toBe(5);

    const named = await start({ issuer: 'https://login.example' });
    const [, payload] = (await named.token('acc-001')).split('.');
    expect(fromPart(payload)).toMatchObject({ iss: 'https://login.example' });

    const other = await start({ clientTokenSeconds: 7, clients: [{ id: 'tv', secret: 's' }] });
    const { body } = await requestToken(other.issuer, { grant_type: 'client_credentials' }, basic('tv', 's'));
    expect(body.expires_in).toBe(7);
  });

  it('refuses an account that does not exist, by name', async () => {
    const { issuer, token } = await start();

    await expect(token('acc-501')).rejects.toThrow(`${issuer} gave no token for "acc-501"`);
    await expect(token('acc-000')).rejects.toThrow('there is no demo account "acc-000"');
  });

  it.each([
    ['a wrong secret', { grant_type: 'client_credentials' }, basic('web-bff', 'guess'), 'invalid_client'],
    [
      'a demo token for a BFF',
      { grant_type: 'urn:facet:grant-type:demo', account: 'acc-001' },
      basic('web-bff', 'web-bff-secret'),
      'invalid_request',
    ],
    [
      'an audience that is not ours',
      { grant_type: 'client_credentials', resource: 'urn:other:api' },
      basic('web-bff', 'web-bff-secret'),
      'invalid_target',
    ],
    ['an unknown grant', { grant_type: 'password' }, basic('web-bff', 'web-bff-secret'), 'unsupported_grant_type'],
  ])('refuses %s', async (_case, form, authorization, error) => {
    const { issuer } = await start();
    const { status, body } = await requestToken(issuer, form as Record<string, string>, authorization);

    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(body.error).toBe(error);
  });

  describe('token exchange', () => {
    const exchanging = (subjectToken: string, more: Record<string, string> = {}) => ({
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      subject_token: subjectToken,
      subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      ...{ resource: 'urn:facet:carts', scope: 'carts:read', ...more },
    });
    const asWeb = basic('web-bff', 'web-bff-secret');

    it("gives a BFF its caller's token for one service, for five minutes, and says in it who acts", async () => {
      const { issuer, token } = await start();
      const { body } = await requestToken(issuer, exchanging(await token('acc-042')), asWeb);
      const { isGenuine, header, claims } = await readToken(issuer, body.access_token ?? '');

      expect(isGenuine).toBe(true);
      expect(header).toMatchObject({ typ: 'at+jwt' });
      expect(claims).toMatchObject({
        ...{ sub: 'acc-042', aud: 'urn:facet:carts', scope: 'carts:read', client_id: 'web-bff' },
        act: { sub: 'web-bff' },
      });
      expect(claims.exp - claims.iat).toBe(300);
      expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 300, scope: 'carts:read' });
    });

    it('gives none that outlives the token it was given for', async () => {
      const { issuer, token } = await start({ personTokenSeconds: 60 });
      const { body } = await requestToken(issuer, exchanging(await token('acc-001')), asWeb);

      expect(body.expires_in).toBeLessThanOrEqual(60);
    });

    it.each([
      ['a service that nobody knows', { resource: 'urn:facet:nothing' }, 'invalid_target'],
      ['a scope of another service', { scope: 'orders:read' }, 'invalid_scope'],
      [
        'a scope that is for services only',
        { resource: 'urn:facet:payments', scope: 'payments:write' },
        'invalid_scope',
      ],
      [
        'a token of another type',
        { subject_token_type: 'urn:ietf:params:oauth:token-type:id_token' },
        'invalid_request',
      ],
      ['nonsense', { subject_token: 'nonsense' }, 'invalid_request'],
    ])('refuses %s', async (_case, more, error) => {
      const { issuer, token } = await start();
      const form = exchanging(await token('acc-001'), more as Record<string, string>);

      expect((await requestToken(issuer, form, asWeb)).body.error).toBe(error);
    });

    it('refuses a token for a service, one of another provider, and clients that act for nobody', async () => {
      const [{ issuer, token }, stranger] = await Promise.all([start(), start()]);
      const errorOf = async (form: Record<string, string>, as = asWeb) =>
        (await requestToken(issuer, form, as)).body.error;

      expect(await errorOf(exchanging(await token('acc-001', 'urn:facet:orders')))).toBe('invalid_request');
      expect(await errorOf(exchanging(await stranger.token('acc-001')))).toBe('invalid_request');
      expect(await errorOf(exchanging(await token('acc-001')), basic('orders', 'orders-secret'))).toBe(
        'invalid_request',
      );
    });
  });

  it('gives a client its own scopes only', async () => {
    const { issuer } = await start();
    const form = { grant_type: 'client_credentials', resource: 'urn:facet:carts', scope: 'carts:read' };

    expect((await requestToken(issuer, form, basic('web-bff', 'web-bff-secret'))).body.error).toBe('invalid_scope');
    expect((await requestToken(issuer, form, basic('orders', 'orders-secret'))).body.scope).toBe('carts:read');
  });

  it('refuses to start in production, and with it the demo grant', async () => {
    const before = process.env.NODE_ENV;
    process.env.NODE_ENV = 'production';
    try {
      await expect(startIdentityProvider({ port: 0 })).rejects.toThrow('does not start when NODE_ENV=production');
    } finally {
      process.env.NODE_ENV = before;
    }
  });

  it('rejects with EADDRINUSE when its port is taken', async () => {
    const { issuer } = await start();

    await expect(startIdentityProvider({ port: Number(new URL(issuer).port) })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });

  it('ends idle keep-alive connections at once when it closes', async () => {
    const { issuer, close } = await startIdentityProvider({ port: 0 });
    const agent = new Agent({ keepAlive: true });
    const socketClosed = new Promise((resolve, reject) => {
      request(`${issuer}/jwks`, { agent }, (response) => response.resume())
        .on('socket', (socket) => socket.on('close', resolve))
        .on('error', reject)
        .on('close', () => void close())
        .end();
    });

    await socketClosed;
    agent.destroy();
  });
});
