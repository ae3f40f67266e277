import cookie from '@fastify/cookie';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import Fastify, { type FastifyInstance } from 'fastify';
import { createSeal } from './session-seal.ts';
import { createSignInCookies, type SignIn } from './sign-in-cookies.ts';

const minuteMs = 60_000;
const text = (length: number) => 'x'.repeat(length);
const signIn = (state: string, returnTo = '/'): SignIn => ({ state, nonce: text(43), verifier: text(43), returnTo });

/** What a browser keeps, by name. */
type Jar = Map<string, string>;

describe('createSignInCookies', () => {
  let app: FastifyInstance;
  let time: number;
  let next: SignIn;

  beforeEach(async () => {
    time = Date.now();
    const signIns = createSignInCookies(createSeal(), () => time);
    app = Fastify({ logger: false });
    await app.register(cookie);
    app.get('/keep', (request, reply) => {
      signIns.keep(request, reply, next);
      return reply.send({});
    });
    app.get('/find/:state', async (request) => {
      return { found: signIns.find(request, (request.params as { state: string }).state) };
    });
    app.get('/forget/:state', (request, reply) => {
      signIns.forget(reply, (request.params as { state: string }).state);
      return reply.send({});
    });
  });
  afterEach(() => app.close());

  async function visit(jar: Jar, url: string) {
    const header = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await app.inject({ url, headers: header === '' ? {} : { cookie: header } });
    for (const { name, value, maxAge } of answer.cookies) maxAge === 0 ? jar.delete(name) : jar.set(name, value);
    return answer;
  }

  async function keep(jar: Jar, given: SignIn) {
    next = given;
    const answer = await visit(jar, '/keep');
    expect(answer.statusCode).toBe(200);
    return answer;
  }

  async function find(jar: Jar, state: string): Promise<SignIn | undefined> {
    return (await visit(jar, `/find/${state}`)).json().found;
  }

  it('finds each by its state, with the path that it was begun for', async () => {
    const jar: Jar = new Map();
    await keep(jar, signIn('one', '/one'));
    await keep(jar, signIn('other', '/other'));
    expect(await find(jar, 'one')).toMatchObject(signIn('one', '/one'));
    expect(await find(jar, 'other')).toMatchObject(signIn('other', '/other'));
    expect(await find(jar, 'another')).toBeUndefined();
  });

  it('keeps what no page can read, for this host alone, for ten minutes', async () => {
    const { cookies } = await keep(new Map(), signIn('one'));
    expect(cookies).toEqual([
      expect.objectContaining({ path: '/', httpOnly: true, secure: true, sameSite: 'Lax', maxAge: 600 }),
    ]);
    expect(cookies[0]).toMatchObject({ name: expect.stringMatching(/^__Host-facet-sign-in-[\w-]{16}$/) });
    expect(cookies[0]).not.toHaveProperty('domain');
  });

  it('forgets one and no other', async () => {
    const jar: Jar = new Map();
    await keep(jar, signIn('one'));
    await keep(jar, signIn('other'));
    await visit(jar, '/forget/one');
    expect([await find(jar, 'one'), await find(jar, 'other')]).toEqual([undefined, expect.anything()]);
  });

  it('gives up the oldest of more than four, and never fills the headers', async () => {
    const jar: Jar = new Map();
    const states = ['a', 'b', 'c', 'd', 'e', 'f'];
    for (const state of states) {
      await keep(jar, signIn(state.repeat(43), `/${text(999)}`));
      time += 1;
    }
    const found = await Promise.all(states.map((state) => find(jar, state.repeat(43))));
    expect(found.map((each) => each?.state[0])).toEqual([undefined, undefined, 'c', 'd', 'e', 'f']);
    const sent = [...jar].map(([name, value]) => `${name}=${value}`);
    for (const each of sent) expect(each.length).toBeLessThan(4_096);
    expect(sent.join('; ').length).toBeLessThan(7_000);
  });

  it('knows none that is ten minutes old, and one of its age under no other name', async () => {
    const jar: Jar = new Map();
    await keep(jar, signIn('one'));
    await keep(jar, signIn('other'));
    const [[name] = [], [, value] = []] = [...jar];
    expect(await find(new Map([[String(name), String(value)]]), 'one')).toBeUndefined();
    time += 10 * minuteMs - 1;
    expect(await find(jar, 'one')).toBeDefined();
    time += 1;
    expect(await find(jar, 'one')).toBeUndefined();
  });

  it('takes whatever else is sent for nothing', async () => {
    const mine: Jar = new Map();
    await keep(mine, signIn('mine'));
    const [[name, value] = ['', '']] = [...mine];
    const part = fc.oneof(
      fc.constantFrom('__Host-facet-sign-in-', name, value, '=', ';', '%', '%zz', '"', '__proto__', 'constructor', 'é'),
      fc.string({ maxLength: 60 }),
    );
    const garbage = fc.array(part, { maxLength: 30 }).map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(garbage, async (header) => {
        const headers = { cookie: header };
        next = signIn('next');
        expect((await app.inject({ url: '/keep', headers })).statusCode).toBe(200);
        const found = await app.inject({ url: '/find/other', headers });
        expect([found.statusCode, found.json()]).toEqual([200, {}]);
      }),
    );
  });

  it('leaves hundreds of cookies of the same kind alone, where they are not its own', async () => {
    const jar: Jar = new Map(Array.from({ length: 300 }, (_, at) => [`__Host-facet-sign-in-${at}`, text(30)]));
    const { cookies } = await keep(jar, signIn('one'));
    expect(cookies).toHaveLength(1);
    expect(await find(jar, 'one')).toMatchObject(signIn('one'));
  });
});
