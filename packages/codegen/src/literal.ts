/** Writes plain data as TypeScript source, laid out as the project's formatter would. */
import { isIdentifier } from './names.ts';

const MAX_COLUMNS = 120;

/**
 * TypeScript source of a JSON-like value; properties that are `undefined` are left out.
 * @param column where on its line the value starts, so that what fits stays on one line
 */
export function toLiteral(value: unknown, indent = 0, column = indent): string {
  const flat = toFlatLiteral(value);
  if (column + flat.length < MAX_COLUMNS || typeof value !== 'object' || value === null) return flat;
  const inner = ' '.repeat(indent + 2);
  const lines = Array.isArray(value)
    ? value.map((item) => `${inner}${toLiteral(item, indent + 2)},\n`)
    : entriesOf(value).map(([key, item]) => {
        const start = `${inner}${toKey(key)}: `;
        return `${start}${toLiteral(item, indent + 2, start.length)},\n`;
      });
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return `${open}\n${lines.join('')}${' '.repeat(indent)}${close}`;
}

/** A JSDoc comment, or nothing where there is nothing to say. */
export function toComment(paragraphs: readonly (string | undefined)[], indent: number): string {
  const lines = paragraphs.flatMap((paragraph) => (paragraph?.trim() ? paragraph.trim().split(/\r?\n/) : []));
  if (lines.length === 0) return '';
  const safe = lines.map((line) => line.trimEnd().replaceAll('*/', '*\\/'));
  const margin = ' '.repeat(indent);
  if (safe.length === 1) return `${margin}/** ${safe[0]} */\n`;
  return `${margin}/**\n${safe.map((line) => `${margin} * ${line}`.trimEnd()).join('\n')}\n${margin} */\n`;
}

/** A string in single quotes; JSON's escapes are TypeScript's. */
export function toQuoted(text: string): string {
  const body = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"');
  return `'${body.replaceAll("'", "\\'").replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}'`;
}

function toFlatLiteral(value: unknown): string {
  if (typeof value === 'string') return toQuoted(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(toFlatLiteral).join(', ')}]`;
  const entries = entriesOf(value);
  if (entries.length === 0) return '{}';
  return `{ ${entries.map(([key, item]) => `${toKey(key)}: ${toFlatLiteral(item)}`).join(', ')} }`;
}

const entriesOf = (value: object) => Object.entries(value).filter(([, item]) => item !== undefined);

// `__proto__: x` in source would set the prototype; a computed key is an ordinary property.
const toKey = (key: string) => (key === '__proto__' ? "['__proto__']" : isIdentifier(key) ? key : toQuoted(key));
