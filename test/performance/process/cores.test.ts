import { describe, expect, it } from '@jest/globals';
import { planCores } from './cores.ts';

describe('planCores', () => {
  it('gives the system a core of its own where there are two', () => {
    const cores = planCores(2);

    expect({ ...cores, system: cores.system() }).toEqual({ system: [0], upstream: 1, load: 1 });
  });

  it('parts upstream and load where there are more, and spreads workers over the rest', () => {
    const cores = planCores(4);

    expect({ ...cores, system: cores.system(2) }).toEqual({ system: [0, 1], upstream: 3, load: 2 });
  });

  it('lets workers share what is left for the system', () => {
    expect(planCores(2).system(4)).toEqual([0]);
  });

  it('puts everything on the only core', () => {
    const cores = planCores(1);

    expect({ ...cores, system: cores.system() }).toEqual({ system: [0], upstream: 0, load: 0 });
  });
});
