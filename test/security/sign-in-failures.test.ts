/** A sign-in that comes to nothing: what a person reads, what a program reads, and how either goes on. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { killRemaining } from '../recipes/start-process.ts';
import { type CookieBrowser, createCookieBrowser, type Visit } from '../support/cookie-browser.ts';
import { type SessionBffs, startSessionBffs } from '../support/session-bffs.ts';
import { almostSignedIn, askAs, sessionCookie, signInCookies } from '../support/signed-in.ts';

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

describe('a sign-in that fails', () => {
  const accept = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8';
  const asPerson = { headers: { accept }, stay: true };
  const strictest = "default-src 'none';frame-ancestors 'none';base-uri 'none';form-action 'none'";

  function expectPage({ status, headers, text }: Visit, expected: number, words: RegExp, again: string): void {
    expect({ status, type: headers['content-type'] }).toEqual({ status: expected, type: 'text/html; charset=utf-8' });
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': strictest,
    });
    expect(text).toMatch(words);
    expect(text).toContain(`<a href="${again}">Sign in again</a>`);
    expect(text).toMatch(/<code>[\da-f]{32}<\/code>/);
    expect(text).not.toMatch(/<script|<style|style=|src=/);
  }

  /** The provider knows the browser by now. */
  function goAgain(browser: CookieBrowser, page: Visit): Promise<Visit> {
    const [, again = ''] = /href="([^"]+)">Sign in again/.exec(page.text) ?? [];
    return browser.go(web + again);
  }

  it('tells a person what to do, and keeps where they were on the way to', async () => {
    const browser = createCookieBrowser();
    const callback = new URL(await almostSignedIn(browser, web, { returnTo: '/cart?a="><b>' }));
    callback.searchParams.set('code', 'x');
    const failed = await browser.go(callback.href, asPerson);
    expectPage(failed, 401, /was not completed/, '/auth/login?returnTo=%2Fcart%3Fa%3D%2522%253E%253Cb%253E');
    const again = await browser.go(callback.href, asPerson);
    expectPage(again, 400, /not under way in this browser/, '/auth/login');
  });

  it('is a page for who asks for one, and JSON for everybody else', async () => {
    const browser = createCookieBrowser();
    const typeFor = async (given: string | undefined) => {
      const headers = given === undefined ? {} : { accept: given };
      const { status, headers: answered } = await browser.go(`${web}/auth/callback?state=x`, { headers, stay: true });
      expect(status).toBe(400);
      return String(answered['content-type']).split(';')[0];
    };
    const pages = [accept, 'text/html', 'text/*', 'text/html, application/json;q=0.9'];
    for (const given of pages) expect([given, await typeFor(given)]).toEqual([given, 'text/html']);
    const others = [
      undefined,
      '*/*',
      '',
      'application/json',
      'application/json, text/html;q=0.9',
      'image/png',
      'x;;q=z',
    ];
    for (const given of others) expect([given, await typeFor(given)]).toEqual([given, 'application/json']);
  });

  it('leaves JSON to who asks for pages elsewhere', async () => {
    const { headers } = await createCookieBrowser().go(`${web}/auth/nothing`, asPerson);
    expect(headers['content-type']).toMatch('application/json');
  });

  it.each(['//evil.example', '/"><script>alert(1)</script>'.repeat(50)])(
    'leads nowhere else, and shows nothing of what it was given: %j',
    async (returnTo) => {
      const url = `${web}/auth/login?returnTo=${encodeURIComponent(returnTo)}`;
      const page = await createCookieBrowser().go(url, asPerson);
      expectPage(page, 400, /not on this site/, '/auth/login');
      expect(page.text).not.toMatch(/evil|alert/);
    },
  );

  it('since the provider is away goes on where it is loaded again', async () => {
    const browser = createCookieBrowser();
    const callback = await almostSignedIn(browser, web, { returnTo: '/cart' });
    system.provider.setAway(true, '/token');
    const failed = await browser.go(callback, asPerson).finally(() => system.provider.setAway(false));
    expectPage(failed, 503, /not possible at the moment/, '/auth/login?returnTo=%2Fcart');
    expect(browser.cookie(web, sessionCookie)).toBeUndefined();

    const again = await browser.go(callback, asPerson);
    expect([again.status, again.headers.location]).toEqual([303, '/cart']);
    expect(browser.cookie(web, sessionCookie)).toBeDefined();
    expect((await browser.go(callback, asPerson)).status).toBe(400);
  });

  it('since the provider is away begins again from its page', async () => {
    const browser = createCookieBrowser();
    const callback = await almostSignedIn(browser, web, { returnTo: '/auth/session' });
    system.provider.setAway(true, '/token');
    const failed = await browser.go(callback, asPerson).finally(() => system.provider.setAway(false));
    const arrived = await goAgain(browser, failed);
    expect([arrived.url, JSON.parse(arrived.text).signedIn]).toEqual([`${web}/auth/session`, true]);
  });

  it('since its code was spent begins again from its page', async () => {
    const browser = createCookieBrowser();
    const callback = await almostSignedIn(browser, web, { returnTo: '/auth/session' });
    const underWay = signInCookies(browser, web);
    await browser.go(callback, { stay: true });
    // As where the provider's answer was lost on its way.
    for (const [name, value] of underWay) browser.setCookie(web, name, value);
    const failed = await browser.go(callback, asPerson);
    expectPage(failed, 401, /was not completed/, '/auth/login?returnTo=%2Fauth%2Fsession');
    expect(signInCookies(browser, web)).toEqual([]);
    expect((await goAgain(browser, failed)).url).toBe(`${web}/auth/session`);
    expect((await askAs(browser, web, '{ viewer { displayName } }')).status).toBe(200);
  });

  it('before it begins is a page, too', async () => {
    const { url } = await system.start({ IDENTITY_ISSUER: 'http://localhost:1' });
    const page = await createCookieBrowser().go(`${url}/auth/login?returnTo=/cart`, asPerson);
    expectPage(page, 503, /not possible at the moment/, '/auth/login?returnTo=%2Fcart');
  });

  it('since its token is of no use here is nothing that the person did', async () => {
    // No URI: the provider is asked for it in another way than it knows, and gives a token for something else.
    const { url } = await system.start({ IDENTITY_AUDIENCE: 'another' });
    const browser = createCookieBrowser();
    const callback = await almostSignedIn(browser, url, { returnTo: '/cart' });
    const page = await browser.go(callback.replace(web, url), asPerson);
    expectPage(page, 502, /told this site something that it cannot use/, '/auth/login?returnTo=%2Fcart');
    expect(signInCookies(browser, url)).toEqual([]);
  });
});
