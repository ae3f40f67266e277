/** A person with a real browser: signs in, asks, signs out; and what pages of others get out of that browser. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page, Response } from 'playwright-core';
import { killRemaining } from '../recipes/start-process.ts';
import { describeWithChromium, launchChromium } from '../support/chromium.ts';
import { type RecordingService, startRecordingService } from '../support/recording-service.ts';
import { type SessionBffs, startSessionBffs } from '../support/session-bffs.ts';

const timeoutMs = 60_000;

/** All that a script of the page can find, as text. */
const readEverything = `(async () => JSON.stringify([
  document.cookie,
  Object.entries(localStorage),
  Object.entries(sessionStorage),
  await indexedDB.databases(),
  await caches.keys(),
  location.href,
  document.referrer,
  history.state,
  performance.getEntries().map(({ name }) => name),
  document.documentElement.outerHTML,
]))()`;

describeWithChromium('a browser', () => {
  let system: SessionBffs;
  let web: string;
  let chromium: Browser;
  let context: BrowserContext;
  let page: Page;
  /** A page of somebody else. */
  let elsewhere: RecordingService;

  beforeAll(async () => {
    system = await startSessionBffs(1);
    web = system.bffs[0]?.url as string;
    chromium = await launchChromium();
    elsewhere = await startRecordingService(() => ({ json: {} }));
  }, timeoutMs);
  afterAll(async () => {
    await chromium?.close();
    await elsewhere?.close();
    await system.close().finally(killRemaining);
  }, timeoutMs);
  beforeEach(async () => {
    context = await chromium.newContext();
    page = await context.newPage();
    // The app's own page: a proxy serves it under the BFF's origin.
    await page.route(`${web}/app`, (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Shop</h1>' }));
  });
  afterEach(() => context.close());

  async function signIn(): Promise<void> {
    await page.goto(`${web}/auth/login?returnTo=/auth/session`);
    await page.fill('input[name=account]', 'acc-001');
    await Promise.all([page.waitForURL(`${web}/auth/session`), page.click('button[type=submit]')]);
  }

  /** As a script of the page asks. */
  const ask = (url: string, headers: Record<string, string>, mode: 'cors' | 'no-cors' = 'cors') => {
    const body = '{"query":"{ viewer { displayName } }"}';
    const init = JSON.stringify({ method: 'POST', headers, mode, credentials: 'include', body });
    const script = `fetch('${url}/graphql', ${init}).then(async (answer) => ({ status: answer.status, text: await answer.text() }))`;
    return page.evaluate(script) as Promise<{ status: number; text: string }>;
  };

  it(
    'signs in, asks and signs out, and holds no token in any place that a page can read',
    async () => {
      const heard: string[] = [];
      const listening: Promise<unknown>[] = [];
      const listen = async (response: Response) => {
        heard.push(response.url(), JSON.stringify(await response.allHeaders()), await response.text().catch(() => ''));
      };
      page.on('response', (response) => listening.push(listen(response)));

      await signIn();
      expect(JSON.parse(String(await page.textContent('body')))).toMatchObject({ signedIn: true, subject: 'acc-001' });
      await page.goto(`${web}/app`);
      const answer = await ask(web, { 'content-type': 'application/json', 'x-csrf': '1' });
      expect(JSON.parse(answer.text)).toEqual({ data: { viewer: { displayName: 'Ada' } } });

      const [cookie] = await context.cookies(web).then((all) => all.filter(({ name }) => name.includes('facet')));
      expect(cookie).toMatchObject({
        name: '__Host-facet-session',
        httpOnly: true,
        secure: true,
        sameSite: 'Lax',
        path: '/',
      });
      const readable = (await page.evaluate(readEverything)) as string;
      const json = system.provider.callsOf('authorization_code').at(-1)?.json ?? {};
      const tokens = [json.access_token, json.refresh_token, json.id_token] as string[];
      expect(tokens.every((token) => token.length > 20)).toBe(true);

      const leave = "fetch('/auth/logout', { method: 'POST', headers: { 'x-csrf': '1' } }).then((left) => left.json())";
      const { logoutUrl } = (await page.evaluate(leave)) as { logoutUrl: string };
      await page.goto(logoutUrl);
      await Promise.all([page.waitForURL(`${web}/**`), page.click('button[value=yes]')]);
      await page.goto(`${web}/auth/session`);
      expect(JSON.parse(String(await page.textContent('body')))).toEqual({ signedIn: false });

      await Promise.all(listening);
      const everything = [readable, ...heard].join('\n');
      for (const secret of [...tokens, cookie?.value as string]) expect(readable).not.toContain(secret);
      for (const token of tokens) expect(everything).not.toContain(token);
    },
    timeoutMs,
  );

  it(
    'says in words what to do where a sign-in fails, and leads back into it',
    async () => {
      const said: string[] = [];
      page.on('console', (message) => said.push(message.text()));
      await page.goto(`${web}/auth/login?returnTo=/auth/session`);
      system.provider.setAway(true, '/token');
      await page.fill('input[name=account]', 'acc-001');
      await Promise.all([page.waitForURL(`${web}/auth/callback?**`), page.click('button[type=submit]')]);
      system.provider.setAway(false);
      expect(await page.title()).toBe('The sign-in did not work');
      expect(await page.textContent('h1')).toBe('The sign-in did not work');
      expect(await page.textContent('main')).toContain('Wait a minute, then sign in again.');
      expect(said.filter((line) => line.includes('Content Security Policy'))).toEqual([]);

      await Promise.all([
        page.waitForURL(`${web}/auth/session`),
        page.getByRole('link', { name: 'Sign in again' }).click(),
      ]);
      expect(JSON.parse(String(await page.textContent('body')))).toMatchObject({ signedIn: true, subject: 'acc-001' });
    },
    timeoutMs,
  );

  it(
    'signs in in two tabs at once, and both go on with one session',
    async () => {
      const tabs = [page, await context.newPage()];
      await Promise.all(tabs.map((tab) => tab.goto(`${web}/auth/login?returnTo=/auth/session`)));
      for (const tab of tabs) {
        await tab.fill('input[name=account]', 'acc-001');
        await Promise.all([tab.waitForURL(`${web}/auth/session`), tab.click('button[type=submit]')]);
      }
      const names = (await context.cookies(web)).map(({ name }) => name).filter((name) => name.includes('facet'));
      expect(names).toEqual(['__Host-facet-session']);
      for (const tab of tabs) {
        await tab.reload();
        expect(JSON.parse(String(await tab.textContent('body')))).toMatchObject({ signedIn: true, subject: 'acc-001' });
      }
    },
    timeoutMs,
  );

  it.each([
    ['of another site', '127.0.0.1'],
    ['of another port, which browsers count to the same site', 'localhost'],
  ])(
    'spends no session for a page %s',
    async (_case, host) => {
      await signIn();
      const before = system.accounts.calls.length;
      const foreign = elsewhere.origin.replace('127.0.0.1', host);
      await page.route(`${foreign}/`, (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Prizes</h1>' }));
      await page.goto(foreign);
      const json = { 'content-type': 'application/json', 'x-csrf': '1' };
      await expect(ask(web, json)).rejects.toThrow('Failed to fetch');
      // It is sent, with the cookie where the browser sends that, and what comes back is nobody's to read.
      const plain = await ask(web, { 'content-type': 'text/plain' }, 'no-cors').catch(() => ({ status: 0, text: '' }));
      expect(plain).toEqual({ status: 0, text: '' });
      await page.setContent(
        `<form method="post" action="${web}/auth/logout"><button name="query" value="{ viewer { id } }"></form>`,
      );
      await page.click('button');
      await page.waitForURL(`${web}/auth/logout`);
      expect(system.accounts.calls).toHaveLength(before);

      await page.goto(`${web}/auth/session`);
      expect(JSON.parse(String(await page.textContent('body')))).toMatchObject({ signedIn: true });
    },
    timeoutMs,
  );
});
