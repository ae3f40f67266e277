/** Whatever is sent as an access token: a good one is somebody's, anything else is refused in the same words. */
import { createHmac, createPublicKey, type JsonWebKey } from 'node:crypto';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { request as httpRequest } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Bff } from '@facet/core';
import { createMobileBff } from '@facet/mobile-bff';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { startTestIssuer, type TestIssuer } from '../support/test-issuer.ts';

const seed = 4_711;
let issuer: TestIssuer;
let bff: Bff;
let url: string;
let publicKey: JsonWebKey;
let keyFetches = 0;

const onRequest = (message: unknown) => {
  const { request } = message as { request: { origin: string; path: string } };
  if (request.origin === issuer.issuer && request.path === '/jwks') keyFetches += 1;
};

beforeAll(async () => {
  issuer = await startTestIssuer();
  const { keys } = (await (await fetch(`${issuer.issuer}/jwks`)).json()) as { keys: [JsonWebKey] };
  [publicKey] = keys;
  subscribe('undici:request:create', onRequest);
  bff = await createMobileBff({
    ...{ environment: 'test', port: 0, logLevel: 'silent', dpop: 'accept', rateLimits: 'off' },
    identity: { issuer: issuer.issuer, audience: issuer.audience, clientId: 'mobile-bff', clientSecret: 's' },
  });
  url = await bff.listen();
});
afterAll(async () => {
  unsubscribe('undici:request:create', onRequest);
  await bff?.close();
  await issuer.close();
});

const query = '{"query":"{ __typename }"}';

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly durationMs: number;
}

/** Sends the headers as they are, those of one name too, over a connection of its own. */
async function send(authorizations: readonly string[]): Promise<Answer> {
  const headers = authorizations.flatMap((value) => ['authorization', value]);
  const { host } = new URL(url);
  const startedAt = performance.now();
  const call = httpRequest(`${url}/graphql`, {
    method: 'POST',
    headers: ['host', host, 'content-type', 'application/json', 'content-length', String(query.length), ...headers],
  });
  const answered = new Promise<Answer>((resolve, reject) => {
    call.once('error', reject).once('response', (response) => {
      const { statusCode: status = 0 } = response;
      text(response).then((body) => resolve({ status, body, durationMs: performance.now() - startedAt }), reject);
    });
  });
  call.end(query);
  return answered;
}

const refusal = {
  message: 'Sign in first: the access token is missing, expired or not valid here.',
  extensions: { code: 'UNAUTHENTICATED', traceId: expect.stringMatching(/^[\da-f]{32}$/) },
};
function expectRefused({ status, body }: Answer): void {
  expect({ status, body: JSON.parse(body) }).toEqual({ status: 401, body: { errors: [refusal] } });
}

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const partsOf = (token: string) => token.split('.') as [string, string, string];
const headerOf = (token: string) => JSON.parse(Buffer.from(partsOf(token)[0], 'base64url').toString());
const bytesOf = (part: string) => Buffer.from(part, 'base64url');

/** The key that everybody has, in every form that a library might take for a shared secret. */
function secrets(): (string | Buffer)[] {
  const key = createPublicKey({ key: publicKey, format: 'jwk' });
  const pem = key.export({ type: 'spki', format: 'pem' }).toString();
  const der = key.export({ type: 'spki', format: 'der' });
  return ['', pem, pem.trim(), der, JSON.stringify(publicKey), String(publicKey.n)];
}

const algorithms = ['none', 'None', 'NONE', 'HS256', 'HS384', 'HS512', 'RS384', 'PS256', 'ES256', 'EdDSA', 'rs256', ''];
const keyIds = ['../../../etc/passwd', "x' OR 1=1 --", 'http://evil.example/jwks', '__proto__', 'x'.repeat(300)];

const headerChange = fc.oneof(
  fc.record({ alg: fc.oneof(fc.constantFrom<unknown>(...algorithms, null, 7, [], {}), fc.string()) }),
  fc.record({ kid: fc.oneof(fc.constantFrom<unknown>(...keyIds, null, 7, ['test-key']), fc.string()) }),
  fc.record({ typ: fc.oneof(fc.constantFrom<unknown>('dpop+jwt', 'logout+jwt', 'JOSE', 7, null), fc.string()) }),
  fc.record({ crit: fc.constantFrom<unknown>(['exp'], [], 'exp', null), b64: fc.boolean() }),
  fc.record({ jku: fc.webUrl(), x5u: fc.webUrl(), jwk: fc.constant({ kty: 'oct', k: 'AAAA' }) }),
  fc.record({ zip: fc.constant('DEF'), nested: fc.json({ maxDepth: 20 }) }),
);

type Forge = (good: string) => string;

const changedHeader = headerChange.map(
  (change): Forge =>
    (good) => {
      const [, payload, signature] = partsOf(good);
      return `${encode({ ...headerOf(good), ...change })}.${payload}.${signature}`;
    },
);

const confused = fc.tuple(fc.constantFrom('256', '384', '512'), fc.nat(5)).map(
  ([bits, which]): Forge =>
    (good) => {
      const content = `${encode({ ...headerOf(good), alg: `HS${bits}` })}.${partsOf(good)[1]}`;
      const secret = secrets()[which] ?? '';
      return `${content}.${createHmac(`sha${bits}`, secret).update(content).digest('base64url')}`;
    },
);

const unsigned = fc.constantFrom('none', 'None', 'nOnE').map(
  (alg): Forge =>
    (good) => {
      return `${encode({ ...headerOf(good), alg })}.${partsOf(good)[1]}.`;
    },
);

const repeatedMember = fc.constantFrom('"alg":"none"', '"alg":"HS256"', '"kid":"other"', '"typ":"JOSE"').map(
  (member): Forge =>
    (good) => {
      const [header, payload, signature] = partsOf(good);
      const twice = bytesOf(header).toString().replace('{', `{${member},`);
      return `${Buffer.from(twice).toString('base64url')}.${payload}.${signature}`;
    },
);

const otherPayload = fc.oneof(fc.json({ maxDepth: 30 }), fc.constantFrom('', 'null', '[]', '"x"', '{', '\u{0}')).map(
  (payload): Forge =>
    (good) => {
      const [header, , signature] = partsOf(good);
      return `${header}.${Buffer.from(payload).toString('base64url')}.${signature}`;
    },
);

const flipped = fc.tuple(fc.nat(2), fc.nat(), fc.integer({ min: 1, max: 255 })).map(
  ([part, at, by]): Forge =>
    (good) => {
      const parts = partsOf(good);
      const bytes = bytesOf(parts[part] as string);
      bytes[at % bytes.length] = (bytes[at % bytes.length] as number) ^ by;
      parts[part] = bytes.toString('base64url');
      return parts.join('.');
    },
);

const cut = fc.double({ min: 0, max: 0.999, noNaN: true }).map(
  (rate): Forge =>
    (good) => {
      return good.slice(0, Math.floor((good.length - 3) * rate));
    },
);

const otherText = fc
  .constantFrom<Forge>(
    (good) => `${good}=`,
    (good) => `${good}.`,
    (good) => `.${good}`,
    (good) => `${good}.${good}`,
    (good) => good.replaceAll('.', '..'),
    (good) => good.replace('.', ' .'),
    (good) => `${good},${good}`,
    (good) => `"${good}"`,
    (good) => good.toUpperCase(),
    (good) => encodeURIComponent(`${good}%`),
    (good) => `${good}${'A'.repeat(9_000)}`,
    (good) => `\u{ef}\u{bb}\u{bf}${good}`,
    (good) => partsOf(good).join('\u{b7}'),
  )
  .map((forge) => forge);

/** What a header can carry. */
const anything = fc
  .string({
    unit: fc.integer({ min: 0x21, max: 0xff }).map((code) => (code === 0x7f ? '~' : String.fromCharCode(code))),
  })
  .map(
    (forged): Forge =>
      () =>
        forged || 'x',
  );

const forgery = fc.oneof(
  ...[changedHeader, confused, unsigned, repeatedMember, otherPayload, flipped, cut, otherText, anything],
);

describe('an access token', () => {
  it('is refused in the same words whatever is wrong with it, and soon', async () => {
    const good = issuer.token('acc-001');
    expect((await send([`Bearer ${good}`])).status).toBe(200);
    const durations: number[] = [];
    await fc.assert(
      fc.asyncProperty(forgery, fc.constantFrom('Bearer', 'bearer', 'DPoP'), async (forge, scheme) => {
        const forged = forge(good);
        fc.pre(forged !== good);
        const answer = await send([`${scheme} ${forged}`]);
        expectRefused(answer);
        durations.push(answer.durationMs);
      }),
      { seed, numRuns: 500 },
    );
    // 5 ms, and slack for a connection of its own and a machine that does other things, too.
    const sorted = durations.toSorted((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(25);
    expect((await send([`Bearer ${good}`])).status).toBe(200);
  }, 60_000);

  it.each([
    ['of another scheme', () => [`Basic ${issuer.token('acc-001')}`]],
    ['without scheme', () => [issuer.token('acc-001')]],
    ['that is not there', () => ['Bearer ']],
    ['beside another one', () => [`Bearer ${issuer.token('acc-001')}`, `Bearer ${issuer.token('acc-002')}`]],
    ['beside a forged one', () => [`Bearer ${issuer.token('acc-001')}`, 'Bearer x']],
    ['signed by somebody else', () => [`Bearer ${issuer.forgedToken('acc-001')}`]],
    ['for a service', () => [`Bearer ${issuer.token('acc-001', { aud: 'urn:facet:carts' })}`]],
    ['that expired 6 s ago', () => [`Bearer ${issuer.token('acc-001', { exp: Date.now() / 1_000 - 6 })}`]],
    ['that never expires', () => [`Bearer ${issuer.token('acc-001', { exp: undefined })}`]],
    ['of another issuer', () => [`Bearer ${issuer.token('acc-001', { iss: 'https://evil.example' })}`]],
    ['of nobody', () => [`Bearer ${issuer.token('')}`]],
    ['of no text', () => [`Bearer ${issuer.token('acc-001', { sub: { $ne: null } })}`]],
    ['with a subject of 9 KB', () => [`Bearer ${issuer.token('x'.repeat(7_000))}`]],
  ])('%s is refused', async (_what, authorizations) => {
    expectRefused(await send(authorizations()));
  });

  it('that names unknown keys has the keys fetched ten times a minute at most', async () => {
    const [, payload, signature] = partsOf(issuer.token('acc-001'));
    for (let at = 0; at < 300; at += 1) {
      const header = encode({ alg: 'RS256', typ: 'at+jwt', kid: `key-${at}` });
      expectRefused(await send([`Bearer ${header}.${payload}.${signature}`]));
    }
    // One at the start, one for the first of them, and one for each six seconds that this test takes.
    expect(keyFetches).toBeLessThanOrEqual(10);
    expect((await send([`Bearer ${issuer.token('acc-003')}`])).status).toBe(200);
  }, 30_000);
});
