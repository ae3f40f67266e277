import { describe, expect, it } from '@jest/globals';
import type { DocumentMemory } from './automatic-documents.ts';
import { byHash, inUrl, startGate, toId, trusted, trustedId } from './gate.fixture.ts';

const text = '{ greet }';
const hash = toId(text);

function createMemory(isSlow = false): DocumentMemory & { readonly texts: Map<string, string> } {
  const texts = new Map<string, string>();
  const get = (name: string) => texts.get(name);
  return { texts, get: isSlow ? async (name) => get(name) : get, set: (name, of) => void texts.set(name, of) };
}

describe('automatic persisted queries', () => {
  it.each([false, true])('are asked for once, then known by their hash; memory far away: %s', async (isSlow) => {
    const memory = createMemory(isSlow);
    const { ask } = await startGate({ mode: 'off', memory });
    const missing = {
      errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
    };
    expect(await ask({ extensions: byHash(hash) })).toEqual({ status: 200, ...missing });
    expect(await ask({ query: text, extensions: byHash(hash) })).toEqual({ status: 200, asked: { query: text } });
    expect(await ask({ extensions: byHash(hash), variables: {} })).toEqual({
      status: 200,
      asked: { query: text, variables: {} },
    });
    const inParameters = inUrl({ extensions: JSON.stringify(byHash(hash)) });
    expect(await ask(inParameters)).toEqual({ status: 200, asked: { query: text } });
  });

  it.each([
    ['application/json', '*/*'],
    ['application/graphql-response+json', 'application/graphql-response+json, application/json;q=0.9'],
  ])('says what is missing as %s, for nobody to keep', async (mediaType, accept) => {
    const { url } = await startGate({ mode: 'off', memory: createMemory() });
    const response = await fetch(url + inUrl({ extensions: JSON.stringify(byHash(hash)) }), { headers: { accept } });
    expect(response.headers.get('cache-control')).toBe('private, no-cache');
    expect(response.headers.get('content-type')).toBe(`${mediaType}; charset=utf-8`);
  });

  it.each<[string, unknown]>([
    ['of another text', { query: text, extensions: byHash(toId('{ a }')) }],
    ['in capitals', { query: text, extensions: byHash(hash.toUpperCase()) }],
    ['of a text that is none', { query: [text], extensions: byHash(hash) }],
  ])('keep nothing by a hash %s', async (_, sent) => {
    const memory = createMemory();
    const { ask } = await startGate({ mode: 'off', memory });
    expect(await ask(sent)).toEqual({ status: 400, code: 'BAD_REQUEST' });
    expect(memory.texts.size).toBe(0);
  });

  it('answer a long text, and do not keep it', async () => {
    const memory = createMemory();
    const { ask } = await startGate({ mode: 'off', memory });
    const long = `${text}${' '.repeat(10_000)}`;
    expect(await ask({ query: long, extensions: byHash(toId(long)) })).toEqual({ status: 200, asked: { query: long } });
    expect(memory.texts.size).toBe(0);
  });

  it('are measured as what they are, and leave trusted documents alone', async () => {
    const memory = createMemory();
    const { ask, reported } = await startGate({ mode: 'log', memory });
    await ask({ query: text, extensions: byHash(hash) });
    await ask({ query: trusted, extensions: byHash(trustedId) });
    expect(reported).toEqual(['PERSISTED_QUERY_ONLY']);
    expect([...memory.texts.keys()]).toEqual([hash]);
  });

  it('are none where only trusted documents are answered', async () => {
    const memory = createMemory();
    const { ask } = await startGate({ mode: 'enforce', memory });
    memory.set(hash, text);
    expect(await ask({ extensions: byHash(hash) })).toEqual({ status: 400, code: 'PERSISTED_QUERY_NOT_FOUND' });
    const registering = { query: text, extensions: byHash(hash) };
    expect(await ask(registering)).toEqual({ status: 400, code: 'PERSISTED_QUERY_ONLY' });
    expect(memory.texts.size).toBe(1);
  });
});
