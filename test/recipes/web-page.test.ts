/** The page of the README's "Identity", in a real browser, against what `npm start` runs. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Constellation, startConstellation } from '@facet/dev-env';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { describeWithChromium, launchChromium } from '../support/chromium.ts';
import { codeBlocksOf, readDocument, sectionOf } from './markdown.ts';

const timeoutMs = 60_000;
const file = 'test/recipes/web-page/page.js';
const html = `<!doctype html><title>Shop</title><script type="module">
  window.app = await import('/app/page.js');
</script>`;

describeWithChromium("the README's page", () => {
  let folder: string;
  let constellation: Constellation;
  let chromium: Browser;
  let page: Page;
  let app: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'facet-page-'));
    const database = { folder };
    constellation = await startConstellation({ ports: 'system', database, logLevel: 'silent', environment: 'test' });
    chromium = await launchChromium();
    page = await chromium.newPage();
    app = `${constellation.web}/app`;
    // The app's own server: a proxy puts it under the BFF's origin.
    await page.route(app, (route) => route.fulfill({ contentType: 'text/html', body: html }));
    const script = readDocument(file);
    await page.route(`${app}/page.js`, (route) => route.fulfill({ contentType: 'text/javascript', body: script }));
  }, timeoutMs);
  afterAll(async () => {
    await chromium?.close();
    await constellation?.close();
    rmSync(folder, { recursive: true, force: true });
  }, timeoutMs);

  const open = async () => {
    await page.goto(app);
    await page.waitForFunction('window.app !== undefined');
  };
  const viewer = () => page.evaluate("app.ask('{ viewer { displayName } }')");

  it('is shown whole', () => {
    const shown = codeBlocksOf(sectionOf(readDocument('README.md'), 'A web page')).find((block) => block.file === file);

    expect(shown?.text).toBe(readDocument(file));
  });

  it(
    'signs a person in, asks in their name, and signs them out',
    async () => {
      await open();
      expect(await page.evaluate('app.readSession()')).toEqual({ signedIn: false });
      expect(await viewer()).toEqual({ data: { viewer: null } });

      await Promise.all([page.waitForSelector('input[name=account]'), page.evaluate('app.signIn()')]);
      await page.fill('input[name=account]', 'acc-042');
      await Promise.all([page.waitForURL(app), page.click('button[type=submit]')]);
      // Where a redirect leads, the app's own server is not asked here.
      await open();
      expect(await page.evaluate('app.readSession()')).toMatchObject({ signedIn: true, subject: 'acc-042' });
      expect(await viewer()).toEqual({ data: { viewer: { displayName: 'Anna E.' } } });

      await Promise.all([page.waitForSelector('button[name=logout]'), page.evaluate('app.signOut()')]);
      await Promise.all([page.waitForURL(`${constellation.web}/**`), page.click('button[name=logout]')]);
      await open();
      expect(await page.evaluate('app.readSession()')).toEqual({ signedIn: false });
      expect(await viewer()).toEqual({ data: { viewer: null } });
    },
    timeoutMs,
  );
});
