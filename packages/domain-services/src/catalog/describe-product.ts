// Writes a product's description from its category's sentences.
import type { Random } from '../seeding/random.ts';
import type { CategoryAssortment, Department } from './assortment/assortment.ts';

const properWords = new Set(['USB-C', 'Bluetooth', 'French', 'New', 'Tritan', 'Kids’']);

const lowerWord = (word: string) => (properWords.has(word) || /^[A-Z\d]{2}/.test(word) ? word : word.toLowerCase());
const lowerType = (type: string) => type.split(' ').map(lowerWord).join(' ');

function lowerStart(value: string): string {
  const [first = '', ...rest] = value.split(' ');
  return [lowerWord(first), ...rest].join(' ');
}

export interface ProductWords {
  readonly series: string;
  readonly type: string;
  /** Values by the attribute's name. */
  readonly attributes: Readonly<Record<string, string>>;
}

function fill(sentence: string, { series, type, attributes }: ProductWords): string {
  const startsWithVowel = /^[aeiou]/i.test(type) && !type.startsWith('USB');
  return sentence
    .replace(/\b([Aa]) \{type\}/g, startsWithVowel ? '$1n {type}' : '$1 {type}')
    .replaceAll('{type}', lowerType(type))
    .replaceAll('{series}', series)
    .replace(/\{([^}]+)\}/g, (placeholder, name: string, offset: number) => {
      const value = attributes[name];
      if (value === undefined) throw new Error(`No attribute ${placeholder} for: ${sentence}`);
      return offset === 0 ? value : lowerStart(value);
    });
}

/** Four sentences: what it is, three things about it, and what the shop promises. */
export function describeProduct(
  random: Random,
  department: Department,
  assortment: CategoryAssortment,
  words: ProductWords,
): string {
  const [first = '', second = '', third = ''] = random
    .sample(assortment.details, 3)
    .map((sentence) => fill(sentence, words));
  const opening = fill(random.pick(assortment.openings), words);
  return `${opening} ${first.replace(/\.$/, ';')} ${lowerStart(second)} ${third} ${random.pick(department.closings)}`;
}
