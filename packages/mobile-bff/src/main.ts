/** Runs the mobile BFF as a process of its own, until SIGTERM or SIGINT. */
import { settingsFromEnvironment } from '@facet/core';
import { defaults } from './config.ts';
import { createMobileBff } from './index.ts';

const bff = await createMobileBff(settingsFromEnvironment(process.env, defaults));

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    void bff.close().then(() => process.exit(0));
  });
}

await bff.listen();
