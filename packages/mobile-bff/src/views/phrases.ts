/** The words of our own that screens show, by language; names and descriptions are the catalog's. */
import { english } from './phrases/english.ts';
import { french } from './phrases/french.ts';
import { german } from './phrases/german.ts';
import type { Phrases } from './phrases/phrasebook.ts';
import { spanish } from './phrases/spanish.ts';

export type { Countable, DeclineReason, FieldName, Phrases } from './phrases/phrasebook.ts';

const phrasesByLanguage = new Map([
  ['en', english],
  ['de', german],
  ['fr', french],
  ['es', spanish],
]);

/** The phrases of a locale's language; English where there are none. */
export function phrasesOf(locale: string): Phrases {
  return phrasesByLanguage.get(locale.split('-', 1)[0] as string) ?? english;
}
