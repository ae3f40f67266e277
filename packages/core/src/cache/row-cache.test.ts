import { describe, expect, it } from '@jest/globals';
import type { Columns } from '../loaders/columns.ts';
import type { KnownValue, RowQuery } from '../loaders/row-cache.ts';
import { cacheOver, itemById, rowOf, whole, wraps } from './row-cache.fixture.ts';
import type { Store } from './store.ts';

describe.each(wraps)('createRowCache over a store that answers %s', (_when, wrap) => {
  it('gives what was kept, aligned to the keys', async () => {
    const { put, get } = cacheOver({ wrap });
    await put(['a', 'c']);
    expect(await get(['c', 'b', 'a'])).toEqual(['c', undefined, 'a']);
  });

  it('gives what has all columns wanted, and nothing that lacks one', async () => {
    const { put, get } = cacheOver({ wrap });
    const kept = async (columns: Columns) => (await get(['a'], { columns }))[0] !== undefined;
    await put(['a'], { columns: ['id', 'name'] });
    expect(await Promise.all([['id'], ['id', 'name'], ['id', 'price'], undefined].map(kept))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    await put(['a']);
    expect(await Promise.all([['id', 'price'], undefined].map(kept))).toEqual([true, true]);
  });

  it('loses nothing of other columns when it keeps some', async () => {
    const { put, get } = cacheOver({ wrap });
    const [some, others, more] = [
      ['id', 'name'],
      ['id', 'price'],
      ['id', 'name', 'size'],
    ];
    await put(['a'], { columns: more }, ['more']);
    for (const columns of [some, others, some]) await put(['a'], { columns }, [columns.join()]);
    expect(await get(['a'], { columns: more })).toEqual(['more']);
    expect(await get(['a'], { columns: some })).toEqual(['id,name']);
    expect(await get(['a'], { columns: others })).toEqual(['id,price']);
  });

  it('knows that there is nothing, whatever the columns, as long as the answer says', async () => {
    const { put, get, clock } = cacheOver({ wrap });
    await put(['none'], { columns: ['id'] }, [null]);
    expect(await get(['none'], { columns: ['id', 'name'] })).toEqual([null]);
    clock.now += 100;
    expect(await get(['none'], { columns: ['id'] })).toEqual([undefined]);
  });

  it('keeps rows, parameters and origins apart', async () => {
    const { put, begin, get, create, toQuery } = cacheOver({ wrap });
    await put(['a'], { params: '[["x",1]]' });
    const group = rowOf('listItems', { keys: 'parentIds', match: { by: 'group', column: 'parentId' } });
    expect(await get(['a'])).toEqual([undefined]);
    expect(await get(['a'], { params: '[["x",1]]', row: group })).toEqual([undefined]);
    expect(await get(['a'], { params: '[["x",1]]', row: rowOf('listItems') })).toEqual(['a']);
    const elsewhere = await create('http://elsewhere').read(toQuery(['a'], { params: '[["x",1]]' }));
    expect([elsewhere.known, (await begin(['a'])).known]).toEqual([[undefined], [undefined]]);
  });

  it('gives nothing that has expired, and keeps nothing that may not be kept', async () => {
    const { put, get, clock, freshFor } = cacheOver({ wrap });
    await put(['a'], {}, ['a'], freshFor(50));
    await put(['b'], {}, ['b'], freshFor(0));
    await put(['c'], {}, ['c'], freshFor(50, false));
    clock.now += 49;
    expect(await get(['a', 'b', 'c'])).toEqual(['a', undefined, undefined]);
    clock.now += 1;
    expect(await get(['a'])).toEqual([undefined]);
  });

  it('forgets a key, or all keys, with every set of parameters and columns', async () => {
    const { cache, put, get } = cacheOver({ wrap });
    const abouts: Partial<RowQuery>[] = [{}, { params: '[["x",1]]' }, { columns: ['id'] }];
    const all = () => Promise.all(abouts.map((about) => get(['a', 'b'], about)));
    for (const about of abouts) await put(['a', 'b'], about);
    await cache.forget([{ row: itemById, keys: ['a'] }]);
    expect(await all()).toEqual(abouts.map(() => [undefined, 'b']));
    await cache.forget([{ row: itemById }]);
    expect(await all()).toEqual(abouts.map(() => [undefined, undefined]));
  });

  it('has rows without keys, too', async () => {
    const { cache, put, get } = cacheOver({ wrap });
    await put([''], { row: whole }, ['answer']);
    expect(await get([''], { row: whole })).toEqual(['answer']);
    await cache.forget([{ row: whole }]);
    expect(await get([''], { row: whole })).toEqual([undefined]);
  });

  it('keeps nothing of what was asked for before a change', async () => {
    const { cache, begin, get, freshFor } = cacheOver({ wrap });
    const { keep } = await begin(['a', 'b']);
    await cache.forget([{ row: itemById, keys: ['a'] }]);
    keep?.(['a', 'b'], ['old', 'b'], freshFor(100));
    expect(await get(['a', 'b'])).toEqual([undefined, 'b']);
  });
});

describe('createRowCache', () => {
  it('names the keys that changed, or the whole row, and every URL of its operation', async () => {
    const { cache, touched } = cacheOver();
    await cache.forget([
      { row: itemById, keys: ['a', 1] },
      { row: whole, keys: [''] },
    ]);
    expect(touched).toEqual([
      ['url:s.listItems', 'row:s.listItems:a', 'row:s.listItems:1', 'url:s.search', 'row:s.search'],
    ]);
  });

  it('has nothing to forget of rows that are not public', () => {
    const { cache, touched } = cacheOver();
    expect(cache.forget([{ row: rowOf('mine', { audience: 'principal' }), keys: ['a'] }])).toBeUndefined();
    expect([cache.forget([]), touched]).toEqual([undefined, []]);
  });

  it('keeps nothing where the store cannot say what has changed', async () => {
    const write = () => {
      throw new Error('Nothing may be written.');
    };
    const read: Store<KnownValue>['read'] = (wanted) => ({ values: wanted.map(() => undefined), versions: undefined });
    const { begin } = cacheOver({ wrap: () => ({ read, write }) });
    expect(await begin(['a'])).toEqual({ known: [undefined] });
  });

  it('gives nothing that has expired, even where the store still has it', async () => {
    const { put, get, clock } = cacheOver({
      wrap: (store) => ({
        ...store,
        write: (entries, versions) =>
          store.write(
            entries.map((entry) => ({ ...entry, ttlMs: 1_000 })),
            versions,
          ),
      }),
    });
    await put(['a']);
    clock.now += 100;
    expect(await get(['a'])).toEqual([undefined]);
  });

  it('looks at no more than three places for a key, whatever was asked before', async () => {
    const sizes: number[] = [];
    const { begin } = cacheOver({
      wrap: (store) => ({
        ...store,
        read: (wanted) => {
          sizes.push(wanted.length);
          return store.read(wanted);
        },
      }),
    });
    for (let count = 30; count > 0; count -= 1) {
      await begin(['a', 'b'], { columns: Array.from({ length: count }, (_, index) => `c${index}`) });
    }
    expect(Math.max(...sizes)).toBe(6);
  });
});
