/** Runs the mobile BFF as a program of its own, until it is told to stop. */
import { runBff, settingsFromEnvironment } from '@facet/core';
import { defaults } from './config.ts';
import { createMobileBff } from './index.ts';

await runBff({
  name: 'mobile-bff',
  settings: () => settingsFromEnvironment(process.env, defaults),
  create: createMobileBff,
});
