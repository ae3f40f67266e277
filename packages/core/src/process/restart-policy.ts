/** When a worker that died is replaced, and when it is no use to try again. */

/** Deaths older than this are forgotten. */
const windowMs = 30_000;
const maxFailedStarts = 5;
const firstWaitMs = 100;
const maxWaitMs = 5_000;

export const failedStartsText = `${maxFailedStarts} times within ${windowMs / 1_000} s`;

export interface RestartPolicy {
  /**
   * Milliseconds until the next worker starts: none after a single death, then growing to 5 s while deaths go on.
   * Undefined once 5 workers in a row, within 30 s, died without having listened: the sixth would, too.
   */
  afterDeath(death: { readonly hadListened: boolean }): number | undefined;
}

/** The policy of one place among the workers. `now` gives milliseconds that never go back. */
export function createRestartPolicy(now: () => number = () => performance.now()): RestartPolicy {
  let deaths: { readonly at: number; readonly hadListened: boolean }[] = [];

  return {
    afterDeath({ hadListened }) {
      const at = now();
      deaths = [...deaths.filter((death) => at - death.at < windowMs), { at, hadListened }];
      const failedStarts = deaths.length - 1 - deaths.findLastIndex((death) => death.hadListened);
      if (failedStarts >= maxFailedStarts) return undefined;
      return deaths.length === 1 ? 0 : Math.min(firstWaitMs * 2 ** (deaths.length - 2), maxWaitMs);
    },
  };
}
