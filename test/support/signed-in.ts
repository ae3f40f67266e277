/** What a person does at the web BFF with a browser: signs in, asks, signs out. */
import { type CookieBrowser, createCookieBrowser, type Visit } from './cookie-browser.ts';

export const sessionCookie = '__Host-facet-session';

/** Of its sign-ins under way, the one begun first in front. */
export function signInCookies(browser: CookieBrowser, web: string): readonly (readonly [string, string])[] {
  return browser.cookies(web).filter(([name]) => name.startsWith('__Host-facet-sign-in-'));
}

function goToLogin(browser: CookieBrowser, web: string, returnTo: string): Promise<Visit> {
  return browser.go(`${web}/auth/login?returnTo=${encodeURIComponent(returnTo)}`);
}

/** Goes through the provider's page; ends at `returnTo`. */
export async function signIn(
  browser: CookieBrowser,
  web: string,
  { account = 'acc-001', returnTo = '/auth/session' } = {},
): Promise<Visit> {
  const page = await goToLogin(browser, web, returnTo);
  return page.text.includes('name="account"') ? browser.submit(page, { account }) : page;
}

/** As far as the provider's last word to the browser, which is where that would go now. */
export async function almostSignedIn(
  browser: CookieBrowser,
  web: string,
  { account = 'acc-001', returnTo = '/' } = {},
): Promise<string> {
  return toLastWord(browser, await goToLogin(browser, web, returnTo), account);
}

/** From the provider's page that asks who it is. */
export async function toLastWord(browser: CookieBrowser, page: Visit, account: string): Promise<string> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const sent = await browser.go(page.url, { method: 'POST', headers, body: `account=${account}`, stay: true });
  const resumed = await browser.go(String(sent.headers.location), { stay: true });
  return String(resumed.headers.location);
}

export async function signedIn(web: string, account?: string): Promise<CookieBrowser> {
  const browser = createCookieBrowser();
  const { status, text } = await signIn(browser, web, account === undefined ? {} : { account });
  if (status !== 200) throw new Error(`The sign-in ended with ${status}: ${text}`);
  return browser;
}

/** As a page of the BFF's own origin asks. */
export function askAs(
  browser: CookieBrowser,
  url: string,
  query: string,
  headers: Record<string, string> = {},
  origin = url,
) {
  return browser.go(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-csrf': '1', origin, ...headers },
    body: JSON.stringify({ query }),
  });
}

/** As a page does: tells the BFF, and goes where that sends it, where the person says yes. */
export async function signOut(browser: CookieBrowser, web: string): Promise<Visit> {
  const said = await browser.go(`${web}/auth/logout`, { method: 'POST', headers: { 'x-csrf': '1', origin: web } });
  const { logoutUrl } = JSON.parse(said.text) as { logoutUrl: string };
  const page = await browser.go(logoutUrl);
  return browser.submit(page, { logout: 'yes' });
}
