import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { createDocumentStore } from './document-store.ts';

const padded = (index: number) => `{ a } # ${index} ${'x'.repeat(90_000)}`;

describe('createDocumentStore', () => {
  it('gives back what it keeps, and nothing for what it does not', async () => {
    const store = createDocumentStore(1_000_000);
    const document = parse('{ a }');
    await store.set('{ a }', document);
    expect(await store.get('{ a }')).toBe(document);
    await store.delete('{ a }');
    expect(await store.get('{ a }')).toBeUndefined();
  });

  it('counts the text of documents, whatever little they ask', async () => {
    const store = createDocumentStore(1_000_000);
    for (let index = 0; index < 20; index += 1) await store.set(padded(index), parse(padded(index)));
    const kept = await Promise.all(Array.from({ length: 20 }, (_, index) => store.get(padded(index))));
    expect(kept.filter((document) => document !== undefined)).toHaveLength(2);
    expect(kept.at(-1)).toBeDefined();
  });

  it('counts what is asked for, whatever short the text', async () => {
    const store = createDocumentStore(1_000_000);
    const many = (index: number) => `{ a${' b'.repeat(300)} c${index} }`;
    for (let index = 0; index < 20; index += 1) await store.set(many(index), parse(many(index)));
    expect(await store.get(many(0))).toBeUndefined();
    expect(await store.get(many(19))).toBeDefined();
  });
});
