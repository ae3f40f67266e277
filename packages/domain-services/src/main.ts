// Runs the services that the environment names, until the process is told to stop.
import { readConfig } from './config.ts';
import { startDomainServices } from './index.ts';

try {
  const running = await startDomainServices(readConfig(process.env));
  for (const [name, origin] of Object.entries(running.origins)) console.log(`${name} ${origin}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      running.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
