/** Hooks into checkouts, for tests that must act at one moment of one of them. */
export interface CheckoutMoments {
  /** For the settings of checkouts. */
  readonly onStep: (moment: string) => void | Promise<void>;
  /** Does something at this moment (`before reserved`, …) of whatever checkout comes to it first, once. */
  at(moment: string, action: () => void | Promise<void>): void;
  /** Forgets what did not happen. */
  clear(): void;
}

export function createCheckoutMoments(): CheckoutMoments {
  const actions = new Map<string, () => void | Promise<void>>();
  return {
    onStep: (moment) => {
      const action = actions.get(moment);
      actions.delete(moment);
      return action?.();
    },
    at: (moment, action) => void actions.set(moment, action),
    clear: () => actions.clear(),
  };
}
