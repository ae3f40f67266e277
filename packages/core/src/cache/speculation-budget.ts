/** What speculation may cost at most: a share of all calls, and of an operation's own. */

/** Calls that may be wasted for each call that is made. */
const share = 0.1;

export interface SpeculationBudget {
  /** A call was made, whoever wanted it. */
  earn(): void;
  /** Whether so many calls may be made on speculation; until `settle`, a tenth of them counts as wasted. */
  begin(callCount: number): boolean;
  settle(callCount: number, wasted: number): void;
}

/**
 * A balance in calls: each call that is made brings a tenth of one, each that is wasted takes one. So of any number of
 * calls in a row, not more than a tenth are wasted, beside what was saved before and what is under way. Starts with
 * `credit`, 10 by default, and saves at most `maxCredit`, 100 by default: good times do not pay for bad ones for long.
 */
export function createSpeculationBudget({ credit = 10, maxCredit = 100 } = {}): SpeculationBudget {
  let balance = credit;
  const add = (calls: number) => {
    balance = Math.min(maxCredit, balance + calls);
  };
  return {
    earn: () => add(share),
    begin: (callCount) => {
      if (balance < callCount * share) return false;
      balance -= callCount * share;
      return true;
    },
    settle: (callCount, wasted) => add(callCount * share - wasted),
  };
}

export interface SpeculationTrust {
  /** Asked once for each run of the operation: whether it is worth guessing this time. */
  isDue(): boolean;
  /** A run without guesses has made so many calls that could have been guessed. */
  earn(callCount: number): void;
  /** A run has ended that began so many calls on guesses, and wasted so many. */
  settle(callCount: number, wasted: number): void;
}

/** Most runs in a row without a guess. */
const maxRest = 1_024;
const minRest = 8;
const maxTrust = 10;

/**
 * Whether one operation's guesses are worth it: the same balance of its own calls, small, because most operations are
 * either steady or never are. Once it is spent, the operation rests for 8 runs, then for 16, 32 … as long as its guesses
 * go on to be wrong; a run that wastes nothing ends that.
 */
export function createSpeculationTrust(): SpeculationTrust {
  let balance = 1;
  let restCount = 0;
  let nextRest = minRest;
  const add = (calls: number) => {
    // What is under suspicion saves nothing: one wrong guess more, and it rests again.
    balance = Math.min(nextRest > minRest ? 0 : maxTrust, balance + calls);
  };
  return {
    isDue: () => {
      if (restCount > 0) {
        restCount -= 1;
        return false;
      }
      if (balance >= 0) return true;
      restCount = nextRest - 1;
      nextRest = Math.min(2 * nextRest, maxRest);
      return false;
    },
    earn: (callCount) => add(share * callCount),
    settle: (callCount, wasted) => {
      if (wasted === 0) nextRest = minRest;
      add(share * callCount - wasted);
    },
  };
}
