import { describe, expect, it } from '@jest/globals';
import { parseOptions } from './options.ts';

const systems = ['floor', 'facet'];

describe('parseOptions', () => {
  it('runs everything by default', () => {
    expect(parseOptions([], systems)).toMatchObject({
      only: ['posts', 'operations', 'caching', 'growth'],
      systems: undefined,
      match: undefined,
      pace: { seconds: 2, warmupSeconds: 3, rounds: 3, connections: 100 },
    });
  });

  it('takes what pnpm passes on', () => {
    expect(
      parseOptions(['--', '--only=posts', '--systems=facet, floor', '--seconds=1', '--match=titles'], systems),
    ).toMatchObject({
      only: ['posts'],
      systems: ['facet', 'floor'],
      match: 'titles',
      pace: { seconds: 1, warmupSeconds: 3, rounds: 3, connections: 100 },
    });
  });

  it.each([
    ['--only=post', "--only: no 'post'; there are posts, operations, caching, growth."],
    ['--systems=appollo', "--systems: no 'appollo'; there are floor, facet."],
    ['--seconds=0.5', "--seconds: must be a whole number above 0, received '0.5'."],
    ['--second=1', "Unknown option '--second'"],
  ])('refuses %s', (argument, message) => {
    expect(() => parseOptions([argument], systems)).toThrow(message);
  });
});
