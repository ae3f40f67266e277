import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Call, CallOptions } from '../client/call.ts';
import { operation } from '../client/operation.ts';
import type { Freshness } from '../context/freshness.ts';
import type { RequestContext } from '../context/request-context.ts';
import { FacetError } from '../errors/facet-error.ts';
import type { BatchEvent } from '../events.ts';
import { type AskedLevel, createLoaders } from './loaders.ts';
import { row } from './row.ts';

interface Item {
  readonly id: string;
  readonly columns: string;
}
interface Input {
  readonly ids: readonly string[];
  readonly fields?: readonly string[];
}
type Spec = {
  parameters: { query?: { ids?: string[]; fields?: string[] }; path?: never };
  responses: { 200: { content: { 'application/json': { items: Item[] } } } };
};
const list = { in: 'query', style: 'form', explode: false } as const;
const listItems = operation<Spec>({
  service: 's',
  operationId: 'listItems',
  method: 'GET',
  path: '/',
  parameters: { ids: { ...list, list: { maxItems: 50 } }, fields: { ...list, list: {} } },
  fields: 'fields',
});
const itemById = row(listItems, { keys: 'ids', matchBy: 'id', audience: 'public' });

const guessOf = (keys: readonly string[], columns?: readonly string[]): AskedLevel => ({
  row: itemById,
  keys,
  params: {},
  columns,
});
const freshnessOf = ({ ids }: Input): Freshness => ({
  isStorable: true,
  freshUntil: 0,
  sources: [{ service: 's', operationId: 'listItems', origin: '', path: `${ids}` }],
});
const never = new AbortController().signal;

/** Answers in the next turn at the earliest; keys that begin with `no` have no item. */
function loadersOver(
  answer: (input: Input, calls: number, isGuess: boolean) => Promise<unknown> | unknown = () => undefined,
) {
  const made: Input[] = [];
  const heard: string[] = [];
  const events: BatchEvent[] = [];
  const request = { signal: new AbortController().signal, requestId: 'r1' };
  const context = {
    ...request,
    freshness: { add: ({ sources }: Freshness) => void heard.push(sources[0]?.path ?? '') },
  } as unknown as RequestContext;
  const call = (async (_operation: unknown, input: Input, options: CallOptions) => {
    made.push(input);
    const ended = Promise.withResolvers<never>();
    options.context.signal.addEventListener('abort', () => ended.reject(options.context.signal.reason));
    await Promise.race([answer(input, made.length, options.context !== context), ended.promise]);
    options.context.freshness?.add(freshnessOf(input));
    const found = input.ids.filter((id) => !id.startsWith('no'));
    return { items: found.map((id) => ({ id, columns: `${input.fields ?? 'all'}` })) };
  }) as unknown as Call;
  const loaders = createLoaders(call, context, { batch: (event) => void events.push(event) });
  return { made, heard, events, loaders };
}
const turn = () => new Promise(setImmediate);
const idsOf = (inputs: readonly Input[]) => inputs.map(({ ids }) => `${ids}`);

describe('prefetch', () => {
  it('asks for all keys in one call, which later levels find under way', async () => {
    const { made, events, loaders } = loadersOver(turn);
    loaders.prefetch([guessOf(['c', 'a', 'b'])], never);
    await Promise.resolve();
    const values = await loaders.loadLevel(itemById, ['a', 'b'], {});
    expect(values.map((value) => (value as Item).id)).toEqual(['a', 'b']);
    expect(loaders.loadLevel(itemById, ['c'], {})).toEqual([expect.objectContaining({ id: 'c' })]);
    expect(idsOf(made)).toEqual(['a,b,c']);
    expect(events).toEqual([expect.objectContaining({ keys: 3, calls: 1, levels: 0 })]);
  });

  it('leaves what the turn has asked for to a call of its own, and does not repeat its keys', async () => {
    const { made, loaders } = loadersOver();
    const asked = loaders.loadLevel(itemById, ['a', 'x'], {});
    loaders.prefetch([guessOf(['a', 'b'])], never);
    await asked;
    await turn();
    expect(idsOf(made)).toEqual(['a,x', 'b']);
  });

  it('asks once more for a key that was not foreseen', async () => {
    const { made, loaders } = loadersOver(turn);
    loaders.prefetch([guessOf(['a', 'b'])], never);
    await turn();
    expect(await loaders.loadLevel(itemById, ['b', 'n', 'no'], {})).toEqual([
      expect.objectContaining({ id: 'b' }),
      expect.objectContaining({ id: 'n' }),
      null,
    ]);
    expect(idsOf(made)).toEqual(['a,b', 'n,no']);
  });

  it('asks again for columns that were not foreseen', async () => {
    const { made, loaders } = loadersOver();
    loaders.prefetch([guessOf(['a'], ['x'])], never);
    await turn();
    expect(await loaders.loadLevel(itemById, ['a'], {}, ['y'])).toEqual([{ id: 'a', columns: 'id,x,y' }]);
    expect(made).toHaveLength(2);
  });

  it('is no failure of those who ask: they ask again, together', async () => {
    const held = Promise.withResolvers<void>();
    const { made, loaders } = loadersOver(async (_input, calls) => {
      if (calls > 1) return;
      await held.promise;
      throw new FacetError('UPSTREAM_UNAVAILABLE');
    });
    loaders.prefetch([guessOf(['a', 'b', 'c'])], never);
    await turn();
    const waiting = [loaders.loadLevel(itemById, ['a'], {}), loaders.loadLevel(itemById, ['b'], {})];
    await turn();
    held.resolve();
    expect((await Promise.all(waiting)).flat()).toEqual([
      expect.objectContaining({ id: 'a' }),
      expect.objectContaining({ id: 'b' }),
    ]);
    expect(await loaders.loadLevel(itemById, ['c'], {})).toEqual([expect.objectContaining({ id: 'c' })]);
    expect(idsOf(made)).toEqual(['a,b,c', 'a,b', 'c']);
  });

  it('fails those who ask when the service fails them, too, once', async () => {
    const { made, loaders } = loadersOver(() => {
      throw new FacetError('UPSTREAM_TIMEOUT');
    });
    loaders.prefetch([guessOf(['a'])], never);
    await turn();
    expect(await loaders.loadLevel(itemById, ['a'], {})).toEqual([
      expect.objectContaining({ code: 'UPSTREAM_TIMEOUT' }),
    ]);
    expect(loaders.loadLevel(itemById, ['a'], {})).toEqual([expect.objectContaining({ code: 'UPSTREAM_TIMEOUT' })]);
    expect(made).toHaveLength(2);
  });

  it('ends with its signal; whoever asks afterwards asks again', async () => {
    const { made, loaders } = loadersOver((_input, calls) => (calls === 1 ? new Promise(() => undefined) : undefined));
    const ending = new AbortController();
    loaders.prefetch([guessOf(['a'])], ending.signal);
    await turn();
    const waiting = loaders.loadLevel(itemById, ['a'], {});
    await turn();
    ending.abort(new FacetError('CANCELED'));
    expect(await waiting).toEqual([expect.objectContaining({ id: 'a' })]);
    expect(made).toHaveLength(2);
  });

  it('is part of what the answer is made of only once it was asked for', async () => {
    const { heard, loaders } = loadersOver();
    loaders.prefetch([guessOf(['a', 'b']), { ...guessOf(['c']), params: { q: 1 } }], never);
    await turn();
    expect(heard).toEqual([]);
    await loaders.loadLevel(itemById, ['a'], {});
    await loaders.loadLevel(itemById, ['b'], {});
    expect(heard).toEqual(['a,b']);
  });

  it('changes no value, whatever was guessed and whichever calls fail', async () => {
    const key = fc.constantFrom('a', 'b', 'c', 'no1', 'poison');
    const columns = fc.option(fc.constantFrom(['x'], ['y']), { nil: undefined });
    const guess = fc.record({ keys: fc.uniqueArray(key, { minLength: 1 }), columns });
    const level = fc.record({ keys: fc.uniqueArray(key, { minLength: 1 }), columns, turns: fc.nat(4) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(guess, { maxLength: 3 }),
        fc.array(level, { maxLength: 6 }),
        fc.option(fc.nat(3), { nil: undefined }),
        fc.boolean(),
        fc.scheduler(),
        async (guesses, levels, endsAfter, isFlaky, scheduler) => {
          const { loaders } = loadersOver(async ({ ids }, _calls, isGuess) => {
            await scheduler.schedule(Promise.resolve());
            if (ids.includes('poison')) throw new FacetError('BAD_USER_INPUT');
            if (isFlaky && isGuess) throw new FacetError('UPSTREAM_UNAVAILABLE');
          });
          const ending = new AbortController();
          loaders.prefetch(
            guesses.map(({ keys, columns }) => guessOf(keys, columns)),
            ending.signal,
          );
          const outcomes = levels.map(async ({ keys, columns, turns }) => {
            for (let count = 0; count < turns; count += 1) await turn();
            const values = await loaders.loadLevel(itemById, keys, {}, columns);
            for (const [index, id] of keys.entries()) expect(values[index]).toEqual(expected(id, columns));
          });
          const ended = (async () => {
            for (let count = 0; count < (endsAfter ?? 0); count += 1) await turn();
            if (endsAfter !== undefined) ending.abort(new FacetError('CANCELED'));
          })();
          await scheduler.waitFor(Promise.all([...outcomes, ended]));
        },
      ),
    );
  });
});

function expected(id: string, columns: readonly string[] | undefined) {
  if (id === 'poison') return expect.objectContaining({ code: 'BAD_USER_INPUT' });
  if (id.startsWith('no')) return null;
  const read = columns === undefined ? 'all' : `(all|.*${columns[0]}.*)`;
  return { id, columns: expect.stringMatching(new RegExp(`^${read}$`)) };
}
