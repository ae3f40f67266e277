/** What the web BFF's program writes: a line for whatever an audit asks for, and no secret in any line or answer. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'undici';
import { killRemaining } from '../recipes/start-process.ts';
import { createCookieBrowser } from '../support/cookie-browser.ts';
import { type SessionBffs, startSessionBffs } from '../support/session-bffs.ts';
import { askAs, signedIn, signOut } from '../support/signed-in.ts';

const mark = 'mArKeD';
const requestId = (what: string) => `audit-test-${what}`;

let running: SessionBffs;
let url: string;
beforeAll(async () => {
  running = await startSessionBffs(1);
  url = running.bffs[0]?.url ?? '';
}, 30_000);
afterAll(async () => {
  await running.close();
  killRemaining();
});

interface Line {
  readonly audit?: boolean;
  readonly event: string;
  readonly requestId: string;
}
const lines = () =>
  (running.bffs[0]?.process.output() ?? '')
    .split('\n')
    .filter((line) => line.startsWith('{') && line.endsWith('}'))
    .map((line) => JSON.parse(line) as Line);
const auditOf = (id: string) => lines().filter((line) => line.audit === true && line.requestId === requestId(id));

/** Without sign-in by browser, which takes a provider over TLS there. */
const inProduction = () => {
  const services = ['CATALOG', 'INVENTORY', 'REVIEWS', 'CARTS', 'ORDERS', 'PAYMENTS'];
  const origins = services.map((name) => [`${name}_URL`, running.accounts.origin]);
  const own = { NODE_ENV: 'production', SESSION_ORIGIN: '', SESSION_KEYS: '', CLIENT_SECRET: 'web-bff-secret' };
  return { ...Object.fromEntries(origins), ...own } as Record<string, string>;
};

/** Logs are written behind the answer. */
async function says(id: string): Promise<Line[]> {
  await running.bffs[0]?.process.says(new RegExp(`"audit":true.*"requestId":"${requestId(id)}"`));
  return auditOf(id);
}

async function post(id: string, body: string, headers: Record<string, string> = {}) {
  const answer = await request(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-request-id': requestId(id), ...headers },
    body,
  });
  return { status: answer.statusCode, text: await answer.body.text() };
}

const refused = { audit: true, outcome: 'refused', traceId: expect.stringMatching(/^[\da-f]{32}$/) };

describe('the audit log', () => {
  it('has a line for a sign-in and a sign-out', async () => {
    const browser = await signedIn(url);
    await signOut(browser, url);
    await running.bffs[0]?.process.says(/"audit":true.*"event":"sign-out"/);
    const told = lines().filter(({ audit, event }) => audit === true && event.startsWith('sign-'));
    // The provider says it once more, to all BFFs.
    expect(told.slice(0, 2)).toEqual([
      expect.objectContaining({ event: 'sign-in', outcome: 'success', subject: 'acc-001' }),
      expect.objectContaining({ event: 'sign-out', outcome: 'success', subject: 'acc-001' }),
    ]);
  });

  it('has a line for a token that is refused', async () => {
    await post('token', '{"query":"{ __typename }"}', { authorization: 'Bearer no.token.atall' });
    expect(await says('token')).toEqual([
      expect.objectContaining({ ...refused, event: 'authentication', code: 'UNAUTHENTICATED' }),
    ]);
  });

  it('has a line for a cookie without the header, and for what any page could have sent', async () => {
    const browser = await signedIn(url);
    await askAs(browser, url, '{ __typename }', { 'x-csrf': '', 'x-request-id': requestId('cookie') });
    await post('simple', '{"query":"{ __typename }"}', { 'content-type': 'text/plain' });
    expect(await says('cookie')).toEqual([expect.objectContaining({ ...refused, event: 'csrf', code: 'FORBIDDEN' })]);
    expect(await says('simple')).toEqual([expect.objectContaining({ ...refused, event: 'csrf' })]);
  });

  it('has a line for what is over a limit', async () => {
    await post('size', JSON.stringify({ query: '{ __typename }', variables: { a: 'a'.repeat(200_000) } }));
    expect(await says('size')).toEqual([
      expect.objectContaining({ ...refused, event: 'limit', code: 'PAYLOAD_TOO_LARGE' }),
    ]);
  });

  const doubled = (at: number) => `fragment f${at} on Query { ...f${at + 1} ...f${at + 1} }`;
  const doubling = Array.from({ length: 12 }, (_, at) => doubled(at)).join(' ');
  it.each([
    ['tokens', 'MAX_TOKENS', `{ ${'a b '.repeat(501)} }`],
    ['doubling', 'MAX_RECURSIVE_SELECTIONS_EXCEEDED', `{ ...f0 } ${doubling} fragment f12 on Query { __typename }`],
  ])('has a line for a document that is refused before any field is looked at: %s', async (id, code, query) => {
    await post(id, JSON.stringify({ query }));
    expect(await says(id)).toEqual([expect.objectContaining({ ...refused, event: 'limit', code })]);
  });

  it('has a line for introspection where there is none', async () => {
    const { url: elsewhere, process } = await running.start(inProduction());
    const headers = { 'content-type': 'application/json', 'x-request-id': requestId('introspection') };
    const body = '{"query":"{ __schema { types { name } } }"}';
    await (await request(`${elsewhere}/graphql`, { method: 'POST', headers, body })).body.dump();
    const [line = ''] = (await process.says(/^.*"audit":true.*"requestId":"audit-test-introspection".*$/m)) ?? [];
    expect(JSON.parse(line)).toMatchObject({ ...refused, event: 'document', code: 'INTROSPECTION_DISABLED' });
  });

  it('has a line for a mutation: its fields and the types of their answers, no values', async () => {
    const browser = await signedIn(url);
    const mutation = `mutation M { renamed: updateProfile(input: { displayName: "" }) { kind: __typename } }`;
    const client = { 'apollographql-client-name': 'shop', 'x-request-id': requestId('mutation') };
    const { text } = await askAs(browser, url, mutation, client);
    const { data } = JSON.parse(text) as { data: { renamed: { kind: string } | null } };
    const [line] = await says('mutation');
    expect(line).toMatchObject({
      event: 'mutation',
      subject: 'acc-001',
      client: { name: 'shop' },
      operationName: 'M',
      changes: [{ field: 'updateProfile', outcome: data.renamed?.kind ?? null }],
    });
  });

  it('has lines for a mutation that nobody is signed in for', async () => {
    await post('nobody', '{"query":"mutation { updateProfile(input: { displayName: \\"x\\" }) { __typename } }"}');
    expect(await says('nobody')).toEqual([
      expect.objectContaining({ event: 'mutation', outcome: 'failed', code: 'UNAUTHENTICATED' }),
      expect.objectContaining({ ...refused, event: 'authorization', code: 'UNAUTHENTICATED' }),
    ]);
  });
});

describe('the log at level debug, and every answer', () => {
  it('has nothing secret of what clients send, and nothing of its own', async () => {
    const token = `${Buffer.from('{"alg":"RS256","kid":"k"}').toString('base64url')}.${mark}.${mark}`;
    const body = (others: object = {}) => JSON.stringify({ query: '{ __typename }', ...others });
    const answers = [
      await post('m1', body(), { authorization: `Bearer ${token}` }),
      await post('m2', body(), { authorization: `Basic ${mark}` }),
      await post('m3', body(), { authorization: `DPoP ${mark}`, dpop: mark }),
      await post('m4', body(), { cookie: `__Host-facet-session=${mark}; other=${mark}`, 'x-csrf': '1', origin: url }),
      await post('m5', body(), { cookie: `__Host-facet-session=${mark.padEnd(43, 'x')}`, 'x-csrf': '1', origin: url }),
      await post('m6', body({ variables: { password: mark, card: { token: mark } } })),
      await post('m7', `{"query":"{ __typename }","password":"${mark}"`),
      await post('m8', body(), { 'x-api-key': mark, 'proxy-authorization': mark, 'x-csrf': mark }),
    ];
    const browser = createCookieBrowser();
    for (const path of [`/auth/callback?code=${mark}&state=${mark}`, `/auth/login?returnTo=/?token=${mark}`]) {
      const page = await browser.go(url + path, { redirect: 'manual' } as object);
      answers.push({ status: page.status, text: page.text });
    }
    await post('last', body(), { authorization: 'Bearer no.token.atall' });
    await says('last');
    const output = running.bffs[0]?.process.output() ?? '';
    expect(output).toContain(requestId('m7'));
    // What the process asked itself at start is nobody's request, and no attack.
    expect(output).not.toContain('self-probe');
    expect(output).not.toContain(mark);
    expect(output).not.toContain('web-bff-secret');
    expect(output).not.toMatch(/eyJ[\w-]{10,}\.[\w-]{10,}\./);
    for (const { text } of answers) expect(text).not.toContain(mark);
  });
});
