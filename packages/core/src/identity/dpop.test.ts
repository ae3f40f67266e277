import { createHash, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import jwt from 'jsonwebtoken';
import type { Principal } from '../context/request-context.ts';
import { createTokenUseCheck, type TokenUse, tokenSchemes } from './dpop.ts';
import { createDpopReplays, createSharedDpopReplays } from './dpop-replays.ts';

const now = 1_800_000_000_000;
const url = 'https://api.example/graphql?query=x';
const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const rsa = generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey;

const toJwk = (key: KeyObject) => createPublicKey(key).export({ format: 'jwk' }) as Record<string, string>;
const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url');
const thumbprintOf = (key: KeyObject) => {
  const { crv, kty, x, y, e, n } = toJwk(key);
  return sha256(JSON.stringify(kty === 'EC' ? { crv, kty, x, y } : { e, kty, n }));
};
const principal = (boundTo?: string): Principal => ({
  ...{ subject: 'ann', account: 'ann', clientId: 'app', scopes: [], token: 'the.access.token' },
  ...(boundTo === undefined ? {} : { boundTo }),
});

interface Making {
  readonly claims?: object;
  readonly header?: object;
  readonly key?: KeyObject;
  readonly algorithm?: 'ES256' | 'RS256';
}

let count = 0;
function proof({ claims = {}, header = {}, key = privateKey, algorithm = 'ES256' }: Making = {}): string {
  count += 1;
  const payload = {
    ...{ jti: `p-${count}`, htm: 'POST', htu: 'https://api.example/graphql', iat: now / 1_000 },
    ...{ ath: sha256('the.access.token'), ...claims },
  };
  const given = Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== undefined));
  const full = { alg: algorithm, typ: 'dpop+jwt', jwk: toJwk(key), ...header } as jwt.JwtHeader;
  return jwt.sign(given, key, { algorithm, header: full, noTimestamp: given.iat === undefined });
}

const bound = thumbprintOf(privateKey);
const use = (given: Partial<TokenUse> = {}): TokenUse => ({
  ...{ scheme: 'dpop', principal: principal(bound), method: 'POST', url: () => url, proof: proof(), ...given },
});
const checkAt = (clock = { now }) => createTokenUseCheck({ now: () => clock.now });
const refused = { code: 'UNAUTHENTICATED', message: expect.stringContaining('Sign in first') };

describe('createTokenUseCheck', () => {
  it('takes a proof of the key that the token is bound to', async () => {
    await expect(checkAt()(use())).resolves.toBeUndefined();
    const token = principal(thumbprintOf(rsa));
    const signed = proof({ key: rsa, algorithm: 'RS256' });
    await expect(checkAt()(use({ principal: token, proof: signed }))).resolves.toBeUndefined();
  });

  it('takes a token that is bound to nothing as a bearer token, and refuses a bound one', async () => {
    const bearer = use({ scheme: 'bearer', principal: principal(), proof: undefined });
    await expect(checkAt()(bearer)).resolves.toBeUndefined();
    await expect(checkAt()(use({ scheme: 'bearer' }))).rejects.toMatchObject(refused);
  });

  const { x, y } = toJwk(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey);
  it.each<[string, () => Partial<TokenUse>]>([
    ['without proof', () => ({ proof: undefined })],
    ['with two proofs', () => ({ proof: `${proof()}, ${proof()}` })],
    ['with nonsense', () => ({ proof: 'nonsense' })],
    ['with a proof of 5 KB', () => ({ proof: proof({ claims: { padding: 'x'.repeat(5_000) } }) })],
    ['whose token is not bound', () => ({ principal: principal() })],
    ['with a proof of another key', () => ({ proof: proof({ key: rsa, algorithm: 'RS256' }) })],
    [
      'that shows one key and signs with another',
      () => ({ proof: proof({ header: { jwk: { kty: 'EC', crv: 'P-256', x, y } } }) }),
    ],
    ['with a private key in it', () => ({ proof: proof({ header: { jwk: privateKey.export({ format: 'jwk' }) } }) })],
    ['without key', () => ({ proof: proof({ header: { jwk: undefined } }) })],
    ['of another type', () => ({ proof: proof({ header: { typ: 'at+jwt' } }) })],
    ['with critical extensions', () => ({ proof: proof({ header: { crit: ['b64'] } }) })],
    ['for another method', () => ({ method: 'GET' })],
    ['for another path', () => ({ url: () => 'https://api.example/other' })],
    ['for another host', () => ({ url: () => 'https://evil.example/graphql' })],
    ['whose URL is none', () => ({ proof: proof({ claims: { htu: '/graphql' } }) })],
    ['for another token', () => ({ proof: proof({ claims: { ath: sha256('other') } }) })],
    ['without ath', () => ({ proof: proof({ claims: { ath: undefined } }) })],
    ['without jti', () => ({ proof: proof({ claims: { jti: undefined } }) })],
    ['without time', () => ({ proof: proof({ claims: { iat: undefined } }) })],
    ['made 61 s ago', () => ({ proof: proof({ claims: { iat: now / 1_000 - 61 } }) })],
    ['made 6 s from now', () => ({ proof: proof({ claims: { iat: now / 1_000 + 6 } }) })],
  ])('refuses a use %s', async (_what, given) => {
    await expect(checkAt()(use(given()))).rejects.toMatchObject(refused);
  });

  it('refuses a signature that was made without a key, and one with a shared secret', async () => {
    const [head, body] = proof().split('.') as [string, string];
    const header = JSON.parse(Buffer.from(head, 'base64url').toString());
    for (const alg of ['none', 'HS256']) {
      const forged = Buffer.from(JSON.stringify({ ...header, alg })).toString('base64url');
      await expect(checkAt()(use({ proof: `${forged}.${body}.` }))).rejects.toMatchObject(refused);
    }
  });

  it('takes a proof once, as long as it could be taken at all', async () => {
    const clock = { now };
    const check = checkAt(clock);
    const used = use({ proof: proof({ claims: { iat: now / 1_000 + 5 } }) });
    await expect(check(used)).resolves.toBeUndefined();
    for (const later of [0, 30_000, 65_000, 66_000]) {
      clock.now = now + later;
      await expect(check(used)).rejects.toMatchObject(refused);
    }
  });

  it('knows a URL by what it means, query left out', async () => {
    const claims = { htu: 'HTTPS://API.example:443/graphql?other=1#part' };
    await expect(checkAt()(use({ proof: proof({ claims }) }))).resolves.toBeUndefined();
  });
});

describe('tokenSchemes', () => {
  it.each([
    ['off', true, false],
    ['accept', true, true],
    ['require', false, true],
  ] as const)('%s: bearer %s, DPoP %s', (mode, isBearer, isDpop) => {
    const { isTaken, offer, challenge } = tokenSchemes[mode];
    expect([isTaken('bearer'), isTaken('dpop')]).toEqual([isBearer, isDpop]);
    for (const told of [offer, challenge]) {
      expect([/Bearer/.test(told), /DPoP .*algs="ES256 RS256"/.test(told)]).toEqual([isBearer, isDpop]);
    }
    expect([offer.includes('error='), challenge.includes('error="invalid_token"')]).toEqual([false, true]);
  });
});

describe('createDpopReplays', () => {
  it('remembers no more than it may, and takes none when it is full of current ones', async () => {
    const clock = { now: 0 };
    const note = createDpopReplays({ maxProofs: 2, now: () => clock.now });
    expect([note('a', 1_000), note('b', 1_000), note('a', 1_000)]).toEqual([true, true, false]);
    expect(() => note('c', 1_000)).toThrow(expect.objectContaining({ code: 'UPSTREAM_UNAVAILABLE' }));
    const check = createTokenUseCheck({
      now: () => now,
      noteProof: createDpopReplays({ maxProofs: 0 }),
    });
    await expect(check(use())).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    clock.now = 1_000;
    expect([note('c', 1_000), note('a', 1_000)]).toEqual([true, true]);
  });
});

describe('createSharedDpopReplays', () => {
  it('takes a proof once at all of the nodes, and once at each while Redis is away', async () => {
    const held = new Set<string>();
    const sent: (readonly string[])[] = [];
    const state = { isAway: false };
    const redis = {
      send: async (command: readonly string[]) => {
        sent.push(command);
        if (state.isAway) throw new Error('away');
        const key = String(command[1]);
        return held.has(key) ? null : held.add(key) && 'OK';
      },
    };
    const nodes = [1, 2].map(() => createSharedDpopReplays({ redis, namespace: 'bff' }));
    const note = (proofId: string) => Promise.all(nodes.map((node) => node(proofId, 1_000.5)));
    expect(await note('a')).toEqual([true, false]);
    expect(sent[0]).toEqual(['SET', `bff:dpop:${sha256('a')}`, '1', 'NX', 'PX', '1001']);
    state.isAway = true;
    expect(await note('b')).toEqual([true, true]);
    expect(await note('b')).toEqual([false, false]);
  });
});
