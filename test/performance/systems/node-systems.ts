/** Systems that are one program run by Node. */
import path from 'node:path';
import { peersFolder } from './packages.ts';
import type { System } from './system.ts';

const here = import.meta.dirname;

/** A TypeScript program beside this file. */
export function createOwnSystem(
  given: Pick<System, 'name' | 'title' | 'pathOf'> & { readonly file: string; readonly env?: Record<string, string> },
): System {
  const { file, env = {}, ...system } = given;
  return {
    ...system,
    launch: async ({ port, upstream }) => ({
      command: [process.execPath, '--conditions=facet-source', path.join(here, file)],
      env: { ...env, PORT: String(port), UPSTREAM: upstream },
    }),
  };
}

/** A program of the peers' folder. */
export function createNodePeer(
  given: Pick<System, 'name' | 'title' | 'packages'> & { readonly file: string; readonly env?: Record<string, string> },
): System {
  const { file, env = {}, ...system } = given;
  return {
    ...system,
    launch: async ({ port, upstream }) => ({
      command: [process.execPath, path.join(peersFolder, file)],
      env: { ...env, PORT: String(port), UPSTREAM: upstream },
    }),
  };
}
