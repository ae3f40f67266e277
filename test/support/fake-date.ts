/** A clock for expiry alone: servers and sockets of the test need real timers. */
import { jest } from '@jest/globals';

/** Fakes `Date` and nothing else, until `jest.useRealTimers()`. */
export function fakeDateOnly(): void {
  jest.useFakeTimers({
    doNotFake: [
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'setImmediate',
      'clearImmediate',
      'setInterval',
      'clearInterval',
      'setTimeout',
      'clearTimeout',
    ],
  });
}
