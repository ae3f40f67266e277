import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { toReturnPath } from './sign-in-return.ts';

const origin = 'https://shop.example';

describe('toReturnPath', () => {
  it.each([
    [undefined, '/'],
    ['/', '/'],
    ['/orders?page=2#last', '/orders?page=2#last'],
    ['/a/../b', '/b'],
    ['/search?q=https://elsewhere.example', '/search?q=https://elsewhere.example'],
  ])('goes from %j to %s', (given, expected) => {
    expect(toReturnPath(given, origin)).toBe(expected);
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    '\\/evil.example',
    '/./\\evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    ' //evil.example',
    'https://evil.example',
    'https:evil.example',
    'javascript:alert(1)',
    'orders',
    '',
    `/${'a'.repeat(1_000)}`,
    `/${'ä'.repeat(200)}`,
    ['/orders'],
    7,
  ])('refuses %j', (given) => {
    expect(() => toReturnPath(given, origin)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  });

  it('never leads away from the origin', () => {
    const part = fc.oneof(
      fc.constantFrom('/', '\\', '.', '..', '//', '%2f', '%5c', '@', ':', 'evil.example', '\t'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        let path: string;
        try {
          path = toReturnPath(`/${parts.join('')}`, origin);
        } catch {
          return;
        }
        expect(path.startsWith('/')).toBe(true);
        expect(new URL(path, origin).origin).toBe(origin);
      }),
      { numRuns: 1_000 },
    );
  });
});
