import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AskedLevel } from '../loaders/loaders.ts';
import { levelOf, rowOf } from './speculation.fixture.ts';
import { isAsBefore, sizeOfMemory, toMemory, toOutcome, toRightOutcome } from './speculation-memory.ts';

const a = rowOf('a');
const b = rowOf('b');
const single = rowOf('single', { takesList: false, maxKeys: 1, match: { by: 'call' } });
const post = { operation: { ...a.operation, method: 'POST' as const }, maxKeys: 1_000 };
const numbered = (count: number) => Array.from({ length: count }, (_, index) => `k${index}`);
const guessesOf = (later: readonly AskedLevel[], first: readonly AskedLevel[] = []) =>
  toMemory({ first, later }).guesses.map(({ row, keys, params, callCount }) => [
    row.operation.operationId,
    `${keys}`,
    params,
    callCount,
  ]);

describe('toMemory', () => {
  it('makes one guess of all keys of a row and its parameters', () => {
    const later = [
      levelOf(a, ['1', '2']),
      levelOf(b, ['9']),
      levelOf(a, ['2', '3']),
      levelOf(a, ['4'], { params: { q: 1 } }),
    ];
    expect(guessesOf(later)).toEqual([
      ['a', '1,2,3', {}, 1],
      ['a', '4', { q: 1 }, 1],
      ['b', '9', {}, 1],
    ]);
  });

  it('leaves out what the first turn asks for anyway', () => {
    expect(guessesOf([levelOf(a, ['1', '2']), levelOf(b, ['1'])], [levelOf(a, ['2']), levelOf(b, ['1'])])).toEqual([
      ['a', '1', {}, 1],
    ]);
  });

  it('guesses the columns of all levels, and all columns where levels differ', () => {
    const columns = ['x'];
    const columnsOf = (...given: (readonly string[] | undefined)[]) =>
      toMemory({ first: [], later: given.map((each) => levelOf(a, ['1'], { columns: each })) }).guesses[0]?.columns;
    expect([columnsOf(columns), columnsOf(columns, columns), columnsOf(columns, ['y'])]).toEqual([
      columns,
      columns,
      undefined,
    ]);
  });

  it.each<[string, AskedLevel]>([
    ['is read by another method than GET', levelOf(rowOf('a', { method: 'POST' }), ['1'])],
    ['has more than 1,000 keys', levelOf(rowOf('a', { maxKeys: 10_000 }), numbered(1_001))],
    ['takes more than one round of calls', levelOf(single, numbered(11))],
    ['has more keys than one GET takes where there is a POST for them', levelOf(rowOf('a', { post }), numbered(51))],
    [
      'has longer keys than one URL takes where there is a POST for them',
      levelOf(rowOf('a', { post }), ['x'.repeat(700)]),
    ],
    ['has no keys', levelOf(a, [])],
  ])('never guesses what %s', (_what, level) => {
    expect(guessesOf([level])).toEqual([]);
  });

  it('counts the calls of a guess', () => {
    const whole = rowOf('whole', { match: { by: 'call' } });
    const { keys: _none, ...keyless } = whole;
    const later = [levelOf(a, numbered(51)), levelOf(single, numbered(3)), levelOf(keyless, [''])];
    expect(guessesOf(later).map(([, , , callCount]) => callCount)).toEqual([2, 3, 1]);
  });
});

describe('isAsBefore', () => {
  it('tells the same levels from others', () => {
    const columns = ['x'];
    const later = [levelOf(a, ['1', '2'], { params: { q: ['x'] }, columns })];
    const memory = toMemory({ first: [], later });
    const same = levelOf(a, ['1', '2'], { params: { q: ['x'] }, columns });
    expect(isAsBefore(memory, [same])).toBe(true);
    const others: AskedLevel[][] = [
      [],
      [same, same],
      [{ ...same, keys: ['1'] }],
      [{ ...same, keys: ['2', '1'] }],
      [{ ...same, params: { q: ['y'] } }],
      [{ ...same, columns: ['x'] }],
      [{ ...same, row: b }],
    ];
    expect(others.map((levels) => isAsBefore(memory, levels))).toEqual(others.map(() => false));
  });
});

describe('toOutcome', () => {
  const { guesses } = toMemory({ first: [], later: [levelOf(a, ['1', '2']), levelOf(single, ['7', '8', '9'])] });
  const outcomeOf = (...later: AskedLevel[]) => toOutcome(guesses, { first: [], later });

  it('finds everything used where everything was asked for, in whatever levels', () => {
    const asked = [levelOf(single, ['9', '8']), levelOf(a, ['2']), levelOf(single, ['7']), levelOf(a, ['1'])];
    expect(outcomeOf(...asked)).toEqual(toRightOutcome(guesses));
    expect(toRightOutcome(guesses)).toEqual({ started: 4, used: 4, wasted: 0, further: 0, extraKeys: 0 });
  });

  it('finds a call wasted of which nothing was asked for', () => {
    expect(outcomeOf()).toMatchObject({ started: 4, used: 0, wasted: 4, further: 0 });
    expect(outcomeOf(levelOf(a, ['5']), levelOf(b, ['1']), levelOf(a, ['1'], { params: { q: 1 } }))).toMatchObject({
      used: 0,
      wasted: 4,
      further: 0,
    });
  });

  it('finds each key wasted that had a call of its own', () => {
    expect(outcomeOf(levelOf(single, ['7', '5']))).toMatchObject({ used: 1, wasted: 3, further: 0, extraKeys: 0 });
  });

  it('counts extra keys, and the further call for a missing one', () => {
    expect(outcomeOf(levelOf(a, ['1']))).toMatchObject({ used: 1, wasted: 3, further: 0, extraKeys: 1 });
    expect(outcomeOf(levelOf(a, ['1', '3']))).toMatchObject({ used: 1, wasted: 3, further: 1, extraKeys: 1 });
  });

  it('adds up, whatever was guessed and whatever was asked for', () => {
    const level = fc
      .record({ row: fc.constantFrom(a, b, single), keys: fc.uniqueArray(fc.constantFrom('1', '2', '3', '4')) })
      .map(({ row, keys }) => levelOf(row, keys));
    fc.assert(
      fc.property(fc.array(level), fc.array(level), (before, later) => {
        const memory = toMemory({ first: [], later: before });
        const { started, used, wasted } = toOutcome(memory.guesses, { first: [], later });
        expect([used + wasted, used >= 0, wasted >= 0]).toEqual([started, true, true]);
        const right = toOutcome(memory.guesses, { first: [], later: before });
        expect(right).toEqual(toRightOutcome(memory.guesses));
        if (isAsBefore(memory, later)) expect(toOutcome(memory.guesses, { first: [], later })).toEqual(right);
      }),
    );
  });
});

describe('sizeOfMemory', () => {
  it('grows with the keys and their length', () => {
    const sizeOf = (keys: readonly string[]) => sizeOfMemory(toMemory({ first: [], later: [levelOf(a, keys)] }));
    expect(sizeOf(numbered(100)) - sizeOf(numbered(10))).toBeGreaterThan(90 * 20);
    expect(sizeOf(['x'.repeat(1_000)]) - sizeOf(['x'])).toBeGreaterThan(999);
  });
});
