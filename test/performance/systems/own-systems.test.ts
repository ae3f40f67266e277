import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask, type GraphqlAnswer } from '../ask.ts';
import { selections } from '../scenarios/posts.ts';
import { startUpstream } from '../upstream/start-upstream.ts';
import type { Upstream } from '../upstream/upstream.ts';
import { type RunningSystem, startSystem } from './start-system.ts';
import type { QueryName } from './system.ts';
import { systems } from './systems.ts';

const queryNames = Object.keys(selections) as QueryName[];
const started = new Map<string, RunningSystem>();
let upstream: Upstream;

beforeAll(async () => {
  upstream = await startUpstream({ nginx: undefined, core: 0 });
  for (const system of systems.filter(({ packages }) => packages === undefined)) {
    started.set(system.name, await startSystem(system, upstream.origin, [0]));
  }
});
afterAll(async () => {
  for (const running of started.values()) await running.stop();
  await upstream.close();
});

function answerOf(name: string, query: QueryName): Promise<GraphqlAnswer> {
  return ask((started.get(name) as RunningSystem).urlOf(query), { query: selections[query] });
}

describe('the systems of this repository', () => {
  it('are the floor and Facet, with and without coalescing', () => {
    expect([...started.keys()]).toEqual(['floor', 'facet', 'facet-coalesce']);
  });

  it.each(queryNames)('answer %s alike', async (query) => {
    const right = await answerOf('floor', query);
    expect(right.data).toBeDefined();
    for (const name of ['facet', 'facet-coalesce']) expect(await answerOf(name, query)).toEqual(right);
  });

  it('make the same REST calls', async () => {
    const callsOf = async (name: string) => {
      const { calls } = await upstream.counters();
      await answerOf(name, 'posts-with-users');
      return (await upstream.counters()).calls - calls;
    };
    expect([await callsOf('floor'), await callsOf('facet')]).toEqual([2, 2]);
  });
});
