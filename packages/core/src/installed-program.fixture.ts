// Programs of Debian's that tests start: suites that need one are skipped by name where it is missing, except in CI.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, it } from '@jest/globals';

export interface InstalledProgram {
  /** Where it is; throws an Error that names the Debian package where it is not installed. */
  path(): string;
  /** As `describe`, for a suite that starts it. */
  describeWith(name: string, suite: () => void): void;
}

/** Debian's folder for servers is on the path of root alone. */
const folders = () => [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'];

export function installedProgram(program: string, debianPackage: string): InstalledProgram {
  const missing = `${program} is not installed: apt-get install ${debianPackage}`;
  const find = () =>
    folders()
      .map((folder) => join(folder, program))
      .find(existsSync);

  function path(): string {
    const found = find();
    if (found === undefined) throw new Error(missing);
    return found;
  }

  return {
    path,
    describeWith(name, suite) {
      if (find() !== undefined) describe(name, suite);
      else if (process.env.CI === 'true') it(name, () => void path());
      else it.skip(`${name}: ${missing}`, () => undefined);
    },
  };
}
