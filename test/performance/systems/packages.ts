/** The peers' folder: which of their packages are installed, and where. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { System } from './system.ts';

export const peersFolder = path.join(import.meta.dirname, '../peers');

export const packageFolder = (name: string): string => path.join(peersFolder, 'node_modules', name);

/** The file behind a package's command. */
export function binOf(packageName: string, bin: string): string {
  const { bin: bins } = JSON.parse(readFileSync(path.join(packageFolder(packageName), 'package.json'), 'utf8'));
  return path.join(packageFolder(packageName), bins[bin]);
}

/** Packages of the system that are not installed. */
export function missingPackages({ packages = [] }: Pick<System, 'packages'>): readonly string[] {
  return packages.filter((name) => !existsSync(path.join(packageFolder(name), 'package.json')));
}

/** `name@version` of the system's first package. */
export function versionOf({ packages = [] }: Pick<System, 'packages'>): string | undefined {
  const [name] = packages;
  if (name === undefined) return undefined;
  const { version } = JSON.parse(readFileSync(path.join(packageFolder(name), 'package.json'), 'utf8'));
  return `${name}@${String(version).replace(/^v/, '')}`;
}
