/** Installs the peers into their own folder, from their lockfile, when they are asked for and not there. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { missingPackages, peersFolder } from './packages.ts';
import type { System } from './system.ts';

/** Resolves whatever npm says: what is missing afterwards is reported as absent by those who need it. */
export async function installPeers(
  wanted: readonly Pick<System, 'packages'>[],
  say: (line: string) => void,
): Promise<void> {
  const missing = wanted.flatMap(missingPackages);
  if (missing.length === 0) return;
  say(`installing the peers into ${peersFolder} (npm ci) …`);
  const npm = spawn('npm', ['ci', '--ignore-scripts'], { cwd: peersFolder, stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  npm.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const code = await once(npm, 'close').then(
    ([exitCode]) => exitCode as number,
    (error: Error) => error.message,
  );
  if (code !== 0) say(`npm ci failed (${code}):\n${errors.trim().split('\n').slice(-10).join('\n')}`);
}
