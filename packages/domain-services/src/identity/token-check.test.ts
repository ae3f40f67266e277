import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { audience, createKeys, startTestIssuer, type TestIssuer } from './key-set.fixture.ts';
import { createKeySet } from './key-set.ts';
import { createTokenCheck } from './token-check.ts';

let provider: TestIssuer;
beforeAll(async () => {
  provider = await startTestIssuer();
});
afterAll(() => provider.close());

const check = (token: string | undefined) =>
  createTokenCheck({ issuer: provider.issuer, audience })(token === undefined ? undefined : `Bearer ${token}`);
const now = () => Math.floor(Date.now() / 1000);
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('token check', () => {
  it('names the person whose token it is', async () => {
    const token = provider.sign({ sub: 'acc-007', scope: 'carts:read carts:write' });
    const scopes = ['carts:read', 'carts:write'];
    expect(await check(token)).toEqual({ accountId: 'acc-007', clientId: 'web', scopes });
  });

  it('knows a client that calls in its own name', async () => {
    const token = provider.sign({ sub: 'web-bff', client_id: 'web-bff', scope: undefined });
    expect(await check(token)).toEqual({ accountId: null, clientId: 'web-bff', scopes: [] });
  });

  it('asks for a token without calling a missing one invalid', async () => {
    const headers = { 'www-authenticate': 'Bearer' };
    await expect(check(undefined)).rejects.toMatchObject({ code: 'UNAUTHENTICATED', status: 401, headers });
  });

  const bad: Record<string, () => string> = {
    'is expired': () => provider.sign({ exp: now() - 60 }),
    'is not valid yet': () => provider.sign({ nbf: now() + 600 }),
    'never expires': () => provider.sign({ exp: undefined }),
    'is for another audience': () => provider.sign({ aud: 'urn:somebody:else' }),
    'comes from another issuer': () => provider.sign({ iss: 'http://localhost:1' }),
    'names nobody': () => provider.sign({ sub: undefined }),
    'names no client': () => provider.sign({ client_id: undefined }),
    'names somebody without a name': () => provider.sign({ sub: '' }),
    'is bound to a key': () => provider.sign({ cnf: { jkt: 'thumbprint' } }),
    'is signed with a key of the forger': () => provider.sign({}, { key: createKeys().privateKey }),
    'names a key the provider does not have': () => provider.sign({}, { header: { kid: 'other' } }),
    'names no key': () => provider.sign({}, { header: { kid: undefined } }),
    'is an ID token': () => provider.sign({}, { header: { typ: 'id_token' } }),
    'has a critical extension': () => provider.sign({}, { header: { crit: ['exp'] } }),
    'is signed HS256 with the public key as the secret': () => {
      const secret = provider.publicKey.export({ type: 'spki', format: 'pem' }).toString();
      return provider.sign({}, { key: secret, algorithm: 'HS256' });
    },
    'is not signed at all': () => {
      const [, payload] = provider.personToken('acc-001').split('.');
      return `${encode({ alg: 'none', typ: 'at+jwt', kid: 'test-key' })}.${payload}.`;
    },
    'was changed after it was signed': () => {
      const [header, payload = '', signature] = provider.personToken('acc-001').split('.');
      const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
      return `${header}.${encode({ ...claims, sub: 'acc-002' })}.${signature}`;
    },
    'is larger than 8 KB': () => provider.sign({ padding: 'x'.repeat(9000) }),
    'is nonsense': () => 'nonsense',
    'is nonsense in three parts': () => 'a.b.c',
  };
  it.each(Object.entries(bad))('refuses a token that %s', async (_what, toToken) => {
    await expect(check(toToken())).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
      headers: { 'www-authenticate': expect.stringContaining('error="invalid_token"') },
    });
  });

  it('stops believing a remembered token when it expires', async () => {
    let clock = Date.now();
    const checkLater = createTokenCheck({ issuer: provider.issuer, audience, now: () => clock });
    const authorization = `Bearer ${provider.personToken('acc-001')}`;
    expect((await checkLater(authorization)).accountId).toBe('acc-001');
    clock += 700_000;
    await expect(checkLater(authorization)).rejects.toMatchObject({ detail: 'The token has expired.' });
  });

  it('fetches the key set once for many tokens, and seldom for unknown keys', async () => {
    const checkMany = createTokenCheck({ issuer: provider.issuer, audience });
    const before = provider.keySetFetches();
    const tokens = Array.from({ length: 20 }, (_, index) => provider.personToken(`acc-${100 + index}`));
    await Promise.all(tokens.map((token) => checkMany(`Bearer ${token}`)));
    expect(provider.keySetFetches() - before).toBe(1);
    for (let index = 0; index < 50; index += 1) {
      const forged = provider.sign({}, { header: { kid: `unknown-${index}` } });
      await expect(checkMany(`Bearer ${forged}`)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    }
    expect(provider.keySetFetches() - before).toBeLessThanOrEqual(10);
    expect((await checkMany(`Bearer ${provider.clientToken()}`)).clientId).toBe('web-bff');
  });

  it('knows a key under a flood of unknown ones, however old it is', async () => {
    let clock = Date.now();
    const now = () => clock;
    const keySet = createKeySet(provider.issuer, now);
    const before = provider.keySetFetches();
    const known = `Bearer ${provider.sign({ exp: Math.floor(clock / 1000) + 3600 })}`;
    for (let minute = 0; minute < 15; minute += 1, clock += 60_000) {
      for (let index = 0; index < 30; index += 1) await keySet.findKey(`unknown-${minute}-${index}`);
      const checkFresh = createTokenCheck({ issuer: provider.issuer, audience, keySet, now });
      expect((await checkFresh(known)).accountId).toBe('acc-001');
    }
    expect(provider.keySetFetches() - before).toBeLessThanOrEqual(15);
  });

  it('says that the provider is away instead of blaming the token', async () => {
    const gone = await startTestIssuer();
    const token = gone.personToken('acc-001');
    await gone.close();
    const checkAlone = createTokenCheck({ issuer: gone.issuer, audience });
    for (let turn = 0; turn < 12; turn += 1) {
      await expect(checkAlone(`Bearer ${token}`)).rejects.toMatchObject({ code: 'UNAVAILABLE', status: 503 });
    }
  });
});
