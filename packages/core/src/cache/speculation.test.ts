import { describe, expect, it } from '@jest/globals';
import type { ExecutionArgs, ExecutionResult } from 'graphql';
import type { SpeculationEvent } from '../events.ts';
import type { AskedLevel, ResolverContext } from '../loaders/loaders.ts';
import type { ExecutionReport } from '../operation/execute.ts';
import { levelOf, rowOf } from './speculation.fixture.ts';
import { createSpeculation, type SpeculationOptions } from './speculation.ts';

const products = rowOf('products');
const sellers = rowOf('sellers');
const ratings = rowOf('ratings');

interface Execution {
  /** What is asked for in the first turn, and later. */
  readonly first?: readonly AskedLevel[];
  readonly later?: readonly AskedLevel[];
  readonly plan?: object;
  readonly variables?: object;
  readonly subject?: string;
  readonly scopes?: readonly string[];
  readonly isPublic?: boolean;
  readonly errors?: readonly unknown[];
  /** Runs while guesses are under way. */
  readonly meanwhile?: (guesses: AbortSignal | undefined, caller: AbortController) => void;
}

const planOf = (operation: string) => ({ operation: { operation } });
const query = planOf('query');

function speculating(options: Partial<SpeculationOptions> = {}) {
  const events: SpeculationEvent[] = [];
  const speculation = createSpeculation({
    events: { speculation: (event) => void events.push(event) },
    isStruggling: () => false,
    ...options,
  });
  const endCalls = (count: number) => {
    for (let index = 0; index < count; index += 1) speculation.onCall();
  };

  /** Executes; what was guessed, as `row keys`. */
  async function run(execution: Execution = {}) {
    const {
      first = [levelOf(products, ['p'])],
      later = [],
      plan = query,
      subject,
      scopes = [],
      isPublic = true,
    } = execution;
    let hear: (level: AskedLevel) => void = () => undefined;
    const guessed: AskedLevel[] = [];
    let signal: AbortSignal | undefined;
    const caller = new AbortController();
    const context = {
      signal: caller.signal,
      get principal() {
        if (isPublic) throw new Error('the caller was looked at');
        return subject === undefined ? null : { subject, scopes };
      },
      loaders: {
        watch: (given: typeof hear) => {
          hear = given;
        },
        prefetch: (levels: readonly AskedLevel[], given: AbortSignal) => {
          guessed.push(...levels);
          signal = given;
        },
      },
    } as unknown as ResolverContext;
    const execute = speculation.around((args): Promise<ExecutionResult> => {
      const report = { operationName: 'Test', compiled: true, isPublic, plan } as unknown as ExecutionReport;
      speculation.onExecute(report, args);
      first.forEach(hear);
      return Promise.resolve().then(() => {
        later.forEach(hear);
        execution.meanwhile?.(signal, caller);
        return { data: {}, ...(execution.errors === undefined ? {} : { errors: execution.errors }) } as ExecutionResult;
      });
    });
    await execute({ contextValue: context, variableValues: execution.variables } as unknown as ExecutionArgs);
    return { guessed: guessed.map(({ row, keys }) => `${row.operation.operationId} ${keys}`), signal };
  }
  return { run, events, endCalls };
}
const chain = [levelOf(sellers, ['s1', 's2']), levelOf(ratings, ['r1', 'r2'])];
const guessedChain = ['sellers s1,s2', 'ratings r1,r2'];

describe('createSpeculation', () => {
  it('has nothing to guess the first time, and all that depended on an answer the second', async () => {
    const { run, events } = speculating();
    expect((await run({ later: chain })).guessed).toEqual([]);
    expect((await run({ later: chain })).guessed).toEqual(guessedChain);
    expect(events).toEqual([
      expect.objectContaining({ operationName: 'Test', started: 2, used: 2, wasted: 0, further: 0, extraKeys: 0 }),
    ]);
  });

  it('guesses what the last run asked for, not what it was guessed to', async () => {
    const { run, events } = speculating();
    await run({ later: chain });
    await run({ later: [levelOf(sellers, ['s2', 's3'])] });
    expect(events).toEqual([expect.objectContaining({ started: 2, used: 1, wasted: 1, further: 1, extraKeys: 1 })]);
    expect(await run({ later: chain })).toMatchObject({ guessed: [] });
  });

  it('ends the guesses with the run', async () => {
    const { run } = speculating();
    await run({ later: chain });
    const seen: (boolean | undefined)[] = [];
    const { signal } = await run({ later: chain, meanwhile: (guesses) => seen.push(guesses?.aborted) });
    expect([...seen, signal?.aborted]).toEqual([false, true]);
  });

  it('ends the guesses when the caller leaves, with the reason, and finds none of them wasted', async () => {
    const { run, events } = speculating();
    await run({ later: chain });
    const { signal } = await run({ errors: [{}], meanwhile: (_guesses, caller) => caller.abort('left') });
    expect([signal?.reason, events]).toEqual(['left', []]);
    expect((await run({ later: chain })).guessed).toEqual(guessedChain);
  });

  it('takes nothing from an answer with errors', async () => {
    const { run } = speculating();
    for (let count = 0; count < 30; count += 1) await run({ later: chain });
    await run({ errors: [{}], later: [levelOf(sellers, ['else'])] });
    expect((await run({ later: chain })).guessed).toEqual(guessedChain);
  });

  it('keeps apart operations, variables and, where anything is personal, callers', async () => {
    const { run } = speculating();
    const other = planOf('query');
    const runs: Execution[] = [
      {},
      { plan: other },
      { variables: { id: 1 } },
      { variables: { id: 2 } },
      { isPublic: false, subject: 'ann' },
      { isPublic: false, subject: 'ann', scopes: ['read'] },
      { isPublic: false, subject: 'ann', scopes: ['read', 'write'] },
      { isPublic: false, subject: 'bob' },
      { isPublic: false },
    ];
    for (const [index, each] of runs.entries()) {
      const later = [levelOf(sellers, [`s${index}`])];
      expect((await run({ ...each, later })).guessed).toEqual([]);
    }
    for (const [index, each] of runs.entries()) {
      const later = [levelOf(sellers, [`s${index}`])];
      expect((await run({ ...each, later })).guessed).toEqual([`sellers s${index}`]);
    }
  });

  it('leaves mutations and subscriptions alone', async () => {
    const { run } = speculating();
    for (const operation of ['mutation', 'subscription']) {
      const plan = planOf(operation);
      await run({ plan, later: chain });
      expect((await run({ plan, later: chain })).guessed).toEqual([]);
    }
  });

  it('asks nothing of a service that struggles', async () => {
    const { run } = speculating({ isStruggling: (service) => service === 'sellers-service' });
    await run({ later: chain });
    expect((await run({ later: chain })).guessed).toEqual(['ratings r1,r2']);
  });

  it('stops for an operation whose guesses are wrong, and for that one only', async () => {
    const { run, endCalls } = speculating();
    const steady = planOf('query');
    const guesses = { changing: 0, steady: 0 };
    for (let count = 0; count < 200; count += 1) {
      endCalls(20);
      const changing = [levelOf(sellers, [`s${count}`])];
      guesses.changing += (await run({ later: changing })).guessed.length;
      guesses.steady += (await run({ plan: steady, later: chain })).guessed.length;
    }
    expect(guesses.changing).toBeLessThan(10);
    expect(guesses.steady).toBe(199 * 2);
  });

  it('stops for all where a tenth of all calls is wasted', async () => {
    const { run, events } = speculating();
    const plans = Array.from({ length: 500 }, () => planOf('query'));
    for (const plan of plans) await run({ plan, later: chain });
    for (const plan of plans) await run({ plan, later: [levelOf(sellers, ['other'])] });
    const wasted = events.reduce((sum, event) => sum + event.wasted, 0);
    expect(wasted).toBeGreaterThan(0);
    expect(wasted).toBeLessThan(15);
  });

  it('forgets the operation longest unused', async () => {
    const { run } = speculating({ maxOperations: 2 });
    for (const id of [1, 2, 3]) await run({ variables: { id }, later: chain });
    const guessed = [];
    for (const id of [3, 2, 1]) guessed.push((await run({ variables: { id }, later: chain })).guessed.length);
    expect(guessed).toEqual([2, 2, 0]);
  });

  it('stays within its bytes', async () => {
    const { run } = speculating({ maxBytes: 20_000 });
    const keys = Array.from({ length: 100 }, (_, index) => `some-longer-key-${index}`);
    for (let id = 0; id < 10; id += 1) await run({ variables: { id }, later: [levelOf(sellers, keys)] });
    let known = 0;
    for (let id = 9; id >= 0; id -= 1) known += (await run({ variables: { id }, later: [] })).guessed.length;
    expect(known).toBeGreaterThan(0);
    expect(known).toBeLessThan(4);
  });

  it.each([
    ['too long', { text: 'x'.repeat(3_000) }],
    ['more deeply nested than can be written', Array.from({ length: 50_000 }).reduce((inner) => [inner]) as object],
  ])('does without where variables are %s', async (_how, variables) => {
    const { run } = speculating();
    await run({ variables, later: chain });
    expect((await run({ variables, later: chain })).guessed).toEqual([]);
  });

  it('gives a result that is there at once as it is', () => {
    const { around, onExecute } = createSpeculation({
      events: { speculation: () => undefined },
      isStruggling: () => false,
    });
    const result = { data: {} };
    const loaders = { watch: () => undefined };
    const execute = around((args) => {
      onExecute({ operationName: null, compiled: true, isPublic: true, plan: query } as never, args);
      return result;
    });
    expect(execute({ contextValue: { loaders } } as never)).toBe(result);
  });
});
