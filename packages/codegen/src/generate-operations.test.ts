import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { generateOperations } from './generate-operations.ts';
import { createFolder, put, toContract, toOperation, typeCheck } from './workspace.fixture.ts';

const LIST = { type: 'array', items: { type: 'string' } };

/** A service with none of our conventions. */
const USERS = `
openapi: 3.0.3
info: { title: Users, version: '1' }
paths:
  /users:
    get:
      operationId: getUsers
      parameters:
        - { name: id, in: query, schema: { type: array, items: { type: string } } }
        - { name: fields, in: query, schema: { type: string } }
        - { name: filter, in: query, style: deepObject, schema: { type: object } }
        - { name: page, in: query, schema: { type: integer, default: 1 } }
        - { name: X-Tenant, in: header, required: true, schema: { type: string } }
        - { name: Accept, in: header, schema: { type: string } }
      responses:
        '200':
          description: ok
          content:
            application/json; charset=utf-8:
              schema: { type: object, properties: { data: { type: array, items: { $ref: '#/components/schemas/user' } } } }
  /users/{id}:
    parameters:
      - { name: id, in: path, required: true, schema: { type: string } }
    get:
      operationId: getUser
      responses:
        2XX: { description: ok, content: { '*/*': { schema: { $ref: '#/components/schemas/user' } } } }
    delete:
      operationId: deleteUser
      responses: { '204': { description: gone } }
components:
  schemas:
    user:
      type: object
      required: [id, nick]
      properties:
        id: { type: string }
        nick: { type: string, nullable: true }
        level: { type: integer, default: 1 }
        manager: { $ref: '#/components/schemas/user' }
    user.group: { type: object, properties: { name: { type: string } } }
    Names: { type: array, items: { type: string } }
`;

async function generate(content: string, name = 'users.yaml') {
  const folder = await createFolder({ [name]: content });
  return { folder, ...(await generateOperations({ contract: join(folder, name), source: name })) };
}

describe('generateOperations', () => {
  it('describes a service that has none of our conventions', async () => {
    const { operations } = await generate(USERS);
    expect(operations).toBe(`// Generated from users.yaml by pnpm codegen. Do not edit.

import { operation } from '@facet/core/data';
import type { components, operations } from './users.ts';

export type User = components['schemas']['user'];
export type UserGroup = components['schemas']['user.group'];

// Left out: parameter "filter" of getUsers, because it has the style "deepObject".
// Left out: deleteUser, because it has no JSON answer with 200 or 201.

export const users = {
  getUsers: operation<operations['getUsers']>({
    service: 'users',
    operationId: 'getUsers',
    method: 'GET',
    path: '/users',
    parameters: {
      id: { in: 'query', style: 'form', explode: true, list: {} },
      fields: { in: 'query', style: 'form', explode: true },
      page: { in: 'query', style: 'form', explode: true },
      'X-Tenant': { in: 'header', style: 'simple', explode: false, required: true },
    },
  }),
  getUser: operation<operations['getUser']>({
    service: 'users',
    operationId: 'getUser',
    method: 'GET',
    path: '/users/{id}',
    parameters: { id: { in: 'path', style: 'simple', explode: false, required: true } },
  }),
};
`);
  });

  it('writes types that check and say what the service answers', async () => {
    const { folder, types, operations } = await generate(USERS);
    await put(folder, 'users.ts', types);
    await put(folder, 'users-operations.ts', operations);
    await put(
      folder,
      'use.ts',
      `import type { OperationOutput } from '@facet/core/data';
import type { operations } from './users.ts';
import { type User, users } from './users-operations.ts';
export const user: User = { id: 'u1', nick: null };
export const one: OperationOutput<operations['getUser']> = user;
export const list: OperationOutput<operations['getUsers']> = { data: [user] };
export const level: 1 | undefined extends 1 | User['level'] ? true : false = true;
// @ts-expect-error nick is required
export const wrong: OperationOutput<operations['getUser']> = { id: 'u1' };
export const path: string = users.getUser.path;
`,
    );
    expect(await typeCheck(folder, ['users.ts', 'users-operations.ts', 'use.ts'])).toEqual([]);
  });

  it('writes types that say what a write takes', async () => {
    const requestBody = {
      required: true,
      content: { 'application/json': { schema: { $ref: '#/components/schemas/New' } } },
    };
    const New = { type: 'object', required: ['name'], properties: { name: { type: 'string' } } };
    const paths = {
      '/users': { post: { ...toOperation('createUser'), requestBody }, get: toOperation('listUsers') },
    };
    const { folder, types } = await generate(toContract(paths, { components: { schemas: { New } } }));
    await put(folder, 'users.ts', types);
    await put(
      folder,
      'use.ts',
      `import type { OperationInput } from '@facet/core/data';
import type { operations } from './users.ts';
export const created: OperationInput<operations['createUser']> = { body: { name: 'Zoë' } };
// @ts-expect-error name is required
export const wrong: OperationInput<operations['createUser']> = { body: {} };
// @ts-expect-error the body is required
export const empty: OperationInput<operations['createUser']> = {};
export const listed: OperationInput<operations['listUsers']> = {};
`,
    );
    expect(await typeCheck(folder, ['users.ts', 'use.ts'])).toEqual([]);
  });

  it('reads JSON and writes the same as for YAML', async () => {
    const parameters = [{ name: 'ids', in: 'query', explode: false, schema: { ...LIST, maxItems: 50 } }];
    const content = toContract({ '/users': { get: toOperation('listUsers', { parameters }) } });
    const fromJson = await generate(content, 'users.json');
    const fromYaml = await generate(content, 'users.yaml');
    expect(fromJson.operations.replace('users.json', 'users.yaml')).toBe(fromYaml.operations);
    expect(fromJson.operations).toContain(
      "ids: { in: 'query', style: 'form', explode: false, list: { maxItems: 50 } }",
    );
  });

  describe('x-post-variant', () => {
    const ids = { name: 'ids', in: 'query', style: 'form', explode: false, schema: { ...LIST, maxItems: 10 } };
    const page = { name: 'page', in: 'query', schema: { type: 'integer' } };
    const listUsers = { ...toOperation('listUsers', { parameters: [ids, page] }), 'x-post-variant': 'queryUsers' };
    const toQuery = (properties: object) => ({
      ...toOperation('queryUsers'),
      requestBody: { content: { 'application/json': { schema: { type: 'object', properties } } } },
    });
    const toPaths = (query: object) => ({ '/users': { get: listUsers }, '/users/query': { post: query } });

    it('is data of the GET, with what its lists may hold', async () => {
      const query = toQuery({ ids: { ...LIST, maxItems: 500 }, page: { type: 'integer' } });
      const { operations } = await generate(toContract(toPaths(query)));
      expect(operations).toContain(
        "postVariant: { operationId: 'queryUsers', path: '/users/query', lists: { ids: { maxItems: 500 } } },",
      );
    });

    it.each([
      ['there is no such operation', toContract({ '/users': { get: listUsers } }), 'has no POST with that operationId'],
      ['its body lacks a parameter', toContract(toPaths(toQuery({ ids: LIST }))), 'whose JSON body has no page'],
      [
        'it stands at a POST',
        toContract({ '/users': { post: { ...toOperation('addUser'), 'x-post-variant': 'addUser' } } }),
        'addUser has x-post-variant "addUser", but is no GET',
      ],
    ])('is refused where %s', async (_what, contract, message) => {
      await expect(generate(contract)).rejects.toThrow(message);
    });
  });

  it('names the fields parameter only where it lists known properties, and where these are', async () => {
    const fields = (items: object) => ({
      name: 'fields',
      in: 'query',
      explode: false,
      schema: { type: 'array', items },
    });
    const schema = { type: 'array', items: { type: 'object', properties: { id: {}, name: {} } } };
    const responses = { 200: { description: 'Fine.', content: { 'application/json': { schema } } } };
    const ofIds = [fields({ type: 'string', enum: ['id'] })];
    const paths = {
      '/a': { get: toOperation('listA', { parameters: ofIds, responses }) },
      '/b': { get: toOperation('listB', { parameters: [fields({ type: 'string' })], responses }) },
      '/c': { get: toOperation('getC', { parameters: ofIds }) },
    };
    const { operations } = await generate(toContract(paths));
    expect(operations.match(/fields: 'fields',\s+fieldsAt: \[''\]/g)).toHaveLength(1);
    expect(operations.match(/fields: 'fields'/g)).toHaveLength(1);
    expect(operations.match(/values: \['id'\]/g)).toHaveLength(2);
  });

  it('leaves out what cannot be called, and says why', async () => {
    const id = (place: string) => ({ name: 'id', in: place, required: true, schema: { type: 'string' } });
    const filter = { name: 'filter', in: 'query', required: true, content: { 'application/json': {} } };
    const paths = {
      '/a/{id}': { get: toOperation('getA', { parameters: [id('path'), id('query')] }) },
      '/b': { get: toOperation('getB', { parameters: [filter] }), head: toOperation('headB') },
    };
    const { operations } = await generate(toContract(paths));
    expect(operations).toContain('// Left out: getA, because two of its parameters are called "id".');
    expect(operations).toContain(
      '// Left out: getB, because its parameter "filter" is a serialized document (`content`).',
    );
    expect(operations).toContain('// Left out: headB, because its method is HEAD.');
  });

  it('writes routes with whole schemas, joined lists and who may call', async () => {
    const parameters = [
      { name: 'ids', in: 'query', required: true, explode: false, schema: { $ref: '#/components/schemas/Ids' } },
      { name: 'tags', in: 'query', schema: LIST },
    ];
    const image = { name: 'imageId', in: 'path', required: true, schema: { type: 'string' } };
    const paths = {
      '/v1/users:search': { get: toOperation('searchUsers', { parameters }) },
      '/v1/images/{imageId}': { get: toOperation('getImage', { parameters: [image], security: [] }) },
    };
    const { routes } = await generate(
      toContract(paths, { components: { schemas: { Ids: LIST } }, security: [{ bearer: [] }] }),
    );
    const source = routes.replace(/^.*export const usersRoutes = /s, '').replace(/ as const;\s*$/, '');
    expect(new Function(`return ${source}`)()).toEqual({
      searchUsers: {
        method: 'GET',
        url: '/v1/users::search',
        secured: true,
        querystring: {
          type: 'object',
          properties: { ids: LIST, tags: LIST },
          required: ['ids'],
          additionalProperties: false,
        },
        lists: ['ids'],
        idempotent: false,
        subject: false,
        successStatus: 200,
      },
      getImage: {
        method: 'GET',
        url: '/v1/images/:imageId',
        secured: false,
        params: {
          type: 'object',
          properties: { imageId: { type: 'string' } },
          required: ['imageId'],
          additionalProperties: false,
        },
        querystring: { type: 'object', properties: {}, required: [], additionalProperties: false },
        lists: [],
        idempotent: false,
        subject: false,
        successStatus: 200,
      },
    });
  });

  it('writes into routes what a write takes and how it succeeds', async () => {
    const header = (name: string) => ({ name, in: 'header', schema: { type: 'string' } });
    const User = { type: 'object', properties: { name: { type: 'string' } }, additionalProperties: false };
    const post = {
      ...toOperation('createUser', { parameters: [header('idempotency-key'), header('Facet-Subject')] }),
      requestBody: {
        required: true,
        content: { 'application/json': { schema: { $ref: '#/components/schemas/User' } } },
      },
      responses: { 201: { description: 'made', content: { 'application/json': { schema: {} } } } },
    };
    const { routes } = await generate(toContract({ '/v1/users': { post } }, { components: { schemas: { User } } }));
    const source = routes.replace(/^.*export const usersRoutes = /s, '').replace(/ as const;\s*$/, '');
    expect(new Function(`return ${source}`)()).toMatchObject({
      createUser: { method: 'POST', body: User, idempotent: true, subject: true, successStatus: 201 },
    });
  });

  it('refuses a contract without paths', async () => {
    await expect(generate(toContract({}))).rejects.toThrow(
      'users.yaml: has no paths. Describe at least one operation.',
    );
  });
});
