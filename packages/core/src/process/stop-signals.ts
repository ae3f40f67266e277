/** The signals that ask a process to stop: SIGTERM from whoever runs it, SIGINT from Ctrl-C. */

const signals = ['SIGTERM', 'SIGINT'] as const;

/** Calls `onFirst` on the first of them, whichever it is, and `onNext` on each that follows. */
export function onStopSignals(onFirst: () => void, onNext: (signal: NodeJS.Signals) => void): void {
  let isAsked = false;
  const receive = (signal: NodeJS.Signals) => {
    if (isAsked) return onNext(signal);
    isAsked = true;
    onFirst();
  };
  for (const signal of signals) process.on(signal, receive);
}

/** Ends this process at once, as the signal does where nobody listens to it. */
export function endBy(signal: NodeJS.Signals): void {
  for (const name of signals) process.removeAllListeners(name);
  process.kill(process.pid, signal);
}
