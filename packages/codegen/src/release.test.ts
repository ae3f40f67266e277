import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { runCli } from './cli.ts';
import { readManifest } from './documents/manifest.ts';
import { runRelease } from './release.ts';
import { createFolder, put, read } from './workspace.fixture.ts';

const operations = 'schemas/mobile/operations';
const releases = 'schemas/mobile/releases';
const WORKSPACE = {
  'schemas/mobile/schema.graphql': 'type Query { greet(name: String): String, count: Int }\n',
  [`${operations}/greet.graphql`]:
    '# said at the door\nquery Greet($name: String) { ...Words }\nfragment Words on Query { greet(name: $name) }\n' +
    'query Count { count }\n',
  'packages/mobile-bff/package.json': '{}',
  'schemas/services/conventions.yaml':
    '{ "openapi": "3.1.0", "info": { "title": "None", "version": "1" }, "paths": {} }',
};

function listen() {
  const lines: string[] = [];
  return { lines, print: (line: string) => void lines.push(line), printError: (line: string) => void lines.push(line) };
}

async function generate(root: string, ...args: string[]) {
  const { lines, ...listening } = listen();
  return { code: await runCli({ args, root, cwd: root, ...listening }), lines };
}

async function release(root: string, ...args: string[]) {
  const { lines, ...listening } = listen();
  return { code: await runRelease({ client: 'mobile', args, root, ...listening }), lines };
}

const ios = (version: string, ...more: string[]) => ['--platform', 'ios', '--version', version, ...more];
const documentsOf = (root: string) => read(root, 'packages/mobile-bff/src/generated/trusted-documents.ts');

describe('codegen of operations', () => {
  it("writes Apollo's manifest, each operation with its own fragments, and a module for the BFF", async () => {
    const root = await createFolder(WORKSPACE);
    expect(await generate(root)).toMatchObject({ code: 0 });
    const manifest = JSON.parse(await read(root, 'schemas/mobile/manifest.json'));
    expect(manifest).toEqual({
      format: 'apollo-persisted-query-manifest',
      version: 1,
      operations: [
        { id: expect.stringMatching(/^[\da-f]{64}$/), name: 'Count', type: 'query', body: 'query Count {\n  count\n}' },
        {
          id: expect.stringMatching(/^[\da-f]{64}$/),
          name: 'Greet',
          type: 'query',
          body: 'query Greet($name: String) {\n  ...Words\n}\n\nfragment Words on Query {\n  greet(name: $name)\n}',
        },
      ],
    });
    expect(readManifest(JSON.stringify(manifest))).toEqual(manifest);
    for (const { id } of manifest.operations) expect(await documentsOf(root)).toContain(`id: '${id}'`);
  });

  it('finds a manifest that is out of date', async () => {
    const root = await createFolder(WORKSPACE);
    await generate(root);
    await put(root, `${operations}/greet.graphql`, 'query Greet { greet }');
    const { code, lines } = await generate(root, '--check');
    expect(code).toBe(1);
    expect(lines).toContain('out of date: schemas/mobile/manifest.json');
  });

  it.each([
    ['query Greet { welcome }', 'greet.graphql: Cannot query field "welcome" on type "Query".'],
    ['{ greet }', 'greet.graphql: has an operation without a name. Name it'],
    ['query Greet {', 'greet.graphql:1:14: Syntax Error'],
  ])('refuses %s', async (text, problem) => {
    const root = await createFolder({ ...WORKSPACE, [`${operations}/greet.graphql`]: text });
    const { code, lines } = await generate(root);
    expect(code).toBe(1);
    expect(lines[0]).toContain(`schemas/mobile/operations/${problem}`);
  });

  it('refuses two operations of one name', async () => {
    const root = await createFolder({ ...WORKSPACE, [`${operations}/other.graphql`]: 'query Greet { count }' });
    expect((await generate(root)).lines).toEqual([
      'schemas/mobile/operations: two operations are called Greet. Rename one of them.',
    ]);
  });
});

describe('release', () => {
  it('keeps what a build sends, whatever the app asks for later', async () => {
    const root = await createFolder(WORKSPACE);
    expect(await release(root, '--', ...ios('1.0.0'))).toEqual({
      code: 0,
      lines: ['Wrote schemas/mobile/releases/ios-1.0.0.json. Commit the result.'],
    });
    await put(root, `${operations}/greet.graphql`, 'query Greet { greet }');
    await generate(root);
    const documents = await documentsOf(root);
    expect(documents.match(/name: 'Greet'/g)).toHaveLength(2);
    expect(documents.match(/name: 'Count'/g)).toHaveLength(1);
    expect(await generate(root, '--check')).toMatchObject({ code: 0 });
  });

  it('is done once', async () => {
    const root = await createFolder(WORKSPACE);
    await release(root, ...ios('1.0.0'));
    const again = await release(root, ...ios('1.0.0'));
    expect(again).toEqual({
      code: 1,
      lines: [`${releases}/ios-1.0.0.json: is released already. Take another version.`],
    });
  });

  it('names the builds and operations that a change of the schema would break', async () => {
    const root = await createFolder(WORKSPACE);
    await release(root, ...ios('1.0.0'));
    await release(root, '--platform', 'android', '--version', '1.0.3');
    await put(root, 'schemas/mobile/schema.graphql', 'type Query { greet(name: String): String }\n');
    await put(root, `${operations}/greet.graphql`, 'query Greet { greet }');
    const { code, lines } = await generate(root, '--check');
    const broken = (build: string) =>
      `${releases}/${build}.json: Count would break in ${build}, which is in use: ` +
      'Cannot query field "count" on type "Query". Keep what it asks for.';
    expect({ code, lines }).toEqual({ code: 1, lines: [broken('android-1.0.3'), broken('ios-1.0.0')] });
    // Whoever is retired may break.
    const retired = (build: string) => `Retired ${build}. Commit the result.`;
    expect(await release(root, '--platform', 'android', '--version', '1.0.3', '--retire')).toEqual({
      code: 1,
      lines: [retired('android 1.0.3'), broken('ios-1.0.0')],
    });
    expect(await release(root, ...ios('1.0.0', '--retire'))).toEqual({ code: 0, lines: [retired('ios 1.0.0')] });
    expect(await generate(root, '--check')).toMatchObject({ code: 0 });
    expect(await documentsOf(root)).toContain("{ platform: 'ios', version: '1.0.0' }");
  });

  it('refuses what cannot be: no such build, one that was retired, names that are none', async () => {
    const root = await createFolder(WORKSPACE);
    expect(await release(root, ...ios('1.0.0', '--retire'))).toMatchObject({
      code: 1,
      lines: [expect.stringContaining('no such build')],
    });
    await release(root, ...ios('1.0.0'));
    await release(root, ...ios('1.0.0', '--retire'));
    expect(await release(root, ...ios('1.0.0'))).toMatchObject({
      code: 1,
      lines: [expect.stringContaining('was retired')],
    });
    for (const args of [[], ios('../../x'), ['--platform', 'a/b', '--version', '1'], ['--nope']]) {
      expect(await release(root, ...args)).toMatchObject({ code: 2 });
    }
  });

  it('is not to be changed by hand', async () => {
    const root = await createFolder(WORKSPACE);
    await release(root, ...ios('1.0.0'));
    const path = `${releases}/ios-1.0.0.json`;
    await put(root, path, (await readFile(join(root, path), 'utf8')).replace('count', 'greet'));
    await put(root, `${releases}/notes.json`, '{}');
    await put(root, `${releases}/retired.json`, '{}');
    expect((await generate(root)).lines).toEqual([
      `${path}: Count: the id is not the SHA-256 of the body. What was released must stay as it is.`,
      `${releases}/notes.json: is not called <platform>-<version>.json.`,
      `${releases}/retired.json: is not a list of { "platform", "version", "messages": { "en": … } }.`,
    ]);
  });
});
