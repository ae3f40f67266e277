/** Commands to Redis that nobody is to notice a short trouble of: they are sent again for a moment. */
import { setTimeout as pause } from 'node:timers/promises';

type SendCommand<Reply> = (command: readonly (string | Buffer)[]) => Promise<Reply>;

const patienceMs = 500;
const pauseMs = 20;

/**
 * Sends a command until it is answered, for half a second from the first failure on; after that, each failure is final
 * at once until something is answered again. A command may be carried out twice, as its first answer may be lost.
 */
export function createPatientSend<Reply>(send: SendCommand<Reply>): SendCommand<Reply> {
  let failingSince: number | undefined;

  return async (command) => {
    for (;;) {
      try {
        const reply = await send(command);
        failingSince = undefined;
        return reply;
      } catch (reason) {
        failingSince ??= performance.now();
        if (performance.now() - failingSince >= patienceMs) throw reason;
        await pause(pauseMs);
      }
    }
  };
}
