import { describe, expect, it } from '@jest/globals';
import { phrasesOf } from './phrases.ts';

const texts = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [value('7', '4242')];
  return Object.values(value as object).flatMap(texts);
};

describe('phrasesOf', () => {
  it.each(['en', 'de', 'fr', 'es'])('has words for everything in %s', (locale) => {
    expect(texts(phrasesOf(locale)).filter((text) => text.trim() === '')).toEqual([]);
  });

  it.each(['de', 'fr', 'es'])('tells every outcome in %s in words of its own', (locale) => {
    const english = new Set(texts(phrasesOf('en')).filter((text) => text.includes(' ')));
    expect(texts(phrasesOf(locale)).filter((text) => english.has(text))).toEqual([]);
  });

  it('speaks English where it does not know the language', () => {
    expect(phrasesOf('tlh-KL')).toBe(phrasesOf('en'));
  });
});
