// How text is compared in a search: without case, accents and punctuation, the same on every database.

/** Lower case without accents, words apart by single blanks. */
export function toSearchText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%_\\.,'’&-]+/gu, ' ')
    .replace(/’/g, "'")
    .trim();
}

/** The different words of a query, without the punctuation around them. */
export function toSearchWords(query: string): string[] {
  const words = toSearchText(query)
    .split(' ')
    .map((word) => word.replace(/^[.,'&-]+|[.,'&-]+$/g, ''));
  return [...new Set(words)].filter((word) => word !== '');
}

/** A pattern for `like … escape '\'` that finds the word anywhere, its own wildcards taken literally. */
export function toPattern(word: string): string {
  return `%${word.replace(/[\\%_]/g, (wildcard) => `\\${wildcard}`)}%`;
}
