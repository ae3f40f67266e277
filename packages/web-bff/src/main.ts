/** Runs the web BFF as a program of its own, until it is told to stop. */
import { runBff, settingsFromEnvironment } from '@facet/core';
import { defaults } from './config.ts';
import { createWebBff } from './index.ts';

await runBff({
  name: 'web-bff',
  settings: () => settingsFromEnvironment(process.env, defaults),
  create: createWebBff,
});
