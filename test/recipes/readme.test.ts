/** Every command of the README runs, and every piece of code in it is code that is there. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serviceNames } from '@facet/domain-services';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestIssuer, type TestIssuer } from '../support/test-issuer.ts';
import { codeBlocksOf, commandsOf, readDocument, sectionOf } from './markdown.ts';
import { killRemaining, type RunningProcess, startShell } from './start-process.ts';

const readme = readDocument('README.md');
const blocks = codeBlocksOf(readme);
const shellBlocks = blocks.filter(({ language }) => language === 'sh').map(({ text }) => text);
const recipe = sectionOf(readme, 'Put Facet in front of your own REST services');
const production = shellBlocks.find((block) => block.includes('NODE_ENV=production')) ?? '';
const withSessions = shellBlocks.find((block) => block.includes('SESSION_ORIGIN=')) ?? '';

/** Who runs a command: this test when asked of what runs, this test by name, verify, or the recipe's own test. */
function runnerOf(command: string): string {
  if (commandsOf(recipe).includes(command)) return 'own-services.test.ts';
  const byName = ['npm start', 'npm run codegen', ...production.split('\n'), ...withSessions.split('\n')];
  if (byName.includes(command)) return 'by name';
  if (command === 'npm test') return 'verify';
  if (command.startsWith('npm run release:mobile -- ')) return 'release.test.ts';
  return /^(?:curl -s |TOKEN=\$\(npm run --silent token|JAR=\$\(mktemp\)|FORM=\$\(curl -s |rm \$JAR)/.test(command)
    ? 'by asking'
    : 'nobody';
}

/** What `/readyz` answers, as the README shows it. */
const readyAnswer = blocks.find(({ text }) => text.includes('"guards"'))?.text ?? '';

/** Health is asked of the process that runs in production, everything else of the constellation. */
const isHealthCheck = (block: string) => /\/(?:livez|readyz)/.test(block);
const questions = shellBlocks.filter((block) => block.split('\n').some((line) => runnerOf(line) === 'by asking'));

// A fresh machine may have no curl; where continuous integration lacks it, these fail.
const hasCurl = spawnSync('curl', ['--version']).status === 0;
const asking = hasCurl || process.env.CI === 'true' ? it : it.skip;

describe(hasCurl ? 'the README' : 'the README (its curl lines need: apt-get install curl)', () => {
  it('has no command that nobody runs', () => {
    expect(commandsOf(readme).filter((command) => runnerOf(command) === 'nobody')).toEqual([]);
  });

  // It cannot run itself from within: verify's last step is the very command, and continuous integration runs verify.
  it('names the test command that verify runs', () => {
    expect(commandsOf(readme)).toContain('npm test');
    expect(readDocument('packages/dev-env/verify.mjs')).toContain("{ name: 'tests', commands: ['npm test'],");
    expect(readDocument('.ci/run')).toMatch(/^exec node packages\/dev-env\/verify\.mjs$/m);
  });

  it('shows lines of the files that it links to', () => {
    const shown = blocks.filter(({ language, file }) => file !== undefined && language !== 'sh');
    expect(shown.length).toBeGreaterThanOrEqual(6);

    for (const { file = '', text } of shown) {
      const lines = new Set(
        readDocument(file)
          .split('\n')
          .map((line) => line.trim()),
      );
      const invented = text.split('\n').filter((line) => !lines.has(line.trim()) && line.trim() !== '');
      expect({ file, invented }).toEqual({ file, invented: [] });
    }
  });

  it('says where npm start listens', () => {
    const places = sectionOf(readme, 'Run it');
    for (const port of [4000, 4001, 4100, 4101, 4107]) expect(places).toContain(`http://localhost:${port}`);
  });

  it('generates code with a command that works', async () => {
    expect(await startShell('npm run codegen -- --check').ended).toMatchObject({ code: 0 });
  });

  describe('with npm start', () => {
    let folder: string;
    let start: RunningProcess;
    const places: Record<string, string> = {};

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'facet-readme-'));
      const listeners = ['web', 'mobile', 'idp', ...serviceNames];
      const ports = listeners.map((name) => `${name.toUpperCase()}_PORT`);
      start = startShell('npm start', { ...Object.fromEntries(ports.map((name) => [name, '0'])), DATA_DIR: folder });
      await start.says(/Ctrl-C stops all of it\./);
      for (const [, name = '', url = ''] of start.output().matchAll(/^ {2}(\w+) +(http:\S+)$/gm)) {
        places[name] = new URL(url).origin;
      }
    }, 60_000);
    afterAll(async () => {
      killRemaining();
      await start.ended;
      rmSync(folder, { recursive: true, force: true });
    });

    asking.each(questions.filter((block) => !isHealthCheck(block)))('answers %s', async (block) => {
      const { web = '', mobile = '', identity = '' } = places;
      const here = block.replaceAll('http://localhost:4000', web).replaceAll('http://localhost:4001', mobile);
      const { code, stdout } = await startShell(here, { IDP_PORT: new URL(identity).port }).ended;

      expect({ code, answer: JSON.parse(stdout) }).toEqual({ code: 0, answer: { data: expect.anything() } });
      expect(stdout).not.toContain('null');
    });

    it.each(['web', 'mobile'])('leads a browser from / to Apollo Sandbox on %s', async (name) => {
      const page = await fetch(places[name] as string, { headers: { accept: 'text/html' } });

      expect(page.url).toBe(`${places[name]}/graphql`);
      expect(await page.text()).toContain('sandbox');
    });

    it('stops on Ctrl-C', async () => {
      start.kill('SIGINT');
      await start.ended;

      await expect(fetch(places.web as string)).rejects.toThrow();
    });
  });

  describe('with a BFF in production', () => {
    let issuer: TestIssuer;
    let bff: RunningProcess;
    let origin: string;

    beforeAll(async () => {
      issuer = await startTestIssuer();
      bff = startShell(production.replace('https://id.example', issuer.issuer), { PORT: '0' });
      origin = (await bff.says(/"url":"(http:[^"]+)"/))[1] as string;
      // It says where it listens before it has tried its guards.
      while (!(await fetch(`${origin}/readyz`)).ok);
    });
    afterAll(async () => {
      killRemaining();
      await issuer.close();
    });

    asking.each(questions.filter(isHealthCheck))('answers %s', async (block) => {
      const ask = startShell(block.replaceAll('http://localhost:4000', origin));
      const { code, stdout } = await ask.ended;
      const [alive, ready = ''] = stdout.split(/(?<=\})(?=\{)/);

      expect({ code, alive }).toEqual({ code: 0, alive: '{"status":"alive"}' });
      expect(JSON.parse(ready)).toEqual(JSON.parse(readyAnswer));
    });

    it('keeps the schema to itself', async () => {
      const url = `${origin}/graphql?query=${encodeURIComponent('{ __schema { types { name } } }')}`;
      const answer = await fetch(url, { headers: { 'apollo-require-preflight': 'true' } });

      expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] });
    });

    it('stops on SIGTERM', async () => {
      bff.kill('SIGTERM');

      expect((await bff.ended).stdout).not.toContain('"level":"error"');
    });
  });

  it('switches sign-in by browser on, in production, with its exports', async () => {
    const bff = startShell(`${withSessions}${production}`, { PORT: '0' });
    const [, url = ''] = await bff.says(/"url":"(http:[^"]+)"/);
    const [readiness, session] = await Promise.all(
      ['/readyz', '/auth/session'].map(async (path) => (await fetch(`${url}${path}`)).json()),
    );
    killRemaining();
    await bff.ended;

    expect(readiness).toMatchObject({ status: 'starting', missing: ['keys'], guards: { csrf: 'enforce' } });
    expect(session).toEqual({ signedIn: false });
  });
});
