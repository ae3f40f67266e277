/** Tailcall, a binary of its own with a configuration file. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packageFolder, peersFolder } from './packages.ts';
import type { System } from './system.ts';

/** Tailcall's own binary; no statistics about its use leave the machine. */
export function createTailcall(given: Pick<System, 'name' | 'title'> & { readonly dedupe: boolean }): System {
  const { dedupe, ...system } = given;
  return {
    ...system,
    packages: ['@tailcallhq/core-linux-x64-gnu'],
    async launch({ port, upstream }) {
      const folder = await mkdtemp(path.join(tmpdir(), 'facet-bench-tailcall-'));
      const template = await readFile(path.join(peersFolder, 'tailcall.graphql'), 'utf8');
      const configuration = template
        .replaceAll('$PORT', String(port))
        .replaceAll('$UPSTREAM', upstream)
        .replaceAll('$DEDUPE', String(dedupe));
      const file = path.join(folder, 'posts.graphql');
      await writeFile(file, configuration);
      return {
        command: [path.join(packageFolder('@tailcallhq/core-linux-x64-gnu'), 'bin/tailcall'), 'start', file],
        env: { TAILCALL_TRACKER: 'false', TAILCALL_LOG_LEVEL: 'error' },
        cleanUp: () => rm(folder, { recursive: true, force: true }),
      };
    },
  };
}
