import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createPatientSend } from './patient-send.ts';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

/** A Redis that answers while it is well. */
function sending() {
  const redis = { isWell: true, sentCount: 0 };
  const send = createPatientSend(async () => {
    redis.sentCount += 1;
    if (!redis.isWell) throw new Error('Redis is down.');
    return 'OK';
  });
  return { redis, send: () => send(['PING']) };
}

describe('createPatientSend', () => {
  it('sends again until it is answered', async () => {
    const { redis, send } = sending();
    redis.isWell = false;
    const answer = send();
    await jest.advanceTimersByTimeAsync(400);
    redis.isWell = true;
    await jest.advanceTimersByTimeAsync(20);
    expect(await answer).toBe('OK');
  });

  it('gives up after half a second, and then at once, until something is answered', async () => {
    const { redis, send } = sending();
    redis.isWell = false;
    const failed = expect(send()).rejects.toThrow('Redis is down.');
    await jest.advanceTimersByTimeAsync(500);
    await failed;
    redis.sentCount = 0;
    await expect(send()).rejects.toThrow('Redis is down.');
    expect(redis.sentCount).toBe(1);
    redis.isWell = true;
    expect(await send()).toBe('OK');
    redis.isWell = false;
    const patient = send();
    await jest.advanceTimersByTimeAsync(100);
    redis.isWell = true;
    await jest.advanceTimersByTimeAsync(20);
    expect(await patient).toBe('OK');
  });
});
