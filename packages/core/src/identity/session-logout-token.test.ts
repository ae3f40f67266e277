import { describe, expect, it } from '@jest/globals';
import { FacetError } from '../errors/facet-error.ts';
import { foreignKey, issuer, keyId, now, publicPem, token, unsigned } from './issuer.fixture.ts';
import { createLogoutTokenVerifier } from './session-logout-token.ts';

const clientId = 'web-bff';
const events = { 'http://schemas.openid.net/event/backchannel-logout': {} };
const header = { typ: 'logout+jwt' };
let count = 0;

/** A good one, but for what is given. */
function logoutToken(
  claims: Record<string, unknown> = {},
  given: Record<string, unknown> = {},
  key?: Parameters<typeof token>[2],
) {
  count += 1;
  return token({ aud: clientId, sid: 'sid-1', jti: `jti-${count}`, events, ...claims }, { ...header, ...given }, key);
}

function verifier() {
  const findKey = async (id: string) => {
    if (id !== keyId) throw new Error('no such key');
    return publicPem;
  };
  return createLogoutTokenVerifier({ issuer, clientId, findKey, now: () => now });
}

describe('createLogoutTokenVerifier', () => {
  it.each([
    ['sid and sub', {}, { sid: 'sid-1', subject: 'acc-001' }],
    ['sid alone', { sub: undefined }, { sid: 'sid-1' }],
    ['sub alone', { sid: undefined }, { subject: 'acc-001' }],
    ['several audiences', { aud: ['other', clientId] }, { sid: 'sid-1', subject: 'acc-001' }],
  ])('takes %s', async (_case, claims, expected) => {
    expect(await verifier()(logoutToken({ jti: 'one', ...claims }))).toEqual({ id: 'one', whose: expected });
  });

  it('says that nobody can tell where the keys cannot be had', async () => {
    const away = new FacetError('UPSTREAM_UNAVAILABLE');
    const findKey = () => Promise.reject(away);
    const verify = createLogoutTokenVerifier({ issuer, clientId, findKey, now: () => now });
    await expect(verify(logoutToken())).rejects.toBe(away);
  });

  it('takes a token of a provider that does not name its type', async () => {
    expect(await verifier()(logoutToken({}, { typ: undefined }))).toMatchObject({ whose: { sid: 'sid-1' } });
  });

  const seconds = now / 1_000;
  it.each([
    ['another issuer', () => logoutToken({ iss: 'https://evil.example' })],
    ['another audience', () => logoutToken({ aud: 'mobile-bff' })],
    ['no audience', () => logoutToken({ aud: undefined })],
    ['no event', () => logoutToken({ events: undefined })],
    ['another event', () => logoutToken({ events: { 'http://schemas.openid.net/event/other': {} } })],
    ['an event that is no object', () => logoutToken({ events: { [Object.keys(events)[0] as string]: 'yes' } })],
    ['neither sid nor sub', () => logoutToken({ sid: undefined, sub: undefined })],
    ['a nonce', () => logoutToken({ nonce: 'n' })],
    ['no jti', () => logoutToken({ jti: undefined })],
    ['no iat', () => logoutToken({ iat: undefined })],
    ['no exp', () => logoutToken({ exp: undefined })],
    ['an old iat', () => logoutToken({ iat: seconds - 306 })],
    ['expired 6 s ago', () => logoutToken({ exp: seconds - 6 })],
    ['type at+jwt', () => logoutToken({}, { typ: 'at+jwt' })],
    ['critical extensions', () => logoutToken({}, { crit: ['b64'] })],
    ['an unknown key', () => logoutToken({}, { kid: 'other' })],
    ['a key that is a path', () => logoutToken({}, { kid: '../../etc/passwd' })],
    ['a foreign signature', () => logoutToken({}, {}, foreignKey)],
    ['no signature', unsigned],
    ['no token', () => undefined],
    ['9 KB', () => logoutToken({ pad: 'x'.repeat(9_000) })],
  ])('refuses %s', async (_case, make) => {
    await expect(verifier()(make())).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      message: 'This is no valid logout token.',
    });
  });
});
