import { describe, expect, it } from '@jest/globals';
import { createRestartPolicy } from './restart-policy.ts';

function policyWithClock() {
  const clock = { now: 0 };
  const policy = createRestartPolicy(() => clock.now);
  const die = (hadListened: boolean, afterMs = 0) => {
    clock.now += afterMs;
    return policy.afterDeath({ hadListened });
  };
  return { die };
}

describe('createRestartPolicy', () => {
  it('replaces a worker at once', () => {
    expect(policyWithClock().die(true)).toBe(0);
  });

  it('waits longer each time while workers go on dying, at most 5 s', () => {
    const { die } = policyWithClock();
    const waits = Array.from({ length: 10 }, () => die(true));
    expect(waits).toEqual([0, 100, 200, 400, 800, 1_600, 3_200, 5_000, 5_000, 5_000]);
  });

  it('forgets deaths after 30 s', () => {
    const { die } = policyWithClock();
    expect([die(true), die(true), die(true, 30_000)]).toEqual([0, 100, 0]);
  });

  it('gives up after 5 starts in a row that failed within 30 s', () => {
    const { die } = policyWithClock();
    const waits = Array.from({ length: 5 }, () => die(false, 1_000));
    expect(waits).toEqual([0, 100, 200, 400, undefined]);
  });

  it('goes on while starts fail more seldom than that', () => {
    const { die } = policyWithClock();
    for (let count = 0; count < 20; count++) expect(die(false, 7_500)).toBeDefined();
  });

  it('counts failed starts anew after one that listened', () => {
    const { die } = policyWithClock();
    for (let count = 0; count < 4; count++) die(false);
    expect(die(true)).toBeDefined();
    for (let count = 0; count < 4; count++) expect(die(false)).toBeDefined();
    expect(die(false)).toBeUndefined();
  });
});
