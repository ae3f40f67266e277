import { describe, expect, it } from '@jest/globals';
import type { ErrorCode } from '../errors/error-codes.ts';
import type { CallEvent } from '../events.ts';
import { createServiceHealth } from './service-health.ts';

function watching() {
  const clock = { nowMs: 0 };
  const health = createServiceHealth({ slowMs: 250, now: () => clock.nowMs });
  const record = (count: number, code?: ErrorCode, durationMs = 10) => {
    for (let index = 0; index < count; index += 1) {
      health.onCall({ service: 'a', durationMs, ...(code === undefined ? {} : { code }) } as CallEvent);
    }
  };
  return { clock, health, record };
}

describe('createServiceHealth', () => {
  it('finds nothing wrong with a service that it does not know', () => {
    expect(watching().health.isStruggling('a')).toBe(false);
  });

  it.each(['UPSTREAM_UNAVAILABLE', 'UPSTREAM_TIMEOUT', 'UPSTREAM_INVALID_RESPONSE'] as const)(
    'finds a service struggling where a fifth of its last 20 calls were %s',
    (code) => {
      const { health, record } = watching();
      record(16);
      record(3, code);
      expect(health.isStruggling('a')).toBe(false);
      record(1, code);
      expect([health.isStruggling('a'), health.isStruggling('b')]).toEqual([true, false]);
    },
  );

  it('finds a slow service struggling', () => {
    const { health, record } = watching();
    record(4, undefined, 251);
    expect(health.isStruggling('a')).toBe(true);
  });

  it('makes nothing of refusals, of callers who leave and of calls that nobody wanted', () => {
    const { health, record } = watching();
    for (const code of ['NOT_FOUND', 'BAD_USER_INPUT', 'FORBIDDEN'] as const) record(20, code);
    for (const code of ['CANCELED', 'DEADLINE_EXCEEDED'] as const) record(20, code, 1_000);
    expect(health.isStruggling('a')).toBe(false);
  });

  it('gives it 5 s, and 5 s more for each further failure', () => {
    const { clock, health, record } = watching();
    record(4, 'UPSTREAM_TIMEOUT');
    clock.nowMs = 4_999;
    expect(health.isStruggling('a')).toBe(true);
    record(1, 'UPSTREAM_TIMEOUT');
    clock.nowMs = 9_998;
    expect(health.isStruggling('a')).toBe(true);
    clock.nowMs = 9_999;
    expect(health.isStruggling('a')).toBe(false);
  });

  it('names it as degraded for half a minute', () => {
    const { clock, health, record } = watching();
    record(3, 'UPSTREAM_UNAVAILABLE');
    expect(health.degraded()).toEqual([]);
    record(1, 'UPSTREAM_UNAVAILABLE');
    clock.nowMs = 29_999;
    expect(health.degraded()).toEqual(['a']);
    clock.nowMs = 30_000;
    expect(health.degraded()).toEqual([]);
  });

  it('forgets failures that 20 good calls have followed', () => {
    const { clock, health, record } = watching();
    record(4, 'UPSTREAM_TIMEOUT');
    record(20);
    clock.nowMs = 5_000;
    record(3, 'UPSTREAM_TIMEOUT');
    expect(health.isStruggling('a')).toBe(false);
  });
});
