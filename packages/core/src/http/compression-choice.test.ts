import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createChooseEncoding, encodings } from './compression-choice.ts';

describe('createChooseEncoding', () => {
  const choose = createChooseEncoding();

  it.each([
    // What browsers, HTTP clients and proxies send.
    ['gzip, deflate, br, zstd', 'zstd'],
    ['gzip, deflate, br', 'gzip'],
    ['br, gzip, deflate', 'gzip'],
    ['gzip', 'gzip'],
    ['br', 'br'],
    ['zstd', 'zstd'],
    ['GZIP', 'gzip'],
    // Weights.
    ['br;q=1.0, gzip;q=0.8, zstd;q=0.1', 'br'],
    ['gzip;q=0.5, br ; q=0.7', 'br'],
    ['zstd;q=0, gzip', 'gzip'],
    ['identity, gzip;q=0.5', undefined],
    ['identity;q=0.5, gzip;q=0.4, br;q=0.6', 'br'],
    ['gzip;q=0', undefined],
    ['gzip;q=nonsense', undefined],
    // Any.
    ['*', 'gzip'],
    ['br, *;q=0.1', 'br'],
    ['br;q=0.1, *', 'gzip'],
    ['gzip;q=0, *', undefined],
    ['*;q=0', undefined],
    // None, or none that is known.
    [undefined, undefined],
    ['', undefined],
    ['identity', undefined],
    ['deflate, compress', undefined],
    ['brotli', undefined],
    [',;=,;q', undefined],
  ])('has for %j %j', (accepted, encoding) => {
    expect(choose(accepted).encoding).toBe(encoding);
  });

  it.each(['gzip, identity;q=0', 'gzip, *;q=0', 'br, *;q=0.000', 'gzip, * ; q=0, br'])(
    'tells that %j refuses the bytes as they are',
    (accepted) => expect(choose(accepted).isOptional).toBe(false),
  );

  it.each([undefined, '', 'gzip', '*', 'gzip, *;q=0.1', 'gzip, *;q=0, identity', 'gzip, identity;q=0.001'])(
    'tells that %j takes the bytes as they are',
    (accepted) => expect(choose(accepted).isOptional).toBe(true),
  );

  it('chooses nothing that was refused, and the same again, whatever comes', () => {
    const weight = fc.constantFrom('', ';q=0', ';q=0.3', '; q=1', ';q=0.000');
    const coding = fc.constantFrom(...encodings, 'identity', '*', 'deflate');
    const part = fc.tuple(coding, weight);
    const header = fc.uniqueArray(part, { selector: ([name]) => name, maxLength: 6 });
    fc.assert(
      fc.property(header, (parts) => {
        const accepted = parts.map(([name, q]) => name + q).join(', ');
        const { encoding } = choose(accepted);
        expect(choose(accepted)).toEqual(createChooseEncoding()(accepted));
        if (encoding === undefined) return;
        const weights = new Map(parts);
        expect(weights.get(encoding) ?? weights.get('*')).toMatch(/^$|0\.3|1/);
      }),
    );
  });

  it('takes any number of different headers, however long', () => {
    for (let index = 0; index < 1_000; index += 1) expect(choose(`gzip, x${index}`).encoding).toBe('gzip');
    expect(choose(`${'x,'.repeat(1_000)}br`).encoding).toBe('br');
  });
});
