/** `npm start`: runs the constellation, says where it is, and stops all of it on Ctrl-C. */
import { ConfigError, readConfig } from './config.ts';
import { type Constellation, startConstellation } from './constellation.ts';
import { PortTakenError } from './port-taken.ts';
import { renderWelcome } from './welcome.ts';

const STOP_WITHIN_MS = 1_900;
const PARENT_POLL_MS = 250;
const DEMO_ACCOUNT = 'acc-001';

let stopping = false;
let starting: Promise<Constellation> | undefined;
let running: Constellation | undefined;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
stopWithParent();

try {
  starting = startConstellation(readConfig());
  running = await starting;
  const token = await running.identity.token(DEMO_ACCOUNT);
  if (!stopping) process.stdout.write(renderWelcome(running, { account: DEMO_ACCOUNT, token }));
} catch (error) {
  if (!stopping) fail(error);
}

function fail(error: unknown): never {
  const isExplained = error instanceof ConfigError || error instanceof PortTakenError;
  process.stderr.write(`${isExplained ? error.message : ((error as Error).stack ?? error)}\n`);
  process.exit(1);
}

/** Exit code 0 whichever signal asked for it. A second Ctrl-C changes nothing: the deadline ends what hangs. */
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  setTimeout(leaveAnyway, STOP_WITHIN_MS);
  const constellation = await starting?.catch(() => undefined);
  await constellation?.close();
  process.exit(0);
}

/** What is still starting may be dropped: the databases commit whole steps. What was running should have stopped. */
function leaveAnyway(): never {
  if (running === undefined) process.exit(0);
  process.stderr.write(`Not everything stopped within ${STOP_WITHIN_MS} ms: leaving anyway.\n`);
  process.exit(1);
}

/** Package managers may end without passing the signal on: an orphan would keep its ports for ever. */
function stopWithParent(): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) void stop();
  }, PARENT_POLL_MS).unref();
}
