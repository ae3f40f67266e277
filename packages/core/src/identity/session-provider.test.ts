import { describe, expect, it } from '@jest/globals';
import { FacetError } from '../errors/facet-error.ts';
import { audience, issuer, now, token } from './issuer.fixture.ts';
import { createSessionProvider, type SessionProviderOptions } from './session-provider.ts';

const clientId = 'web-bff';
const metadata = {
  issuer,
  authorization_endpoint: `${issuer}/auth`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
};
const secret = 'a-token-of-somebody';

/** A provider that answers its token endpoint as told, and has nothing at any other address but its metadata. */
function providerThat(answer: () => Response | Promise<Response>, options: Partial<SessionProviderOptions> = {}) {
  const asked: string[] = [];
  const provider = createSessionProvider({
    ...{ issuer, clientId, clientSecret: 'secret', audience, scopes: ['openid'], allowHttp: false, now: () => now },
    ...options,
    fetch: async (url) => {
      asked.push(new URL(url).pathname);
      if (url.endsWith('/openid-configuration')) return json(200, metadata);
      if (url === metadata.token_endpoint) return answer();
      throw new FacetError('UPSTREAM_UNAVAILABLE');
    },
  });
  return { ...provider, asked };
}

function json(status: number, value: unknown): Response {
  return new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json' } });
}

const idToken = (claims = {}) => {
  const seconds = Math.floor(Date.now() / 1_000);
  return token({ aud: clientId, iat: seconds, exp: seconds + 600, ...claims }, { typ: 'JWT' });
};
const given = { access_token: secret, token_type: 'Bearer', expires_in: 600, refresh_token: 'next' };

describe('the refresh of createSessionProvider', () => {
  it('gives the new tokens, renewed half a minute before they expire', async () => {
    const { refresh } = providerThat(() => json(200, given));
    const expiresAt = now + 600_000;
    const tokens = { accessToken: secret, expiresAt, renewAt: expiresAt - 30_000, refreshToken: 'next' };
    expect(await refresh('old', 'acc-001')).toEqual(tokens);
  });

  it('keeps the refresh token where no other is given', async () => {
    const { refresh } = providerThat(() => json(200, { ...given, refresh_token: undefined }));
    expect(await refresh('old', 'acc-001')).toMatchObject({ refreshToken: 'old' });
  });

  it('loses no tokens while the key set is away', async () => {
    const { refresh } = providerThat(() => json(200, { ...given, id_token: idToken() }));
    expect(await refresh('old', 'acc-001')).toMatchObject({ refreshToken: 'next' });
  });

  it.each([
    ['invalid_grant', () => json(400, { error: 'invalid_grant' })],
    ['tokens of somebody else', () => json(200, { ...given, id_token: idToken({ sub: 'acc-002' }) })],
  ])('takes %s for the end', async (_case, answer) => {
    expect(await providerThat(answer).refresh('old', 'acc-001')).toBeUndefined();
  });

  it.each([
    ['another secret', () => json(401, { error: 'invalid_client' })],
    ['a mistake of the provider', () => json(500, { error: 'server_error', access_token: secret })],
    ['a page', () => new Response(`<h1>${secret}</h1>`, { status: 200, headers: { 'content-type': 'text/html' } })],
    ['half an answer', () => json(200, { refresh_token: secret })],
    ['no answer', () => Promise.reject(new FacetError('UPSTREAM_TIMEOUT'))],
  ])('is UPSTREAM_UNAVAILABLE for %s, and says no secret', async (_case, answer) => {
    const reason = await providerThat(answer)
      .refresh('old', 'acc-001')
      .catch((error: unknown) => error);
    expect(reason).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', cause: { message: expect.any(String) } });
    const { message, cause } = reason as FacetError;
    expect(`${message} ${(cause as Error).message} ${JSON.stringify(cause)}`).not.toContain(secret);
  });

  it('reads the metadata again where they could not be had', async () => {
    let isAway = true;
    const provider = createSessionProvider({
      ...{ issuer, clientId, clientSecret: 'secret', audience, scopes: ['openid'], allowHttp: false },
      fetch: async (url) => {
        if (isAway) throw new FacetError('UPSTREAM_UNAVAILABLE');
        return url === metadata.token_endpoint ? json(200, given) : json(200, metadata);
      },
    });
    await expect(provider.refresh('old', 'acc-001')).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    isAway = false;
    expect(await provider.refresh('old', 'acc-001')).toMatchObject({ refreshToken: 'next' });
  });
});

describe('the redeem of createSessionProvider', () => {
  const checks = { state: 's', nonce: 'n', verifier: 'v' };
  const callback = new URL('https://shop.example/auth/callback?code=c&state=s');

  it('gives who signed in', async () => {
    const { redeem } = providerThat(() => json(200, { ...given, id_token: idToken({ nonce: 'n', sid: 'sid-1' }) }));
    expect(await redeem(callback, checks)).toMatchObject({ subject: 'acc-001', sid: 'sid-1' });
  });

  it.each([
    ['another nonce', { nonce: 'x' }],
    ['no nonce', {}],
    ['another audience', { nonce: 'n', aud: 'mobile-bff' }],
    ['another issuer', { nonce: 'n', iss: 'https://evil.example' }],
    ['an ID token that expired', { nonce: 'n', exp: 1 }],
  ])('is UNAUTHENTICATED for %s', async (_case, claims) => {
    const { redeem } = providerThat(() => json(200, { ...given, id_token: idToken(claims) }));
    await expect(redeem(callback, checks)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it.each([
    ['a code that is spent', 'UNAUTHENTICATED', () => json(400, { error: 'invalid_grant' })],
    ['another secret', 'UPSTREAM_UNAVAILABLE', () => json(401, { error: 'invalid_client' })],
    ['a mistake of the provider', 'UPSTREAM_UNAVAILABLE', () => new Response('oops', { status: 500 })],
    ['no answer', 'UPSTREAM_UNAVAILABLE', () => Promise.reject(new FacetError('UPSTREAM_TIMEOUT'))],
  ])('answers %s with %s', async (_case, code, answer) => {
    await expect(providerThat(answer).redeem(callback, checks)).rejects.toMatchObject({ code });
  });
});

describe('the sign-in of createSessionProvider', () => {
  it.each([
    ['urn:facet:api', 'resource'],
    ['web-bff', 'audience'],
  ])('asks for tokens for %s by the parameter %s', async (wanted, parameter) => {
    const { begin } = providerThat(() => json(200, given), { audience: wanted });
    const { url } = await begin('https://shop.example/auth/callback');
    expect(['resource', 'audience'].filter((name) => url.searchParams.has(name))).toEqual([parameter]);
    expect(url.searchParams.get(parameter)).toBe(wanted);
  });
});
