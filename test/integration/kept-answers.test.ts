/** Whole answers of public operations are kept as long as they hold, and never given to anybody they are not for. */
import { startIdentityProvider } from '@facet/dev-env';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { manyTurns, until } from '../support/echo-bff.ts';
import { fakeDateOnly } from '../support/fake-date.ts';
import { type Received, type Shelf, type ShelfBff, startShelf, startShelfBff } from '../support/shelf-bff.ts';

type Provider = Awaited<ReturnType<typeof startIdentityProvider>>;

let provider: Provider;
let [ann, ben] = ['', ''];
beforeAll(async () => {
  provider = await startIdentityProvider({ port: 0 });
  ann = `Bearer ${await provider.token('acc-001')}`;
  ben = `Bearer ${await provider.token('acc-002')}`;
});
afterAll(() => provider.close());

let shelf: Shelf;
let bff: ShelfBff;
beforeEach(async () => {
  fakeDateOnly();
  shelf = await startShelf();
  bff = await startShelfBff(shelf, provider.issuer);
});
afterEach(async () => {
  await bff.close();
  await shelf.close();
  jest.useRealTimers();
});

function passSeconds(seconds: number): void {
  jest.setSystemTime(Date.now() + seconds * 1_000);
}

const greeting = '{ book(id: "a") { title greeting } }';
const withAuthor = '{ book(id: "a") { title greeting author { name } } }';
const etagOf = ({ headers }: Received) => headers.etag ?? '';
const cachingOf = ({ status, headers }: Received) => [status, headers['cache-control'], headers.etag !== undefined];

describe('a public operation by GET', () => {
  it('is answered without execution as long as the answer holds, and executed afterwards', async () => {
    const first = await bff.get(greeting);
    expect(shelf.takeCalls()).toEqual(['GET /books?ids=a']);
    passSeconds(50);
    const second = await bff.get(greeting);
    expect([second.text, etagOf(second), bff.executions(), shelf.takeCalls()]).toEqual([
      first.text,
      etagOf(first),
      1,
      [],
    ]);
    shelf.titles.set('a', 'Mansfield Park');
    passSeconds(11);
    const third = await bff.get(greeting);
    expect(third.text).toContain('Mansfield Park');
    expect([bff.executions(), shelf.takeCalls()]).toEqual([2, ['GET /books?ids=a (if-none-match)']]);
  });

  it('says how long it holds: the least of hints and services, less what has passed', async () => {
    const secondsOf = ({ headers }: Received) =>
      Number(/^public, max-age=(\d+)$/.exec(headers['cache-control'] ?? '')?.[1]);
    expect(secondsOf(await bff.get(greeting))).toBeGreaterThan(57);
    expect(secondsOf(await bff.get(withAuthor))).toBeLessThanOrEqual(30);
    passSeconds(20);
    expect(secondsOf(await bff.get(withAuthor))).toBeLessThanOrEqual(10);
    shelf.says.books = 'public, max-age=5';
    expect(secondsOf(await bff.get('{ book(id: "b") { title } }'))).toBeLessThanOrEqual(5);
  });

  it('varies by all that can decide', async () => {
    const vary = 'accept, accept-encoding, accept-language, apollographql-client-name, apollographql-client-version';
    const answers = [await bff.get(greeting), await bff.post(greeting), await bff.get('{ nothing }')];
    expect(answers.map(({ headers }) => headers.vary?.toLowerCase())).toEqual(Array(3).fill(`origin, ${vary}`));
  });

  it('is 304, with the same headers and no body, for who has the answer', async () => {
    const first = await bff.get(greeting);
    for (const condition of [etagOf(first), etagOf(first).slice(2), `"x,y", ${etagOf(first)}`, '*']) {
      const second = await bff.get(greeting, { 'if-none-match': condition });
      expect([second.status, second.text, etagOf(second)]).toEqual([304, '', etagOf(first)]);
      expect(second.headers['cache-control']).toMatch(/^public, max-age=\d+$/);
      expect(second.headers.vary).toBe(first.headers.vary);
    }
    expect((await bff.get(greeting, { 'if-none-match': '"x"' })).status).toBe(200);
    expect([bff.executions(), shelf.takeCalls()]).toEqual([1, ['GET /books?ids=a']]);
  });

  it('has one answer for everybody, and one for each language', async () => {
    const english = await bff.get(greeting, { authorization: ann });
    expect((await bff.get(greeting, { authorization: ben })).text).toBe(english.text);
    expect(bff.executions()).toBe(1);
    const german = await bff.get(greeting, { 'accept-language': 'de' });
    expect([german.text, bff.executions()]).toEqual([english.text.replace('en-GB', 'de-DE'), 2]);
    expect(etagOf(german)).not.toBe(etagOf(english));
    expect((await bff.get(greeting, { 'accept-language': 'de', 'if-none-match': etagOf(english) })).status).toBe(200);
  });

  it('may be kept by nobody where a service says so, or says nothing that allows it', async () => {
    for (const said of ['no-store', 'private, max-age=60']) {
      shelf.says.books = said;
      passSeconds(3_600);
      expect(cachingOf(await bff.get(greeting))).toEqual([200, 'no-store', false]);
      await bff.get(greeting);
      expect(shelf.takeCalls().filter((made) => made.startsWith('GET /books?ids=a'))).toHaveLength(2);
    }
  });
});

describe('an answer that no longer holds', () => {
  beforeEach(() => {
    shelf.says.books = 'public, max-age=0';
    shelf.says.authors = 'no-cache';
  });

  it('is given again without execution when all services say that nothing changed', async () => {
    const first = await bff.get(withAuthor);
    expect(cachingOf(first)).toEqual([200, 'public, max-age=0, must-revalidate', true]);
    shelf.takeCalls();
    const conditional = ['GET /books?ids=a (if-none-match)', 'GET /authors?ids=x (if-none-match)'];
    const second = await bff.get(withAuthor, { 'if-none-match': etagOf(first) });
    expect([second.status, second.text, shelf.takeCalls()]).toEqual([304, '', conditional]);
    const third = await bff.get(withAuthor);
    expect([third.text, shelf.takeCalls(), bff.executions()]).toEqual([first.text, conditional, 1]);
  });

  it('is executed again when one changed', async () => {
    const first = await bff.get(withAuthor);
    shelf.titles.set('a', 'Lady Susan');
    const second = await bff.get(withAuthor, { 'if-none-match': etagOf(first) });
    expect([second.status, bff.executions()]).toEqual([200, 2]);
    expect(second.text).toContain('Lady Susan');
  });

  it('is executed again when one cannot say', async () => {
    const first = await bff.get(withAuthor);
    shelf.isBroken = true;
    const second = await bff.get(withAuthor, { 'if-none-match': etagOf(first) });
    expect(cachingOf(second)).toEqual([200, 'no-store', false]);
    expect(JSON.parse(second.text)).toMatchObject({ data: { book: { title: 'Emma', author: null } } });
    shelf.isBroken = false;
    shelf.hasValidators.books = false;
    expect((await bff.get(withAuthor, { 'if-none-match': etagOf(first) })).status).toBe(304);
    expect(shelf.takeCalls().slice(-2)).toEqual([
      'GET /authors?ids=x (if-none-match)',
      'GET /authors?ids=x (if-none-match)',
    ]);
  });

  it('is asked about once for all who ask meanwhile', async () => {
    const first = await bff.get(withAuthor);
    shelf.takeCalls();
    const release = shelf.hold();
    const asked = Promise.all(Array.from({ length: 100 }, () => bff.get(withAuthor)));
    await until(() => shelf.authors.calls.length > 0);
    await manyTurns();
    release();
    expect(new Set((await asked).map(({ text }) => text))).toEqual(new Set([first.text]));
    expect(shelf.takeCalls()).toHaveLength(2);
  });
});

describe('an answer without a hint', () => {
  it('is asked about every time, and given without execution', async () => {
    const query = '{ slow { title } books { items { greeting } } }';
    const first = await bff.get(query);
    expect(cachingOf(first)).toEqual([200, 'public, max-age=0, must-revalidate', true]);
    const executions = bff.executions();
    shelf.takeCalls();
    expect((await bff.get(query, { 'if-none-match': etagOf(first) })).status).toBe(304);
    expect([bff.executions() - executions, shelf.takeCalls()]).toEqual([0, []]);
  });
});

describe('what nobody may keep', () => {
  it.each([
    ['an error', '{ nothing }'],
    ['a mutation', 'mutation { rename(id: "a", title: "x") }'],
    ['an operation of the caller', '{ mine { title greeting } }'],
    ['a public row by the key of the caller', '{ callers { title greeting } }'],
    ['a public row by the key of the app', '{ apps { title greeting } }'],
    ['public and own things together', '{ book(id: "a") { title } mine { title } }'],
  ])('is %s', async (_what, query) => {
    for (const method of ['get', 'post'] as const) {
      for (const authorization of [ann, ben, ann]) {
        const { headers } = await bff[method](query, { authorization });
        expect([headers['cache-control'], headers.etag]).toEqual(['no-store', undefined]);
      }
    }
  });

  it('is an answer with an error in it, which is executed again', async () => {
    shelf.isBroken = true;
    expect(cachingOf(await bff.get(withAuthor))).toEqual([200, 'no-store', false]);
    shelf.isBroken = false;
    const whole = await bff.get(withAuthor);
    expect(JSON.parse(whole.text)).toEqual({
      data: { book: expect.objectContaining({ author: { name: 'Author x' } }) },
    });
  });

  it('is an answer by POST, which the BFF itself keeps', async () => {
    expect(cachingOf(await bff.post(greeting))).toEqual([200, 'no-store', false]);
    const second = await bff.post(greeting, { 'if-none-match': '*' });
    expect([...cachingOf(second), bff.executions()]).toEqual([200, 'no-store', false, 1]);
  });

  it('is a persisted query that nobody knows', async () => {
    const { headers, text } = await bff.get('', {});
    expect([headers['cache-control'], text]).toEqual(['no-store', expect.stringContaining('errors')]);
  });

  it('is never what one person got, for another', async () => {
    for (const query of ['{ mine { id } }', '{ callers { id } }']) {
      const answers = [];
      for (const authorization of [ann, ben, ann, ben]) answers.push((await bff.get(query, { authorization })).text);
      const [field] = /\w+/.exec(query) ?? [];
      expect(answers.map((text) => JSON.parse(text).data[field ?? ''].id)).toEqual([
        'acc-001',
        'acc-002',
        'acc-001',
        'acc-002',
      ]);
    }
  });

  it('is anything where the cache is off', async () => {
    const off = await startShelfBff(shelf, provider.issuer, { cache: false });
    expect(cachingOf(await off.get(greeting))).toEqual([200, 'no-store', false]);
    expect(cachingOf(await off.get(greeting))).toEqual([200, 'no-store', false]);
    expect(shelf.takeCalls()).toEqual(Array(2).fill('GET /books?ids=a'));
    await off.close();
  });
});

describe('a change', () => {
  it('ends the answers that are made of what it changes, before it is answered', async () => {
    const author = '{ book(id: "b") { author { name } } }';
    await bff.get(greeting);
    await bff.get(author);
    shelf.takeCalls();
    await bff.post('mutation { rename(id: "a", title: "Persuasion") }', { authorization: ann });
    expect((await bff.get(greeting)).text).toContain('Persuasion');
    expect([bff.executions(), shelf.takeCalls()]).toEqual([2, ['PUT /books/a', 'GET /books?ids=a']]);
  });
});

describe('a thousand requests', () => {
  it('for an operation that nobody asked before are one execution and one call', async () => {
    const answers = await Promise.all(Array.from({ length: 1_000 }, () => bff.get(greeting)));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect([bff.executions(), shelf.takeCalls()]).toEqual([1, ['GET /books?ids=a']]);
  });

  it('for an answer that has just ended are one execution and one call', async () => {
    await bff.get(greeting);
    shelf.takeCalls();
    shelf.titles.set('a', 'Sanditon');
    passSeconds(61);
    const answers = await Promise.all(Array.from({ length: 1_000 }, () => bff.get(greeting)));
    expect(new Set(answers.map(({ text }) => text))).toEqual(
      new Set(['{"data":{"book":{"title":"Sanditon","greeting":"en-GB: Sanditon"}}}']),
    );
    expect([bff.executions(), shelf.takeCalls()]).toEqual([2, ['GET /books?ids=a (if-none-match)']]);
  });
});
