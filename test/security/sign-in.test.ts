/** What can go wrong on the way in and out of a session: nobody ends up as somebody else, or elsewhere. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { killRemaining } from '../recipes/start-process.ts';
import { createCookieBrowser } from '../support/cookie-browser.ts';
import { type SessionBffs, startSessionBffs } from '../support/session-bffs.ts';
import { almostSignedIn, sessionCookie, signInCookie } from '../support/signed-in.ts';

const timeoutMs = 60_000;
let system: SessionBffs;
let web: string;

beforeAll(async () => {
  system = await startSessionBffs(1);
  web = system.bffs[0]?.url as string;
}, timeoutMs);
afterAll(async () => {
  await system.close().finally(killRemaining);
}, timeoutMs);

const codeIn = (text: string) => JSON.parse(text).errors?.[0].extensions.code;

describe('a sign-in', () => {
  it('ends in the browser that began it, and in no other', async () => {
    const attacker = createCookieBrowser();
    const callback = await almostSignedIn(attacker, web);
    const victim = createCookieBrowser();
    expect((await victim.go(callback, { stay: true })).status).toBe(400);
    await victim.go(`${web}/auth/login`);
    expect((await victim.go(callback, { stay: true })).status).toBe(400);
    expect(victim.cookie(web, sessionCookie)).toBeUndefined();
    expect((await attacker.go(callback, { stay: true })).status).toBe(303);
  });

  it('ends once', async () => {
    const browser = createCookieBrowser();
    const callback = await almostSignedIn(browser, web);
    const cookie = browser.cookie(web, signInCookie) as string;
    await browser.go(callback, { stay: true });
    expect((await browser.go(callback, { stay: true })).status).toBe(400);
    browser.setCookie(web, signInCookie, cookie);
    const { status, text } = await browser.go(callback, { stay: true });
    expect({ status, code: codeIn(text) }).toEqual({ status: 401, code: 'UNAUTHENTICATED' });
  });

  it.each([
    ['another state', (url: URL) => url.searchParams.set('state', 'x')],
    ['no state', (url: URL) => url.searchParams.delete('state')],
  ])('is refused with %s', async (_case, change) => {
    const browser = createCookieBrowser();
    const callback = new URL(await almostSignedIn(browser, web));
    change(callback);
    expect((await browser.go(callback.href, { stay: true })).status).toBe(400);
  });

  it.each([
    ['another code', (url: URL) => url.searchParams.set('code', 'x')],
    ['another issuer', (url: URL) => url.searchParams.set('iss', 'https://evil.example')],
  ])('fails with %s', async (_case, change) => {
    const browser = createCookieBrowser();
    const callback = new URL(await almostSignedIn(browser, web));
    change(callback);
    const { status } = await browser.go(callback.href, { stay: true });
    expect(status).toBe(401);
    expect(browser.cookie(web, sessionCookie)).toBeUndefined();
  });

  it('that the provider refused goes back to the page, which hears why and nothing else', async () => {
    const browser = createCookieBrowser();
    const begun = await browser.go(`${web}/auth/login?returnTo=/cart%3Fa=1`, { stay: true });
    const state = new URL(String(begun.headers.location)).searchParams.get('state');
    const refused = await browser.go(`${web}/auth/callback?state=${state}&error=access_denied`, { stay: true });
    expect(refused.headers.location).toBe('/cart?a=1&error=access_denied');
  });

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example', '/\t/evil.example'])(
    'leads nowhere else: %j',
    async (returnTo) => {
      const url = `${web}/auth/login?returnTo=${encodeURIComponent(returnTo)}`;
      const { status, text } = await createCookieBrowser().go(url, { stay: true });
      expect({ status, code: codeIn(text) }).toEqual({ status: 400, code: 'BAD_USER_INPUT' });
    },
  );

  it.each([{ 'sec-purpose': 'prefetch' }, { 'sec-purpose': 'prefetch;prerender' }, { purpose: 'prefetch' }])(
    'is nothing to load ahead: %j',
    async (headers) => {
      const browser = createCookieBrowser();
      expect((await browser.go(`${web}/auth/login`, { headers, stay: true })).status).toBe(403);
      expect(browser.cookie(web, signInCookie)).toBeUndefined();
    },
  );

  it('takes its way back from the settings, whatever the request calls the host', async () => {
    const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example' };
    const { headers: answered } = await createCookieBrowser().go(`${web}/auth/login`, { headers, stay: true });
    expect(new URL(String(answered.location)).searchParams.get('redirect_uri')).toBe(`${web}/auth/callback`);
  });

  it('uses PKCE, a nonce and a state of its own each time', async () => {
    const begin = async () => {
      const { headers } = await createCookieBrowser().go(`${web}/auth/login`, { stay: true });
      return new URL(String(headers.location)).searchParams;
    };
    const [one, other] = [await begin(), await begin()];
    expect(one.get('code_challenge_method')).toBe('S256');
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(one.get(name)).toMatch(/^[\w-]{43}$/);
      expect(one.get(name)).not.toBe(other.get(name));
    }
  });
});

describe('a logout token', () => {
  it.each(['', 'logout_token=', 'logout_token=x.y.z', 'logout_token=a&logout_token=b'])(
    'is refused: %j',
    async (body) => {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const url = `${web}/auth/backchannel-logout`;
      const { status, text } = await createCookieBrowser().go(url, { method: 'POST', headers, body });
      expect({ status, code: codeIn(text) }).toEqual({ status: 400, code: 'BAD_REQUEST' });
    },
  );

  it('is not an access token', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const body = `logout_token=${await system.provider.token('acc-001')}`;
    const answer = await createCookieBrowser().go(`${web}/auth/backchannel-logout`, { method: 'POST', headers, body });
    expect(answer.status).toBe(400);
  });
});
