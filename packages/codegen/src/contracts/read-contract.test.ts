import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CodegenError } from '../codegen-error.ts';
import { createFolder, toContract, toOperation } from '../workspace.fixture.ts';
import { readContract } from './read-contract.ts';

async function problemsOf(content: string, name = 'users.yaml'): Promise<readonly string[]> {
  const folder = await createFolder({ [name]: content });
  try {
    await readContract({ path: join(folder, name), source: name });
  } catch (error) {
    if (error instanceof CodegenError) return error.problems;
    throw error;
  }
  return [];
}

describe('readContract', () => {
  it('refuses an operation without operationId', async () => {
    expect(await problemsOf(toContract({ '/users': { get: toOperation(undefined) } }))).toEqual([
      'users.yaml: GET /users has no operationId. Give it one in camelCase, for example listProducts: it names the call in code.',
    ]);
  });

  it('refuses an operationId that two operations have', async () => {
    const paths = { '/users': { get: toOperation('listUsers') }, '/people': { post: toOperation('listUsers') } };
    expect(await problemsOf(toContract(paths))).toEqual([
      'users.yaml: POST /people has the operationId "listUsers" of GET /users. Give each operation of the service its own.',
    ]);
  });

  it('refuses an operationId that is not camelCase', async () => {
    expect(await problemsOf(toContract({ '/users': { get: toOperation('list_users') } }))).toEqual([
      'users.yaml: GET /users has the operationId "list_users", which is not camelCase. Rename it, for example listProducts: it names the call in code.',
    ]);
  });

  it('refuses references that do not resolve, each with its place', async () => {
    const parameters = [{ $ref: '#/components/parameters/missing' }, { $ref: './gone.yaml#/limit' }];
    expect(await problemsOf(toContract({ '/users': { get: toOperation('listUsers', { parameters }) } }))).toEqual([
      'users.yaml: #/paths/~1users/get/parameters/0: the $ref "#/components/parameters/missing" does not resolve. Correct it or add what it names.',
      'users.yaml: #/paths/~1users/get/parameters/1: the $ref "./gone.yaml#/limit" does not resolve. Correct it or add what it names.',
    ]);
  });

  it('refuses a file name that is not kebab-case', async () => {
    expect(await problemsOf(toContract({ '/users': { get: toOperation('listUsers') } }), 'UserService.yaml')).toEqual([
      'UserService.yaml: the service name "UserService" is not kebab-case. Rename the file, for example gift-cards.yaml.',
    ]);
  });

  it('refuses a name that TypeScript does not allow for a constant', async () => {
    const [problem] = await problemsOf(toContract({ '/users': { get: toOperation('listUsers') } }), 'import.yaml');
    expect(problem).toContain('"import" cannot name a constant');
  });

  it('refuses OpenAPI 2.0, other versions and files that are something else', async () => {
    expect(await problemsOf('swagger: "2.0"\npaths: {}')).toEqual([
      'users.yaml: is OpenAPI 2.0. Convert it to OpenAPI 3.0 or 3.1 first, for example with swagger2openapi.',
    ]);
    expect((await problemsOf('openapi: 4.0.0'))[0]).toContain('says `openapi: 4.0.0`');
    expect((await problemsOf('just text'))[0]).toContain('has no `openapi` version');
    expect((await problemsOf('a: [1'))[0]).toContain('is neither YAML nor JSON');
    await expect(readContract({ path: '/nowhere/users.yaml', source: 'users.yaml' })).rejects.toThrow('cannot be read');
  });

  it('reports every problem of a file at once', async () => {
    const paths = { '/users': { get: toOperation(undefined), post: toOperation('add_user') } };
    expect(await problemsOf(toContract(paths), 'UserService.yaml')).toHaveLength(3);
  });

  it('takes a file without paths for no service', async () => {
    const folder = await createFolder({ 'conventions.yaml': toContract({}) });
    expect(await readContract({ path: join(folder, 'conventions.yaml') })).toBeUndefined();
  });

  it('lets own parameters replace those of the path', async () => {
    const limit = (maximum: number) => ({ name: 'limit', in: 'query', schema: { type: 'integer', maximum } });
    const item = { parameters: [limit(10)], get: toOperation('listUsers', { parameters: [limit(20)] }) };
    const folder = await createFolder({ 'users.yaml': toContract({ '/users': item }) });
    const contract = await readContract({ path: join(folder, 'users.yaml') });
    expect(contract?.calls[0]?.parameters).toEqual([limit(20)]);
  });
});
