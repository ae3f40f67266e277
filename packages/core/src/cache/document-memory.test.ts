import { describe, expect, it } from '@jest/globals';
import { createDocumentMemory, documentCodec } from './document-memory.ts';
import { createMemoryStores } from './memory-store.ts';
import type { Store } from './store.ts';

/** As one in Redis: every answer comes later. */
function afar(store: Store<string>): Store<string> {
  return { ...store, read: async (wanted) => store.read(wanted) };
}

describe('createDocumentMemory', () => {
  it.each([false, true])('gives a text as long as it is kept; far away: %s', async (isFar) => {
    let time = 0;
    const store = createMemoryStores({ maxBytes: 1_000_000, now: () => time }).create('document', documentCodec);
    const memory = createDocumentMemory(isFar ? afar(store) : store);
    expect(await memory.get('a')).toBeUndefined();
    memory.set('a', '{ a }');
    await Promise.resolve();
    expect(await memory.get('a')).toBe('{ a }');
    time = 24 * 60 * 60 * 1_000;
    expect(await memory.get('a')).toBeUndefined();
  });

  it('is bounded', async () => {
    const store = createMemoryStores({ maxBytes: 100_000 }).create('document', documentCodec);
    const memory = createDocumentMemory(store);
    for (let count = 0; count < 100; count += 1) memory.set(`${count}`, 'x'.repeat(2_000));
    expect(await memory.get('0')).toBeUndefined();
    expect(await memory.get('99')).toHaveLength(2_000);
  });

  it('brings texts back as they were', () => {
    const text = '{ greet(name: "Ä\u{1F600}") }';
    expect(documentCodec.decode(Buffer.from(documentCodec.encode(text)))).toBe(text);
  });
});
