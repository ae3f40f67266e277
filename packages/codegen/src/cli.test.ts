import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { runCli } from './cli.ts';
import { createFolder, put, read, toContract, toOperation } from './workspace.fixture.ts';

const USERS = toContract({ '/users': { get: toOperation('listUsers') } });
const WORKSPACE = {
  'schemas/services/users.yaml': USERS,
  'schemas/services/conventions.yaml': toContract({}),
  'schemas/web/schema.graphql': 'type Query { users: Int }\n',
  'schemas/mobile/operations/home.graphql': 'query Home { users }\n',
  'packages/web-bff/package.json': '{}',
  'packages/sources/package.json': '{}',
  'packages/domain-services/package.json': '{}',
};
const FILES = [
  'packages/sources/src/generated/users.ts',
  'packages/sources/src/generated/users-operations.ts',
  'packages/domain-services/src/generated/users.ts',
  'packages/domain-services/src/generated/users-routes.ts',
  'packages/web-bff/src/generated/resolvers.ts',
  'packages/web-bff/src/generated/type-defs.ts',
];

async function run(root: string, ...args: string[]) {
  const lines: string[] = [];
  const errors: string[] = [];
  const print = (line: string) => void lines.push(line);
  const code = await runCli({ args, root, cwd: root, print, printError: (line) => void errors.push(line) });
  return { code, output: lines.join('\n'), errors };
}

describe('codegen', () => {
  it('generates everything a workspace needs, and then finds it up to date', async () => {
    const root = await createFolder(WORKSPACE);
    expect(await run(root)).toMatchObject({ code: 0, output: '6 generated files, 6 changed.' });
    for (const file of FILES) {
      expect(await read(root, file)).toMatch(/^\/\/ Generated from schemas\/\S+ by pnpm codegen\. Do not edit\.\n/);
    }
    expect(await run(root, '--check')).toMatchObject({ code: 0, errors: [] });
  });

  it('writes the same bytes from two copies of a workspace', async () => {
    const [first, second] = [await createFolder(WORKSPACE), await createFolder(WORKSPACE)];
    await Promise.all([run(first), run(second)]);
    for (const file of FILES) expect(await read(first, file)).toBe(await read(second, file));
  });

  it('with --check names what differs and writes nothing', async () => {
    const root = await createFolder(WORKSPACE);
    await run(root);
    const [edited = '', missing = ''] = FILES;
    const old = 'packages/sources/src/generated/old.ts';
    const changed = `${await read(root, edited)}// edited\n`;
    await put(root, edited, changed);
    await put(root, old, '// Generated from schemas/services/old.yaml by pnpm codegen. Do not edit.\n');
    await rm(join(root, missing));
    expect(await run(root, '--check')).toMatchObject({
      code: 1,
      errors: [
        `out of date: ${edited}`,
        `missing:     ${missing}`,
        `left over:   ${old}`,
        'Generated files are not up to date. Run `pnpm codegen` and commit the result.',
      ],
    });
    expect(await read(root, edited)).toBe(changed);
    expect(await run(root)).toMatchObject({ code: 0, output: '6 generated files, 3 changed.' });
    await expect(read(root, old)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('does not delete a file of generated/ that somebody wrote by hand', async () => {
    const root = await createFolder({
      ...WORKSPACE,
      'packages/sources/src/generated/mine.ts': 'export const mine = 1;\n',
    });
    const { code, errors } = await run(root);
    expect(code).toBe(1);
    expect(errors[0]).toContain('mine.ts: was not written by codegen. Move it out of generated/');
    expect(await read(root, 'packages/sources/src/generated/mine.ts')).toBe('export const mine = 1;\n');
  });

  it('reports the problems of all contracts and clients at once', async () => {
    const root = await createFolder({
      ...WORKSPACE,
      'schemas/services/bad.yaml': toContract({ '/a': { get: toOperation('list_a') } }),
      'schemas/services/worse.yaml': 'swagger: "2.0"',
      'schemas/tv/schema.graphql': 'type Query { a: Int }\n',
    });
    const { code, errors } = await run(root);
    expect(code).toBe(1);
    expect(errors).toEqual([
      expect.stringContaining('schemas/services/bad.yaml: GET /a'),
      expect.stringContaining('schemas/services/worse.yaml: is OpenAPI 2.0'),
      'schemas/tv: there is no packages/tv-bff to generate for. Create it or rename the folder.',
    ]);
  });

  it('generates from a contract of your own', async () => {
    const root = await createFolder({ 'api/users.yaml': USERS });
    const args = ['--contract', 'api/users.yaml', '--out', 'src/generated'];
    expect(await run(root, ...args)).toMatchObject({ code: 0, output: '2 generated files, 2 changed.' });
    expect(await read(root, 'src/generated/users-operations.ts')).toContain(
      '// Generated from ../../api/users.yaml by',
    );
    expect(await read(root, 'src/generated/users.ts')).toContain('export interface operations');
    expect(await run(root, ...args, '--check')).toMatchObject({ code: 0 });
    expect(await run(root, ...args, '--service', 'people')).toMatchObject({ code: 0 });
    expect(await read(root, 'src/generated/people-operations.ts')).toContain('export const people = {');
  });

  it('explains itself, and arguments it does not take', async () => {
    const root = await createFolder({});
    expect(await run(root, '--help')).toMatchObject({ code: 0, output: expect.stringContaining('--contract <file>') });
    expect(await run(root, '--contract', 'users.yaml')).toMatchObject({
      code: 2,
      errors: [expect.stringContaining('--contract and --out go together')],
    });
    expect(await run(root, '--service', 'users')).toMatchObject({ code: 2 });
    expect(await run(root, '--nope')).toMatchObject({ code: 2, errors: [expect.stringContaining("'--nope'")] });
  });
});
