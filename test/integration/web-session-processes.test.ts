/** Two processes of the web BFF, one Redis, refresh tokens that are good for one use. */
import { randomBytes } from 'node:crypto';
import { createRedis, describeWithRedis, type RedisServer, startRedis } from '@facet/core/testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { killRemaining } from '../recipes/start-process.ts';
import { type CookieBrowser, createCookieBrowser } from '../support/cookie-browser.ts';
import { startForwarder } from '../support/forwarder.ts';
import { type SessionBffs, startSessionBffs } from '../support/session-bffs.ts';
import { almostSignedIn, askAs, sessionCookie, signedIn, signInCookies } from '../support/signed-in.ts';

const viewer = '{ viewer { displayName } }';
const oldKey = randomBytes(32).toString('base64');
const timeoutMs = 60_000;

describeWithRedis('web sessions of two processes', () => {
  let redis: RedisServer;
  let system: SessionBffs;
  let first: string;
  let second: string;

  beforeAll(async () => {
    redis = await startRedis();
    system = await startSessionBffs(2, { REDIS_URL: redis.url, SESSION_KEYS: oldKey });
    [first, second] = system.bffs.map(({ url }) => url) as [string, string];
    // A process connects to Redis in the background.
    for (const { process } of system.bffs) await process.says(/redis is up/);
  }, timeoutMs);
  afterAll(async () => {
    await system.close().finally(killRemaining);
    await redis.stop();
  }, timeoutMs);

  /** As the same browser, whose pages are all of the first one's origin. */
  const ask = (browser: CookieBrowser, url: string) => {
    const cookie = browser.cookie(first, sessionCookie);
    return askAs(browser, url, viewer, { cookie: `${sessionCookie}=${cookie}` }, first);
  };

  it('answer 50 queries at once on an expired token with one call for a new one, and no 401', async () => {
    system.provider.pretendLifetime(0);
    const browser = await signedIn(first);
    system.provider.pretendLifetime(undefined);
    const before = system.provider.callsOf('refresh_token').length;
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => ask(browser, index % 2 === 0 ? first : second)),
    );

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ text }) => JSON.parse(text).data.viewer.displayName))).toEqual(new Set(['Ada']));
    expect(system.provider.callsOf('refresh_token').length - before).toBe(1);
    expect(await ask(browser, second)).toMatchObject({ status: 200 });
    expect(system.provider.callsOf('refresh_token').length - before).toBe(1);
  });

  it('end in both when they end in one', async () => {
    const browser = await signedIn(first);
    const cookie = browser.cookie(first, sessionCookie) as string;
    expect((await ask(browser, second)).status).toBe(200);
    await browser.go(`${first}/auth/logout`, { method: 'POST', headers: { 'x-csrf': '1', origin: first } });
    browser.setCookie(first, sessionCookie, cookie);
    expect((await ask(browser, second)).status).toBe(401);
  });

  it('end where a stolen refresh token was used: the provider ends its whole family', async () => {
    system.provider.pretendLifetime(0);
    const browser = await signedIn(first);
    system.provider.pretendLifetime(undefined);
    const stolen = system.provider.callsOf('authorization_code').at(-1)?.json.refresh_token as string;
    const stealAndUse = () =>
      fetch(`${system.provider.issuer}/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${btoa('web-bff:web-bff-secret')}` },
        body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: stolen }),
      });
    expect((await stealAndUse()).status).toBe(200);

    const answer = await ask(browser, second);
    expect(answer.status).toBe(401);
    expect(JSON.parse(answer.text).errors[0].extensions.code).toBe('UNAUTHENTICATED');
    expect((await ask(browser, first)).status).toBe(401);
  });

  it('lie in Redis where nobody can read or move them', async () => {
    const browser = await signedIn(first);
    const id = browser.cookie(first, sessionCookie) as string;
    const connection = createRedis({ url: redis.url });
    await new Promise<void>((resolve) => connection.onChange((state) => state === 'up' && resolve()));
    const keys = ((await connection.send(['KEYS', '*'])) as Buffer[]).map(String);
    const sessions = keys.filter((key) => key.includes(':session:'));
    const everything = (await Promise.all(sessions.map((key) => connection.send(['GET', key])))).map(String).join();
    const { access_token, refresh_token } = system.provider.callsOf('authorization_code').at(-1)?.json ?? {};
    expect(sessions.length).toBeGreaterThan(0);
    for (const secret of [id, access_token, refresh_token, 'acc-001', 'accessToken']) {
      expect(`${keys}${everything}`).not.toContain(secret as string);
    }

    // Somebody who can write there gives his own session another's name.
    const other = await signedIn(first, 'acc-002');
    const added = ((await connection.send(['KEYS', '*:session:*'])) as Buffer[]).map(String);
    const [own] = added.filter((key) => !sessions.includes(key)) as [string];
    for (const key of sessions) await connection.send(['COPY', own, key, 'REPLACE']);
    await connection.close();
    expect((await ask(browser, first)).status).toBe(401);
    expect((await ask(other, first)).status).toBe(200);
  });

  it('end in both by one word of the provider, which is good for one time', async () => {
    const browser = await signedIn(first);
    const words: string[] = [];
    const ear = await startForwarder({
      to: () => first,
      onExchange: ({ requestBody }) => words.push(String(requestBody)),
    });
    system.provider.setOrigin('web-bff', ear.origin);
    const page = await browser.go(`${system.provider.issuer}/session/end`);
    await browser.submit(page, { logout: 'yes' });
    system.provider.setOrigin('web-bff', first);
    await ear.close();

    expect(words).toEqual([expect.stringMatching(/^logout_token=/)]);
    expect([(await ask(browser, second)).status, (await ask(browser, first)).status]).toEqual([401, 401]);
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    for (const url of [first, second]) {
      const again = { method: 'POST', headers, body: words[0] as string };
      expect((await browser.go(`${url}/auth/backchannel-logout`, again)).status).toBe(400);
    }
  });

  it('outlive a change of the key that they are encrypted with, and not its removal', async () => {
    const browser = await signedIn(first);
    const key = randomBytes(32).toString('base64');
    const both = await system.start({ SESSION_KEYS: `${key}, ${oldKey}` });
    await both.process.says(/redis is up/);
    expect((await ask(browser, both.url)).status).toBe(200);
    const newer = createCookieBrowser();
    const callback = await almostSignedIn(newer, first);
    for (const [name, value] of signInCookies(newer, first)) newer.setCookie(both.url, name, value);
    await newer.go(callback.replace(first, both.url), { stay: true });
    newer.setCookie(first, sessionCookie, newer.cookie(both.url, sessionCookie) as string);
    const onlyNew = await system.start({ SESSION_KEYS: key });
    await onlyNew.process.says(/redis is up/);
    expect((await ask(newer, onlyNew.url)).status).toBe(200);
    expect((await ask(browser, onlyNew.url)).status).toBe(401);
  });

  it('leave no token in any log line, header or body', () => {
    const logs = system.bffs.map(({ process }) => process.output()).join();
    const secrets = system.provider.tokenCalls.flatMap(({ json }) =>
      [json.access_token, json.refresh_token, json.id_token].filter((token) => typeof token === 'string'),
    );
    expect(secrets.length).toBeGreaterThan(10);
    for (const secret of secrets) expect(logs).not.toContain(secret);
    for (const secret of ['web-bff-secret', 'code_verifier']) expect(logs).not.toContain(secret);
  });
});
