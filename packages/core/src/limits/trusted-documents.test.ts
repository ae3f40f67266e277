import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, type DocumentNode, validate } from 'graphql';
import { createDocumentRegister, type TrustedDocument } from './trusted-documents.ts';

const schema = buildSchema('type Query { greet(name: String): String }');

function toDocument(name: string, body: string): TrustedDocument {
  return { id: createHash('sha256').update(body).digest('hex'), name, body };
}

const greet = toDocument('Greet', 'query Greet($name: String) {\n  greet(name: $name)\n}');
const findProblems = (document: DocumentNode) => validate(schema, document).map(({ message }) => message);
const create = (documents: readonly TrustedDocument[]) => createDocumentRegister({ documents, findProblems });

describe('createDocumentRegister', () => {
  it('finds a document by its id, with and without the name of the hash', () => {
    const { find } = create([greet]);
    expect(find(greet.id)).toBe(greet.body);
    expect(find(`sha256:${greet.id}`)).toBe(greet.body);
  });

  it.each([
    greet.id.toUpperCase(),
    `SHA256:${greet.id}`,
    `sha256:sha256:${greet.id}`,
    `md5:${greet.id}`,
    ` ${greet.id}`,
    greet.id.slice(1),
    'Greet',
    '__proto__',
    'constructor',
    '',
  ])('finds nothing by %j', (id) => {
    expect(create([greet]).find(id)).toBeUndefined();
  });

  it('knows a text of its own, whatever is between its words', () => {
    const { isTrusted } = create([greet]);
    for (let round = 0; round < 2; round += 1) {
      expect(isTrusted(greet.body)).toBe(true);
      expect(isTrusted('query Greet($name:String){greet(name:$name)} # hello')).toBe(true);
      expect(isTrusted('query Greet($name: String) { greet }')).toBe(false);
      expect(isTrusted('query Greet($name: String) { greet(name: "')).toBe(false);
      expect(isTrusted('')).toBe(false);
    }
    expect(isTrusted(greet.body + ' '.repeat(10_000))).toBe(false);
  });

  it('knows nothing where there is nothing', () => {
    const { find, isTrusted } = create([]);
    expect(find('')).toBeUndefined();
    expect(isTrusted('')).toBe(false);
  });

  it('says of every document that cannot be run why', () => {
    const wrong = [
      { ...greet, id: 'a'.repeat(64) },
      toDocument('Other', 'query Other { welcome }'),
      toDocument('Broken', 'query Broken {'),
    ];
    expect(() => create([greet, ...wrong])).toThrow(
      new RegExp(
        [
          '^Trusted documents cannot be run:',
          '- Greet \\(a{64}\\): the id is not the SHA-256 of the body',
          '- Other \\(.{64}\\): Cannot query field "welcome" on type "Query".',
          '- Broken \\(.{64}\\): Syntax Error: .*',
          'Apps that are in use send them\\..*$',
        ].join('\\n'),
      ),
    );
  });
});
