/** Every dependency rule refuses a planted violation with a message that says what to do, and lets its legal twin pass. */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type PlantedRule, plantedRules } from './planted-rules.ts';

const root = join(import.meta.dirname, '../..');
const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');

interface Finding {
  message: string;
  category: string;
  location: { path: string };
}

/** Lints a tree of planted files under the project's own biome.json in one run. */
async function lint(folder: string): Promise<Finding[]> {
  const args = [biome, 'lint', '--vcs-enabled=false', '--reporter=json', '--max-diagnostics=none', '.'];
  // Biome ends with 1 when it finds something: its report is then on the error.
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder, maxBuffer: 2 ** 24 }).catch(
    (error: { stdout: string }) => error,
  );
  return (JSON.parse(stdout) as { diagnostics: Finding[] }).diagnostics;
}

function plant(folder: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${text}\n`);
  }
}

function refusals(findings: Finding[], files: Record<string, string>): string[] {
  return findings
    .filter(({ location }) => location.path in files)
    .filter(({ category }) => category === 'plugin' || category.startsWith('lint/'))
    .map(({ message }) => message);
}

describe('dependency rules', () => {
  const folder = mkdtempSync(join(tmpdir(), 'facet-rules-'));
  let findings: Finding[];

  beforeAll(async () => {
    writeFileSync(join(folder, 'biome.json'), readFileSync(join(root, 'biome.json')));
    cpSync(join(root, 'test/architecture/rules'), join(folder, 'test/architecture/rules'), { recursive: true });
    for (const { refused, allowed } of plantedRules) {
      plant(folder, refused);
      plant(folder, allowed);
    }
    findings = await lint(folder);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  describe.each(plantedRules)('$rule', ({ refused, allowed, message }: PlantedRule) => {
    it('refuses the violation and says what to do', () => {
      expect(refusals(findings, refused)).toEqual(
        Object.keys(refused).map(() => expect.stringContaining(message) as unknown as string),
      );
    });

    it('lets the legal twin pass', () => {
      expect(refusals(findings, allowed)).toEqual([]);
    });
  });

  it('covers every message of the rule files', () => {
    const written = ['packages', 'rooms', 'libraries']
      .map((name) => readFileSync(join(root, `test/architecture/rules/${name}.grit`), 'utf8'))
      .flatMap((text) => [...text.matchAll(/message="([^"]+)"/g)].map((match) => match[1]));
    const planted = new Set(findings.map(({ message }) => message));

    expect(written.filter((message) => message !== undefined && !planted.has(message))).toEqual([]);
  });
});
