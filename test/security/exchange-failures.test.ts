/** A provider that does not exchange a caller's token costs the fields that need it, and is not asked again and again. */
import type { Bff } from '@facet/core';
import { createWebBff } from '@facet/web-bff';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RecordingService, startRecordingService } from '../support/recording-service.ts';
import { startTestIssuer, type TestIssuer } from '../support/test-issuer.ts';

const oauth = (error: string) => JSON.stringify({ error, error_description: 'secret-4711' });

/** Of exchanges, by the person whose token it is; own tokens of the BFF are given. */
const answers: Readonly<Record<string, { readonly status: number; readonly body: string }>> = {
  'acc-101': { status: 400, body: oauth('invalid_request') },
  'acc-102': { status: 400, body: oauth('invalid_grant') },
  'acc-103': { status: 400, body: oauth('invalid_scope') },
  'acc-104': { status: 403, body: oauth('access_denied') },
  'acc-105': { status: 401, body: oauth('invalid_client') },
  'acc-106': { status: 500, body: 'secret-4711' },
  'acc-107': { status: 503, body: oauth('temporarily_unavailable') },
  'acc-108': { status: 200, body: '<html>secret-4711</html>' },
  'acc-109': { status: 200, body: 'null' },
  'acc-110': { status: 200, body: '{"access_token":7,"expires_in":"soon"}' },
  'acc-111': { status: 200, body: '{"access_token":"x","expires_in":300,"token_type":"DPoP"}' },
  'acc-112': { status: 200, body: '{"access_token":"x\\r\\nx-admin: 1","expires_in":300}' },
  'acc-113': { status: 200, body: '{"access_token":"x","expires_in":-1}' },
  'acc-114': { status: 302, body: '' },
};
const expected = {
  ...Object.fromEntries(Object.keys(answers).map((account) => [account, 'UPSTREAM_UNAVAILABLE'])),
  ...{ 'acc-101': 'UNAUTHENTICATED', 'acc-102': 'UNAUTHENTICATED' },
  ...{ 'acc-103': 'FORBIDDEN', 'acc-104': 'FORBIDDEN' },
};

let issuer: TestIssuer;
let service: RecordingService;
let bff: Bff;
let url: string;
let exchanges: string[] = [];

beforeAll(async () => {
  issuer = await startTestIssuer({
    answerToken: (form) => {
      const [, payload] = form.get('subject_token')?.split('.') ?? [];
      if (payload === undefined) return undefined;
      const { sub } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { sub: string };
      exchanges.push(sub);
      return answers[sub];
    },
  });
  service = await startRecordingService(() => ({ json: { items: [], next: null, total: 7 } }));
  bff = await createWebBff({
    ...{ environment: 'test', port: 0, logLevel: 'silent', requestTimeoutMs: 15_000, attemptTimeoutMs: 10_000 },
    services: Object.fromEntries(
      ['catalog', 'accounts', 'orders', 'carts', 'inventory', 'reviews', 'payments'].map((name) => [
        name,
        { origin: service.origin },
      ]),
    ),
    identity: { issuer: issuer.issuer, audience: issuer.audience, clientId: 'web-bff', clientSecret: 's' },
  });
  url = await bff.listen();
});
afterAll(async () => {
  await bff?.close();
  await service?.close();
  await issuer?.close();
});

async function ask(token: string) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: '{ viewer { email } browse { totalCount } }' }),
  });
  return { status: response.status, text: await response.text() };
}

describe('an exchange that fails', () => {
  it.each(Object.entries(expected))('for %s is %s at the field that needs it', async (account, code) => {
    const token = issuer.token(account);
    exchanges = [];
    const all = await Promise.all(Array.from({ length: 20 }, () => ask(token)));
    for (const { status, text } of all) {
      expect(status).toBe(200);
      expect(JSON.parse(text)).toMatchObject({
        data: { viewer: null, browse: { totalCount: 7 } },
        errors: [{ path: ['viewer'], extensions: { code } }],
      });
      expect(text).not.toContain('secret-4711');
    }
    // A second has passed in between on a machine that does many other things, too.
    expect(exchanges.length).toBeLessThanOrEqual(3);
    expect(service.calls.filter(({ path }) => path === '/v1/profiles')).toEqual([]);
  });
});
