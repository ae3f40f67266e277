import { createPublicKey } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { keyId, publicPem } from './issuer.fixture.ts';
import { createProvider, type FetchJson } from './provider.ts';

const issuer = 'https://id.example';
const metadata = { issuer, jwks_uri: `${issuer}/jwks`, token_endpoint: `${issuer}/token` };
const jwk = { ...createPublicKey(publicPem).export({ format: 'jwk' }), kid: keyId, use: 'sig', alg: 'RS256' };

function provider(found: unknown = metadata) {
  const fetched: string[] = [];
  const clock = { now: 0 };
  const state = { isAway: false, keys: [jwk] as unknown };
  const fetchJson: FetchJson = async ({ url }) => {
    fetched.push(url);
    if (state.isAway) throw new Error('away');
    return url.endsWith('/jwks') ? { keys: state.keys } : found;
  };
  return { ...createProvider(issuer, fetchJson, () => clock.now), fetched, clock, state };
}

describe('createProvider', () => {
  it('discovers once, and finds the key', async () => {
    const { findKey, fetched } = provider();
    expect(await findKey(keyId)).toContain('BEGIN PUBLIC KEY');
    await findKey(keyId);
    expect(fetched).toEqual([`${issuer}/.well-known/openid-configuration`, `${issuer}/jwks`]);
  });

  it('refuses metadata that speaks for another issuer', async () => {
    await expect(provider({ ...metadata, issuer: 'https://evil.example' }).metadata()).rejects.toThrow(
      'speaks for issuer https://evil.example, expected https://id.example',
    );
  });

  it('asks at most ten times a minute, whatever key ids tokens name, answers or not', async () => {
    for (const isAway of [false, true]) {
      const { findKey, fetched, clock, state } = provider();
      state.isAway = isAway;
      for (; clock.now < 60_000; clock.now += 100) await findKey(`unknown-${clock.now}`).catch(() => undefined);
      const [metadataCalls, keyCalls] = [/openid-configuration$/, /jwks$/].map((of) =>
        fetched.filter((url) => of.test(url)),
      );
      expect([metadataCalls?.length, keyCalls?.length]).toEqual(isAway ? [10, 0] : [1, 10]);
    }
  });

  it('finds a known key at once under a flood of unknown ones, however old it is', async () => {
    const { findKey, clock } = provider();
    await findKey(keyId);
    for (clock.now = 550_000; clock.now < 700_000; clock.now += 500) {
      const unknown = findKey(`unknown-${clock.now}`);
      await expect(findKey(keyId)).resolves.toContain('BEGIN PUBLIC KEY');
      await expect(unknown).rejects.toThrow('no such key');
    }
  });

  it('fetches old keys again behind the scenes, and forgets those that are gone', async () => {
    const { findKey, fetched, clock, state } = provider();
    await findKey(keyId);
    state.keys = [{ ...jwk, kid: 'key-2' }];
    clock.now = 599_999;
    await findKey(keyId);
    expect(fetched).toHaveLength(2);
    clock.now = 600_000;
    await findKey(keyId);
    expect(await findKey('key-2')).toContain('BEGIN PUBLIC KEY');
    await expect(findKey(keyId)).rejects.toThrow('no such key');
    expect(fetched).toHaveLength(3);
  });

  it('goes on with what it has for an hour while the provider is away', async () => {
    const { findKey, clock, state } = provider();
    await findKey(keyId);
    state.isAway = true;
    clock.now = 3_599_999;
    expect(await findKey(keyId)).toContain('BEGIN PUBLIC KEY');
    await expect(findKey('unknown')).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    clock.now = 3_610_000;
    await expect(findKey(keyId)).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    state.isAway = false;
    clock.now += 6_000;
    expect(await findKey(keyId)).toContain('BEGIN PUBLIC KEY');
  });

  it('loads keys as often as it is told to, and says what there is', async () => {
    const { loadKeys, state } = provider();
    state.isAway = true;
    await expect(loadKeys()).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', cause: { message: 'away' } });
    state.isAway = false;
    expect(await loadKeys()).toBe(keyId);
    for (const keys of [[], 'none', undefined, [{ ...jwk, kid: undefined }], [{}]]) {
      state.keys = keys;
      await expect(loadKeys()).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    }
  });
});
