/** Sign-ins from one address are limited; whoever is signed in there goes on. */
import type { BffSettings } from '@facet/core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { killRemaining } from '../recipes/start-process.ts';
import { createCookieBrowser } from '../support/cookie-browser.ts';
import { type RatedBff, startRatedBff } from '../support/rated-bff.ts';
import { type SessionBffs, startSessionBffs } from '../support/session-bffs.ts';
import { askAs, signedIn } from '../support/signed-in.ts';
import { startTestIssuer, type TestIssuer } from '../support/test-issuer.ts';

const timeoutMs = 60_000;
let issuer: TestIssuer;
const ends: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  issuer = await startTestIssuer();
});
afterAll(() => issuer.close());
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function start(settings: Partial<BffSettings> = {}): Promise<RatedBff> {
  const bff = await startRatedBff(issuer, settings);
  ends.push(bff.close);
  return bff;
}

describe('requests to /auth from one address', () => {
  const session = { keys: [], scopes: ['openid'] };
  const visit = (url: string, path: string, init: RequestInit = {}) =>
    fetch(`${url}/auth/${path}`, { redirect: 'manual', ...init });

  it.each<[string, RequestInit]>([
    ['session', {}],
    ['login', {}],
    ['callback?state=a&code=b', {}],
    ['callback?state=a&code=b', { headers: { cookie: '__Host-facet-session=a' } }],
    ['logout', { method: 'POST' }],
  ])('are refused beyond the limit: %s %j', async (path, init) => {
    const { url } = await start({ anonymousRate: 2, session });
    const answers = [await visit(url, path, init), await visit(url, path, init), await visit(url, path, init)];
    expect(answers.map(({ status }) => status === 429)).toEqual([false, false, true]);
    const told = answers.map(({ headers }) => headers.get('ratelimit-remaining'));
    expect(told).toEqual(['1', '0', '0']);
    expect(Number(answers[2]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await answers[2]?.json()).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
  });

  it.each(['login?returnTo=/cart', 'callback?state=a&code=b'])(
    'are refused with a page for a person: %s',
    async (path) => {
      const { url } = await start({ anonymousRate: 1, session });
      const init = { headers: { accept: 'text/html,*/*;q=0.8' } };
      await visit(url, path, init);
      const refused = await visit(url, path, init);
      expect([refused.status, refused.headers.get('content-type')]).toEqual([429, 'text/html; charset=utf-8']);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await refused.text()).toContain('Wait a minute, then sign in again.');
    },
  );

  it.each<[string, RequestInit, number]>([
    ['session', { headers: { cookie: `__Host-facet-session=${'A'.repeat(43)}` } }, 401],
    ['backchannel-logout', { method: 'POST', body: new URLSearchParams({ logout_token: 'x' }) }, 400],
  ])('are refused after as many that failed: %s', async (path, init, status) => {
    const { url, ask } = await start({ anonymousRate: 2, session });
    const answers = [await visit(url, path, init), await visit(url, path, init), await visit(url, path, init)];
    expect(answers.map((answer) => answer.status)).toEqual([status, status, 429]);
    expect((await ask('{ me }')).status).toBe(200);
  });
});

describe('an address from where many sign in', () => {
  let system: SessionBffs;
  let web: string;
  beforeAll(async () => {
    // A sign-in is two requests, to /auth/login and to /auth/callback, and the page that it ends at is one of a session.
    system = await startSessionBffs(1, { RATE_LIMITS: 'enforce', ANONYMOUS_RATE: '4' });
    web = system.bffs[0]?.url as string;
  }, timeoutMs);
  afterAll(async () => {
    await system.close().finally(killRemaining);
  }, timeoutMs);

  it('is refused further ones, and those who are signed in ask on, for their sessions, too', async () => {
    const [ada, ben] = [await signedIn(web, 'acc-001'), await signedIn(web, 'acc-002')];
    const refused = await createCookieBrowser().go(`${web}/auth/login`, { stay: true });
    expect([refused.status, JSON.parse(refused.text).errors[0].extensions.code]).toEqual([429, 'RATE_LIMITED']);
    expect(refused.headers['set-cookie']).toBeUndefined();
    for (const browser of [ada, ben, ada, ben, ada, ben]) {
      const session = await browser.go(`${web}/auth/session`);
      expect([session.status, JSON.parse(session.text).signedIn]).toEqual([200, true]);
      expect((await askAs(browser, web, '{ viewer { displayName } }')).status).toBe(200);
    }
  });
});
