/** A browser signs in at the web BFF, works and signs out: the real provider, the real services. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Constellation, startConstellation } from '@facet/dev-env';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CookieBrowser, createCookieBrowser } from '../support/cookie-browser.ts';
import { askAs, sessionCookie, signedIn, signIn, signOut } from '../support/signed-in.ts';

const viewer = '{ viewer { displayName } }';
let folder: string;
let shop: Constellation;
let web: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'facet-session-'));
  shop = await startConstellation({ ports: 'system', database: { folder }, logLevel: 'silent', environment: 'test' });
  ({ web } = shop);
});
afterAll(async () => {
  await shop.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a web session', () => {
  it('begins with a sign-in, says whose it is and when it ends, and pays for queries', async () => {
    const browser = createCookieBrowser();
    const arrived = await signIn(browser, web, { account: 'acc-042' });
    expect(arrived.url).toBe(`${web}/auth/session`);
    const { endsAt, idleEndsAt, ...rest } = JSON.parse(arrived.text);
    expect(rest).toEqual({ signedIn: true, subject: 'acc-042' });
    expect(Date.parse(endsAt) - Date.now()).toBeGreaterThan(11.9 * 3_600_000);
    expect(Date.parse(idleEndsAt) - Date.now()).toBeLessThanOrEqual(1_800_000);
    expect(arrived.headers['cache-control']).toBe('no-store');

    const answer = await askAs(browser, web, '{ viewer { id displayName } }');
    expect(JSON.parse(answer.text)).toEqual({
      data: { viewer: { id: expect.any(String), displayName: expect.any(String) } },
    });
  });

  it('goes on to the path that was asked for, with its query and fragment', async () => {
    const browser = createCookieBrowser();
    const page = await browser.go(`${web}/auth/login?returnTo=${encodeURIComponent('/auth/session?a=b&c=d')}`);
    const arrived = await browser.submit(page, { account: 'acc-001' });
    expect(arrived.url).toBe(`${web}/auth/session?a=b&c=d`);
  });

  it('changes its owner with the next sign-in', async () => {
    const [one, other] = await Promise.all([signedIn(web, 'acc-001'), signedIn(web, 'acc-002')]);
    const answers = await Promise.all([one, other].map((browser) => askAs(browser, web, viewer)));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(2);
  });

  it('ends at the BFF and at the provider', async () => {
    const browser = await signedIn(web);
    const old = browser.cookie(web, sessionCookie) as string;
    const left = await signOut(browser, web);
    expect(left.url).toMatch(new RegExp(`^${web}/`));
    expect(browser.cookie(web, sessionCookie)).toBeUndefined();
    expect(JSON.parse((await browser.go(`${web}/auth/session`)).text)).toEqual({ signedIn: false });

    // The provider asks again who it is.
    const page = await browser.go(`${web}/auth/login`);
    expect(page.text).toContain('name="account"');

    browser.setCookie(web, sessionCookie, old);
    const replayed = await askAs(browser, web, viewer);
    expect(replayed.status).toBe(401);
    expect(JSON.parse(replayed.text).errors[0].extensions.code).toBe('UNAUTHENTICATED');
    expect((await browser.go(`${web}/auth/session`)).status).toBe(401);
  });

  it('begins anew after a sign-out that the provider was not told of by the browser', async () => {
    const browser = await signedIn(web);
    await browser.go(`${web}/auth/logout`, { method: 'POST', headers: { 'x-csrf': '1', origin: web } });
    expect(browser.cookie(web, sessionCookie)).toBeUndefined();
    expect((await signIn(browser, web)).url).toBe(`${web}/auth/session`);
    expect((await askAs(browser, web, viewer)).status).toBe(200);
  });

  it('ends everywhere when the person signs out of the provider', async () => {
    const browser = await signedIn(web);
    const page = await browser.go(`${shop.identity.issuer}/session/end`);
    const left = await browser.submit(page, { logout: 'yes' });
    expect(left.text).toContain('You are signed out.');
    expect((await askAs(browser, web, viewer)).status).toBe(401);
  });

  it('needs no second sign-in where the provider knows the browser, and has another id', async () => {
    const browser = await signedIn(web);
    const before = browser.cookie(web, sessionCookie);
    await signIn(browser, web);
    expect(browser.cookie(web, sessionCookie)).not.toBe(before);
    expect((await askAs(browser, web, viewer)).status).toBe(200);
  });

  it('shows Sandbox to those who navigate, as to anybody', async () => {
    const browser = await signedIn(web);
    const headers = { accept: 'text/html', 'sec-fetch-mode': 'navigate', 'sec-fetch-site': 'none' };
    expect((await browser.go(`${web}/graphql`, { headers })).status).toBe(200);
    const asked = await browser.go(`${web}/graphql?query=${encodeURIComponent(viewer)}`, {
      headers: { ...headers, accept: '*/*', 'apollo-require-preflight': '1' },
    });
    expect(JSON.parse(asked.text)).toEqual({ data: { viewer: null } });
  });

  it('gets by GET what is public as everybody does, and what is its own for itself alone', async () => {
    const browser = await signedIn(web);
    const stranger = createCookieBrowser();
    const get = async (by: CookieBrowser, query: string) => {
      const url = `${web}/graphql?query=${encodeURIComponent(query)}`;
      const { status, headers, text } = await by.go(url, {
        headers: { 'x-csrf': '1', 'apollo-require-preflight': '1' },
      });
      return { status, text, cache: headers['cache-control'], vary: headers.vary };
    };
    const products = '{ browse(first: 2) { edges { node { name } } } }';
    const answers = [await get(browser, products), await get(stranger, products), await get(browser, products)];
    expect(answers[0]).toMatchObject({ status: 200, cache: expect.stringContaining('public') });
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);

    const own = await get(browser, viewer);
    expect(own.cache).toMatch(/private|no-store/);
    expect(JSON.parse(own.text).data.viewer).toEqual({ displayName: expect.any(String) });
    expect(JSON.parse((await get(stranger, viewer)).text)).toEqual({ data: { viewer: null } });
    expect((await get(stranger, viewer)).cache).toMatch(/private|no-store/);
    expect((await get(browser, viewer)).text).toBe(own.text);
  });

  it('is unknown to the mobile BFF', async () => {
    const browser = await signedIn(web);
    browser.setCookie(shop.mobile, sessionCookie, browser.cookie(web, sessionCookie) as string);
    const answer = await askAs(browser, shop.mobile, '{ accountScreen { displayName } }');
    expect(JSON.parse(answer.text)).toEqual({ data: { accountScreen: null } });
    expect((await browser.go(`${shop.mobile}/auth/session`)).status).toBe(404);
  });
});
