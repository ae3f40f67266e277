import { createPublicKey } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { keyId, publicPem } from './issuer.fixture.ts';
import { createProvider } from './provider.ts';

const issuer = 'https://id.example';
const metadata = { issuer, jwks_uri: `${issuer}/jwks`, token_endpoint: `${issuer}/token` };
const jwk = { ...createPublicKey(publicPem).export({ format: 'jwk' }), kid: keyId, use: 'sig', alg: 'RS256' };

function provider(found: unknown = metadata) {
  const fetched: string[] = [];
  const created = createProvider(issuer, async ({ url }) => {
    fetched.push(url);
    return url.endsWith('/jwks') ? { keys: [jwk] } : found;
  });
  return { ...created, fetched };
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

  it('fetches the key set at most ten times a minute, whatever key ids tokens name', async () => {
    const { findKey, fetched } = provider();
    for (let i = 0; i < 200; i++) await findKey(`unknown-${i}`).catch(() => undefined);
    expect(fetched.filter((url) => url.endsWith('/jwks')).length).toBeLessThanOrEqual(10);
  });
});
