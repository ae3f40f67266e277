/** Runs the mobile BFF as a process of its own, until it is told to stop. */
import { settingsFromEnvironment } from '@facet/core';
import { defaults } from './config.ts';
import { createMobileBff } from './index.ts';

try {
  const bff = await createMobileBff(settingsFromEnvironment(process.env, defaults));
  // Before listening, so that whoever sees it listen may stop it. A second signal ends the process at once.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void bff.close());
  await bff.listen();
} catch (reason) {
  console.error(reason instanceof Error ? reason.message : reason);
  process.exitCode = 1;
}
