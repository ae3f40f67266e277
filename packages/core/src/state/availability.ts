/** Whether Redis is there and answers in time: what is told of its connection, and pings where that is not enough. */

export type RedisState = 'up' | 'down';

export interface Availability {
  state(): RedisState;
  onChange(listener: (state: RedisState, reason?: Error) => void): void;
  /** The connection is made. */
  connect(): void;
  /** The connection is lost, or was not made. */
  lose(reason: Error): void;
  /** The connection is there, but an answer did not come in time. */
  slow(reason: Error): void;
  close(): void;
}

export interface AvailabilityOptions {
  readonly ping: () => Promise<unknown>;
  /** Time a ping may take. */
  readonly timeoutMs: number;
  /** Time before the next ping, after as many as were too late. */
  readonly toDelayMs: (lateCount: number) => number;
}

type Condition =
  | { readonly is: 'new' | 'up' | 'lost' | 'closed' }
  /** With the time until the next ping; none while one is under way. */
  | { readonly is: 'slow'; timer?: NodeJS.Timeout };

/** Creates it as down, without a change to hear of. */
export function createAvailability({ ping, timeoutMs, toDelayMs }: AvailabilityOptions): Availability {
  const listeners = new Set<(state: RedisState, reason?: Error) => void>();
  let condition: Condition = { is: 'new' };

  function enter(next: Condition, reason?: Error): void {
    const last = condition;
    if (last.is === 'closed') return;
    condition = next;
    if (last.is === 'slow') clearTimeout(last.timer);
    if (next.is === 'closed') return;
    const isNews = last.is === 'new' || (last.is === 'up') !== (next.is === 'up');
    if (isNews) for (const listener of listeners) listener(next.is === 'up' ? 'up' : 'down', reason);
  }

  async function probe(slow: Condition & { is: 'slow' }, lateCount: number): Promise<void> {
    const sentAt = performance.now();
    const isAnswered = await ping().then(
      () => true,
      () => false,
    );
    if (condition !== slow) return;
    if (isAnswered && performance.now() - sentAt <= timeoutMs) {
      enter({ is: 'up' });
      return;
    }
    slow.timer = setTimeout(() => void probe(slow, lateCount + 1), toDelayMs(lateCount));
  }

  return {
    state: () => (condition.is === 'up' ? 'up' : 'down'),
    onChange: (listener) => void listeners.add(listener),
    connect: () => enter({ is: 'up' }),
    lose: (reason) => enter({ is: 'lost' }, reason),
    slow(reason) {
      if (condition.is !== 'up') return;
      const slow: Condition & { is: 'slow' } = { is: 'slow' };
      enter(slow, reason);
      void probe(slow, 0);
    },
    close: () => enter({ is: 'closed' }),
  };
}
