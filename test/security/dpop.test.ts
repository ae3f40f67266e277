/** DPoP at the edge of a BFF (RFC 9449): who has stolen a bound token has nothing. */
import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import type { Bff, BffSettings } from '@facet/core';
import { describeWithRedis, type RedisServer, startRedis } from '@facet/core/testing';
import { createMobileBff } from '@facet/mobile-bff';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestIssuer, type TestIssuer } from '../support/test-issuer.ts';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const { crv, kty, x, y } = publicKey.export({ format: 'jwk' });
const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url');
const jkt = sha256(JSON.stringify({ crv, kty, x, y }));
const modes = ['off', 'accept', 'require'] as const;
type Mode = (typeof modes)[number];
/** As apps know all of the nodes. */
const name = 'https://api.example';

let issuer: TestIssuer;
const bffs = new Map<Mode, { bff: Bff; url: string }>();

async function start(settings: Partial<BffSettings>) {
  const bff = await createMobileBff({
    ...{ environment: 'test', port: 0, logLevel: 'silent', ...settings },
    identity: { issuer: issuer.issuer, audience: issuer.audience, clientId: 'mobile-bff', clientSecret: 's' },
  });
  return { bff, url: await bff.listen() };
}

beforeAll(async () => {
  issuer = await startTestIssuer();
  for (const dpop of modes) bffs.set(dpop, await start({ dpop }));
});
afterAll(async () => {
  await Promise.all([...bffs.values()].map(({ bff }) => bff.close()));
  await issuer.close();
});

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

function proofFor(url: string, token: string): string {
  const claims = { jti: randomUUID(), htm: 'POST', htu: `${url}/graphql`, iat: Math.floor(Date.now() / 1_000) };
  const content = `${part({ alg: 'ES256', typ: 'dpop+jwt', jwk: { crv, kty, x, y } })}.${part({ ...claims, ath: sha256(token) })}`;
  const signature = sign('sha256', Buffer.from(content), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return `${content}.${signature.toString('base64url')}`;
}

const send = (mode: Mode, headersOf: (url: string) => Record<string, string>) =>
  sendTo(bffs.get(mode)?.url ?? '', headersOf);

async function sendTo(url: string, headersOf: (url: string) => Record<string, string>) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headersOf(url) },
    body: '{"query":"{ __typename }"}',
  });
  return { status: response.status, challenge: response.headers.get('www-authenticate') };
}

const bearer = () => ({ authorization: `Bearer ${issuer.token('acc-001')}` });
const downgraded = () => ({ authorization: `Bearer ${issuer.token('acc-001', { cnf: { jkt } })}` });
const proven = (url: string) => {
  const token = issuer.token('acc-001', { cnf: { jkt } });
  return { authorization: `DPoP ${token}`, dpop: proofFor(url, token) };
};
const stolen = () => ({ authorization: `DPoP ${issuer.token('acc-001', { cnf: { jkt } })}` });

const [ofBearer, ofDpop] = ['Bearer error="invalid_token"', 'DPoP error="invalid_token", algs="ES256 RS256"'];
const challenges = { off: ofBearer, accept: `${ofBearer}, ${ofDpop}`, require: ofDpop };
/** What is said to a scheme that is not taken, whatever token comes with it. */
const offers = { off: 'Bearer', accept: 'Bearer, DPoP algs="ES256 RS256"', require: 'DPoP algs="ES256 RS256"' };

describe('DPoP', () => {
  it.each<[Mode, string, (url: string) => Record<string, string>, number]>([
    ['off', 'a bearer token', bearer, 200],
    ['accept', 'a bearer token', bearer, 200],
    ['accept', 'a proven token', proven, 200],
    ['require', 'a proven token', proven, 200],
    ['off', 'a bound token as bearer', downgraded, 401],
    ['accept', 'a bound token as bearer', downgraded, 401],
    ['accept', 'a bound token without proof', stolen, 401],
    ['require', 'a bound token without proof', stolen, 401],
    ['require', 'no token', () => ({}), 200],
  ])('%s: %s', async (mode, _what, headersOf, status) => {
    const answer = await send(mode, headersOf);
    expect(answer.status).toBe(status);
    expect(answer.challenge).toBe(status === 200 ? null : challenges[mode]);
  });

  it.each<[Mode, string]>([
    ['off', 'DPoP x'],
    ['off', 'Basic eDp5'],
    ['accept', 'Basic eDp5'],
    ['require', 'Bearer x'],
    ['require', 'bearer x'],
    ['require', 'Basic eDp5'],
  ])('%s: says which schemes there are to "%s", before it looks at the token', async (mode, authorization) => {
    expect(await send(mode, () => ({ authorization }))).toEqual({ status: 401, challenge: offers[mode] });
  });

  it.each<[Mode, string, (url: string) => Record<string, string>]>([
    ['off', 'a proven token', proven],
    ['require', 'a bearer token', bearer],
    ['require', 'a bound token as bearer', downgraded],
  ])('%s refuses %s for its scheme alone', async (mode, _what, headersOf) => {
    expect(await send(mode, headersOf)).toEqual({ status: 401, challenge: offers[mode] });
  });

  it('takes a proof once', async () => {
    const headers = proven(bffs.get('require')?.url ?? '');
    expect((await send('require', () => headers)).status).toBe(200);
    expect((await send('require', () => headers)).status).toBe(401);
  });
});

describeWithRedis('DPoP at two nodes', () => {
  let redis: RedisServer;
  let nodes: Awaited<ReturnType<typeof start>>[];
  beforeAll(async () => {
    redis = await startRedis();
    const settings = { dpop: 'require', dpopOrigin: name, redisUrl: redis.url, cache: false } as const;
    nodes = await Promise.all([start(settings), start(settings)]);
  });
  afterAll(async () => {
    await Promise.all(nodes.map(({ bff }) => bff.close()));
    await redis.stop();
  });
  const statuses = async (headers: Record<string, string>) => {
    const answers: number[] = [];
    for (const { url } of [...nodes, ...nodes]) answers.push((await sendTo(url, () => headers)).status);
    return answers;
  };

  it('takes a proof once at both, whatever Host the request names', async () => {
    const known = proven(name);
    while (!(await statuses(proven(name))).slice(1).every((status) => status === 401)) {
      // A node takes a moment to reach Redis.
    }
    expect(await statuses(known)).toEqual([200, 401, 401, 401]);
    expect(await statuses(proven(nodes[0]?.url ?? ''))).toEqual([401, 401, 401, 401]);
  });

  it('takes a proof once at each while Redis is away, and lets people in', async () => {
    await redis.kill();
    expect(await statuses(proven(name))).toEqual([200, 200, 401, 401]);
  });
});
