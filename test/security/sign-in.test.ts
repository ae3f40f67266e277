/** What can go wrong on the way in and out of a session: nobody ends up as somebody else, or elsewhere. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { killRemaining } from '../recipes/start-process.ts';
import { type CookieBrowser, createCookieBrowser, type Visit } from '../support/cookie-browser.ts';
import { type SessionBffs, startSessionBffs } from '../support/session-bffs.ts';
import { almostSignedIn, askAs, sessionCookie, signInCookies, toLastWord } from '../support/signed-in.ts';

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
    const [[name, value] = []] = signInCookies(browser, web);
    await browser.go(callback, { stay: true });
    expect((await browser.go(callback, { stay: true })).status).toBe(400);
    browser.setCookie(web, String(name), String(value));
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
      expect(signInCookies(browser, web)).toEqual([]);
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

describe('the sign-ins of several tabs', () => {
  const viewer = '{ viewer { displayName } }';
  const begin = (browser: CookieBrowser, returnTo: string) =>
    browser.go(`${web}/auth/login?returnTo=${encodeURIComponent(returnTo)}`);

  it('begun at once end each at its own page, and the newest session is that of them all', async () => {
    const browser = createCookieBrowser();
    const pages = await Promise.all([begin(browser, '/one'), begin(browser, '/two')]);
    const sessions: (string | undefined)[] = [];
    for (const [index, page] of pages.entries()) {
      const callback = await toLastWord(browser, page, 'acc-001');
      const { status, headers } = await browser.go(callback, { stay: true });
      expect([status, headers.location]).toEqual([303, ['/one', '/two'][index]]);
      sessions.push(browser.cookie(web, sessionCookie));
      expect((await askAs(browser, web, viewer)).status).toBe(200);
    }
    expect(signInCookies(browser, web)).toEqual([]);

    const [former, newest] = sessions;
    expect(former).not.toBe(newest);
    browser.setCookie(web, sessionCookie, String(former));
    expect((await askAs(browser, web, viewer)).status).toBe(401);
    browser.setCookie(web, sessionCookie, String(newest));
    expect((await askAs(browser, web, viewer)).status).toBe(200);
  });

  it('end in any order', async () => {
    const browser = createCookieBrowser();
    const [one, two] = [await begin(browser, '/one'), await begin(browser, '/two')];
    for (const [page, path] of [
      [two, '/two'],
      [one, '/one'],
    ] as const) {
      const { headers } = await browser.go(await toLastWord(browser, page, 'acc-001'), { stay: true });
      expect(headers.location).toBe(path);
    }
    expect((await askAs(browser, web, viewer)).status).toBe(200);
  });

  it('are four at most: the oldest of more begins again, and no request is too long for the longest paths', async () => {
    const browser = createCookieBrowser();
    const paths = [1, 2, 3, 4, 5].map((digit) => `/${String(digit).repeat(999)}`);
    const pages: Visit[] = [];
    for (const path of paths) pages.push(await begin(browser, path));
    expect(signInCookies(browser, web)).toHaveLength(4);
    const outcomes: unknown[] = [];
    for (const page of pages) {
      const callback = await toLastWord(browser, page, 'acc-001');
      const { status, headers } = await browser.go(callback, { stay: true });
      outcomes.push(status === 303 ? headers.location : status);
    }
    expect(outcomes).toEqual([400, ...paths.slice(1)]);
  });

  it('are not disturbed by cookies of the same kind that are not theirs', async () => {
    const browser = createCookieBrowser();
    const stranger = createCookieBrowser();
    await begin(stranger, '/stranger');
    const [[name, value] = ['', '']] = signInCookies(stranger, web);
    const callback = await almostSignedIn(browser, web, { returnTo: '/mine' });
    const [[mine] = ['']] = signInCookies(browser, web);
    browser.setCookie(web, name, value);
    for (let at = 0; at < 100; at += 1) browser.setCookie(web, `${mine.slice(0, -4)}${at}é`, `${value.slice(0, 40)}%`);
    // The provider knows the browser by now.
    expect((await begin(browser, '/other')).url).toBe(`${web}/other`);
    const { status, headers } = await browser.go(callback, { stay: true });
    expect([status, headers.location]).toEqual([303, '/mine']);
  });

  it('are told apart by the whole state, whatever a cookie is called', async () => {
    const browser = createCookieBrowser();
    const callback = await almostSignedIn(browser, web);
    const attacker = createCookieBrowser();
    const other = await almostSignedIn(attacker, web);
    const [[[name] = ['']], [[, value] = ['', '']]] = [signInCookies(attacker, web), signInCookies(browser, web)];
    browser.setCookie(web, name, value);
    expect((await browser.go(other, { stay: true })).status).toBe(400);
    expect((await browser.go(callback, { stay: true })).status).toBe(303);
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
