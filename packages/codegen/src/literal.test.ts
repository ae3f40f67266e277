import { describe, expect, it } from '@jest/globals';
import { toComment, toLiteral } from './literal.ts';

describe('toLiteral', () => {
  it('keeps what fits on one line and drops undefined', () => {
    expect(toLiteral({ a: [1, null], 'If-Match': true, b: undefined })).toBe("{ a: [1, null], 'If-Match': true }");
  });

  it('breaks what is longer than a line', () => {
    const word = 'x'.repeat(70);
    expect(toLiteral({ first: word, second: [word, word] })).toBe(
      `{\n  first: '${word}',\n  second: [\n    '${word}',\n    '${word}',\n  ],\n}`,
    );
  });

  it('writes any string so that it reads back as itself', () => {
    const texts = [
      "it's",
      '"quoted"',
      'back\\slash',
      'line\nbreak',
      '\u2028',
      ['$', '{x}'].join(''),
      '^[\\w]+$',
      "\\'",
    ];
    for (const text of texts) expect(new Function(`return ${toLiteral(text)}`)()).toBe(text);
  });

  it('writes __proto__ as an ordinary property', () => {
    const value: unknown = JSON.parse('{"__proto__": 1}');
    expect(Object.keys(new Function(`return ${toLiteral(value)}`)() as object)).toEqual(['__proto__']);
  });
});

describe('toComment', () => {
  it('cannot be ended by what it quotes', () => {
    expect(toComment(['Accepts */* types.'], 0)).toBe('/** Accepts *\\/* types. */\n');
  });

  it('is nothing where there is nothing to say', () => {
    expect(toComment([undefined, ' '], 2)).toBe('');
  });
});
