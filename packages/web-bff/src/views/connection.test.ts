import { describe, expect, it } from '@jest/globals';
import { fromPageArgs, fromParentPageArgs, hasNextPage, toEndCursor, toStartCursor } from './connection.ts';

const page = { items: [{ id: 'a-1' }, { id: 'a-2' }], next: 'a-2', total: 5 };

describe('connection', () => {
  it('has the ids of its first and last item as its cursors', () => {
    expect([toStartCursor(page), toEndCursor(page), hasNextPage(page)]).toEqual(['a-1', 'a-2', true]);
  });

  it('has no cursors and no next page when it is empty', () => {
    const empty = { items: [], next: null };
    expect([toStartCursor(empty), toEndCursor(empty), hasNextPage(empty)]).toEqual([null, null, false]);
  });
});

describe('fromPageArgs', () => {
  it('passes size and cursor on', () => {
    expect(fromPageArgs({ first: 100, after: 'a-2' }, 100)).toEqual({ limit: 100, after: 'a-2' });
    expect(fromParentPageArgs({ first: 1 })).toEqual({ limit: 1, after: undefined });
  });

  it.each([0, -1, 21])('refuses a size of %i and names the bound', (first) => {
    expect(() => fromParentPageArgs({ first })).toThrow(
      expect.objectContaining({
        code: 'BAD_USER_INPUT',
        message: `Argument first is from 1 to 20 here, received ${first}. Page with after to get more.`,
        details: { argument: 'first', maximum: 20 },
      }),
    );
  });

  it.each(['', '???', 'a b', 'A-1', 'x'.repeat(201)])('refuses %j as a cursor', (after) => {
    expect(() => fromPageArgs({ first: 1, after }, 20)).toThrow('Argument after takes the cursor of an edge');
  });
});
