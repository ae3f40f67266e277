import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createAvailability } from './availability.ts';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

/** Over pings that the test answers; `heard` are the changes. */
function watched() {
  const pings: PromiseWithResolvers<void>[] = [];
  const ping = () => {
    const asked = Promise.withResolvers<void>();
    pings.push(asked);
    return asked.promise;
  };
  const availability = createAvailability({ ping, timeoutMs: 50, toDelayMs: (count) => 100 * 2 ** count });
  const heard: unknown[] = [];
  availability.onChange((state, reason) => heard.push(reason === undefined ? state : [state, reason.message]));
  const answer = async (afterMs: number) => {
    await jest.advanceTimersByTimeAsync(afterMs);
    pings.at(-1)?.resolve();
    await jest.advanceTimersByTimeAsync(0);
  };
  return { availability, heard, pings, answer };
}

describe('createAvailability', () => {
  it('is down until connected, and tells each change once', () => {
    const { availability, heard } = watched();
    expect(availability.state()).toBe('down');
    for (let turn = 0; turn < 3; turn += 1) availability.lose(new Error('refused'));
    availability.connect();
    expect(availability.state()).toBe('up');
    for (let turn = 0; turn < 3; turn += 1) availability.lose(new Error('closed'));
    expect(heard).toEqual([['down', 'refused'], 'up', ['down', 'closed']]);
  });

  it('is down after a late answer until a ping is answered in time, asking less and less often', async () => {
    const { availability, heard, pings, answer } = watched();
    availability.connect();
    availability.slow(new Error('late'));
    expect(availability.state()).toBe('down');
    await answer(60);
    await jest.advanceTimersByTimeAsync(99);
    expect(pings).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(1);
    await answer(60);
    await jest.advanceTimersByTimeAsync(199);
    expect(pings).toHaveLength(2);
    await jest.advanceTimersByTimeAsync(1);
    await answer(50);
    expect(heard).toEqual(['up', ['down', 'late'], 'up']);
  });

  it('asks again where a ping fails', async () => {
    const { availability, pings, answer } = watched();
    availability.connect();
    availability.slow(new Error('late'));
    pings[0]?.reject(new Error('queue is full'));
    await jest.advanceTimersByTimeAsync(100);
    await answer(0);
    expect(availability.state()).toBe('up');
  });

  it('leaves it to the connection when that is lost meanwhile', async () => {
    const { availability, heard, answer } = watched();
    availability.connect();
    availability.slow(new Error('late'));
    availability.lose(new Error('closed'));
    await answer(0);
    expect(availability.state()).toBe('down');
    availability.connect();
    expect(heard).toEqual(['up', ['down', 'late'], 'up']);
  });

  it('has one ping under way, however many answers are late, and none once closed', async () => {
    const { availability, pings, answer } = watched();
    availability.connect();
    for (let turn = 0; turn < 3; turn += 1) availability.slow(new Error('late'));
    expect(pings).toHaveLength(1);
    await answer(60);
    availability.close();
    availability.connect();
    expect([availability.state(), jest.getTimerCount()]).toEqual(['down', 0]);
  });
});
