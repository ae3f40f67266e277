/** What somebody with a browser of his own, or a page of his own, can do to the session of another: nothing. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { killRemaining } from '../recipes/start-process.ts';
import { type CookieBrowser, createCookieBrowser } from '../support/cookie-browser.ts';
import { type SessionBffs, startSessionBffs } from '../support/session-bffs.ts';
import { askAs, sessionCookie, signedIn, signIn } from '../support/signed-in.ts';

const viewer = '{ viewer { displayName } }';
const listed = 'https://app.example';
const timeoutMs = 60_000;
let system: SessionBffs;
let web: string;

beforeAll(async () => {
  system = await startSessionBffs(1, { CORS_ORIGINS: listed });
  web = system.bffs[0]?.url as string;
}, timeoutMs);
afterAll(async () => {
  await system.close().finally(killRemaining);
}, timeoutMs);

const codeIn = (text: string) => JSON.parse(text).errors?.[0].extensions.code;
const someId = 'A'.repeat(43);

describe('a session cookie', () => {
  it('is one no page can read, for this host and all its paths', async () => {
    const browser = createCookieBrowser();
    const page = await browser.go(`${web}/auth/login`);
    await browser.submit(page, { account: 'acc-001' });
    const set = browser.heard.flatMap((text) => text.match(/__Host-facet-session=[^"]+/g) ?? []);
    expect(set).toHaveLength(1);
    const [pair = '', ...attributes] = (set[0] as string).split('; ');
    expect(pair).toMatch(/^__Host-facet-session=[\w-]{43}$/);
    expect(attributes.sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure']);
  });

  it('has a new id after every sign-in: none that was there before is one', async () => {
    const browser = createCookieBrowser();
    browser.setCookie(web, sessionCookie, someId);
    await signIn(browser, web);
    const first = browser.cookie(web, sessionCookie) as string;
    expect(first).not.toBe(someId);
    await signIn(browser, web);
    const second = browser.cookie(web, sessionCookie) as string;
    expect(new Set([someId, first, second]).size).toBe(3);

    for (const dead of [someId, first]) {
      browser.setCookie(web, sessionCookie, dead);
      expect((await askAs(browser, web, viewer)).status).toBe(401);
    }
    browser.setCookie(web, sessionCookie, second);
    expect((await askAs(browser, web, viewer)).status).toBe(200);
  });

  it('is refused when it was changed, cut, or made up', async () => {
    const browser = await signedIn(web);
    const good = browser.cookie(web, sessionCookie) as string;
    const flipped = (good.startsWith('A') ? 'B' : 'A') + good.slice(1);
    for (const bad of [flipped, good.slice(1), `${good}A`, '', 'null', '../../x', `${good}%00`, 'x'.repeat(4_000)]) {
      browser.setCookie(web, sessionCookie, bad);
      const { status, text } = await askAs(browser, web, viewer);
      expect({ bad, status, code: codeIn(text) }).toEqual({ bad, status: 401, code: 'UNAUTHENTICATED' });
      expect((await browser.go(`${web}/auth/session`)).status).toBe(401);
    }
  });

  it('means nothing under another name', async () => {
    const browser = await signedIn(web);
    const good = browser.cookie(web, sessionCookie) as string;
    for (const name of ['facet-session', '__Secure-facet-session', '__host-facet-session']) {
      const headers = { cookie: `${name}=${good}` };
      expect(JSON.parse((await askAs(browser, web, viewer, headers)).text)).toEqual({ data: { viewer: null } });
    }
  });

  it('does not go with an Authorization header, good or bad', async () => {
    const browser = await signedIn(web);
    for (const authorization of [`Bearer ${await system.provider.token('acc-002')}`, 'Bearer x', 'Basic eDp4']) {
      const { status, text } = await askAs(browser, web, viewer, { authorization });
      expect({ status, code: codeIn(text) }).toEqual({ status: 400, code: 'BAD_REQUEST' });
    }
  });
});

describe('a page of another origin', () => {
  let browser: CookieBrowser;
  beforeAll(async () => {
    browser = await signedIn(web);
  });
  const json = { 'content-type': 'application/json' };
  const good = { ...json, 'x-csrf': '1' };

  it.each([
    ['no CSRF header', () => ({ ...json, origin: web })],
    ['no CSRF header and nothing else', () => json],
    ['a foreign Origin', () => ({ ...good, origin: 'https://evil.example' })],
    ['an Origin that begins like a listed one', () => ({ ...good, origin: `${listed}.evil.example` })],
    ['the origin null of a sandboxed frame', () => ({ ...good, origin: 'null' })],
    ['no Origin', () => good],
    ['another port of this host', () => ({ ...good, origin: 'http://localhost:1' })],
    ['another site, says the browser', () => ({ ...good, 'sec-fetch-site': 'cross-site' })],
    ['a GraphQL client that knows of Apollo alone', () => ({ ...json, origin: web, 'apollo-require-preflight': '1' })],
  ])('spends no session with %s, and no service is called', async (_case, headers) => {
    const before = system.accounts.calls.length;
    const body = JSON.stringify({ query: viewer });
    const answer = await browser.go(`${web}/graphql`, { method: 'POST', headers: headers(), body });
    expect({ status: answer.status, code: codeIn(answer.text) }).toEqual({ status: 403, code: 'FORBIDDEN' });
    const logout = await browser.go(`${web}/auth/logout`, { method: 'POST', headers: headers(), body: '{}' });
    expect(logout.status).toBe(403);
    expect(system.accounts.calls).toHaveLength(before);
    expect((await askAs(browser, web, viewer)).status).toBe(200);
  });

  it('sends no form and no plain text', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded', 'x-csrf': '1', origin: web };
    const body = `query=${encodeURIComponent(viewer)}`;
    expect((await browser.go(`${web}/graphql`, { method: 'POST', headers: form, body })).status).toBe(415);
    expect((await browser.go(`${web}/auth/logout`, { method: 'GET' })).status).toBe(404);
  });

  it('reads nothing: no header lets it', async () => {
    const headers = { origin: 'https://evil.example' };
    const { headers: answered } = await browser.go(`${web}/auth/session`, { headers });
    expect(answered['access-control-allow-origin']).toBeUndefined();
  });

  it.each(['/graphql', '/auth/session', '/auth/logout'])(
    'may ask %s where it is listed, and only then',
    async (path) => {
      const preflight = async (origin: string) => {
        const asked = {
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type,x-csrf',
        };
        const { headers } = await browser.go(web + path, { method: 'OPTIONS', headers: { origin, ...asked } });
        return [headers['access-control-allow-origin'], headers['access-control-allow-headers']];
      };
      expect(await preflight(listed)).toEqual([listed, 'content-type,x-csrf']);
      for (const other of [
        'https://evil.example',
        `${listed}.evil.example`,
        `${listed}:444`,
        'http://app.example',
        'null',
      ]) {
        expect((await preflight(other))[0]).not.toBe(other);
        expect((await preflight(other))[0]).not.toBe('*');
      }
    },
  );

  it('asks with the cookie where it is listed, and reads the answer', async () => {
    const from = { ...good, origin: listed, 'sec-fetch-site': 'same-site' };
    const body = JSON.stringify({ query: viewer });
    const answer = await browser.go(`${web}/graphql`, { method: 'POST', headers: from, body });
    expect(JSON.parse(answer.text)).toEqual({ data: { viewer: { displayName: 'Ada' } } });
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': listed,
      'access-control-allow-credentials': 'true',
      vary: expect.stringMatching(/\bOrigin\b/i),
    });
  });

  it('changes nothing for callers with a token, or none', async () => {
    const headers = { ...json, authorization: `Bearer ${await system.provider.token('acc-001')}` };
    const body = JSON.stringify({ query: viewer });
    const other = createCookieBrowser();
    const asked = await other.go(`${web}/graphql`, { method: 'POST', headers, body });
    expect(JSON.parse(asked.text)).toEqual({ data: { viewer: { displayName: 'Ada' } } });
    const anonymous = await other.go(`${web}/graphql`, { method: 'POST', headers: json, body });
    expect(JSON.parse(anonymous.text)).toEqual({ data: { viewer: null } });
  });
});

describe('a token', () => {
  it('reaches no browser, in any header, body or cookie, and no line of the log', async () => {
    const browser = await signedIn(web);
    await askAs(browser, web, viewer);
    await askAs(browser, web, 'query ($a: Int!) { viewer { id } }');
    await browser.go(`${web}/auth/callback?code=x&state=y`);
    const left = await browser.go(`${web}/auth/logout`, { method: 'POST', headers: { 'x-csrf': '1', origin: web } });
    expect(left.status).toBe(200);

    const json = system.provider.callsOf('authorization_code').at(-1)?.json ?? {};
    const tokens = [json.access_token, json.refresh_token, json.id_token] as string[];
    const said = `${browser.heard.join('\n')}${system.bffs[0]?.process.output()}`;
    expect(tokens).toEqual([expect.any(String), expect.any(String), expect.any(String)]);
    for (const token of tokens) expect(said).not.toContain(token);
    for (const [signature] of tokens.map((token) => token.split('.').slice(-1))) expect(said).not.toContain(signature);
    expect(system.bffs[0]?.process.output()).toContain('"msg":"signed in"');
    expect(system.bffs[0]?.process.output()).not.toContain('web-bff-secret');
  });
});
