/** A real browser for tests: Debian's Chromium, driven by playwright-core, with a profile of its own. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, it } from '@jest/globals';
import type { Browser } from 'playwright-core';

const missing = 'Chromium is not installed: apt-get install chromium';

function findChromium(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, 'chromium')).find((path) => existsSync(path));
}

/** Skipped where Chromium is not installed, except in CI, where it must be. */
export function describeWithChromium(name: string, suite: () => void): void {
  if (findChromium()) describe(name, suite);
  else if (process.env.CI !== 'true') it.skip(`${name}: ${missing}`, () => undefined);
  else {
    it(name, () => {
      throw new Error(missing);
    });
  }
}

const args = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** The caller closes it. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error(missing);
  const { chromium } = await import('playwright-core');
  return chromium.launch({ executablePath, args, headless: true });
}
