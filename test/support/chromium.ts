/** A real browser for tests: Debian's Chromium, driven by playwright-core, with a profile of its own. */
import { installedProgram } from '@facet/core/testing';
import type { Browser } from 'playwright-core';

const program = installedProgram('chromium', 'chromium');
export const describeWithChromium = program.describeWith;

const args = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** The caller closes it. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = program.path();
  const { chromium } = await import('playwright-core');
  return chromium.launch({ executablePath, args, headless: true });
}
