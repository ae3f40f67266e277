/** Counts points by key in this process, at once and without a timer. */

/** What a key has left. */
export interface Rate {
  /** Points of a window. */
  readonly limit: number;
  readonly remaining: number;
  /** Milliseconds until the window ends. */
  readonly resetMs: number;
  /** Whether more was taken than there is. */
  readonly isBeyond: boolean;
}

export interface RateWindow {
  /** Takes points, and more than there are: who goes on asking stays beyond until the window ends. */
  take(key: string, points?: number): Rate;
}

export interface RateWindowOptions {
  /** Points for each key in each window. */
  readonly limit: number;
  /** Length of a window, which begins with a key's first point. */
  readonly windowMs: number;
  /** The one whose window is oldest is forgotten for a further one; 100,000 by default. */
  readonly maxKeys?: number;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

interface Count {
  taken: number;
  readonly endsAt: number;
}

export function createRateWindow(options: RateWindowOptions): RateWindow {
  const { limit, windowMs, maxKeys = 100_000, now = Date.now } = options;
  /** In the order in which their windows end. */
  const counts = new Map<string, Count>();

  function toRate({ taken, endsAt }: Count, at: number): Rate {
    return { limit, remaining: Math.max(limit - taken, 0), resetMs: endsAt - at, isBeyond: taken > limit };
  }

  function begin(key: string, at: number): Count {
    counts.delete(key);
    for (const [oldest, { endsAt }] of counts) {
      if (endsAt > at && counts.size < maxKeys) break;
      counts.delete(oldest);
    }
    const count = { taken: 0, endsAt: at + windowMs };
    counts.set(key, count);
    return count;
  }

  function find(key: string, at: number): Count | undefined {
    const count = counts.get(key);
    return count !== undefined && count.endsAt > at ? count : undefined;
  }

  return {
    take(key, points = 1) {
      const at = now();
      const count = find(key, at) ?? begin(key, at);
      count.taken += points;
      return toRate(count, at);
    },
  };
}
