import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { byHash, inUrl, startGate, toId, trusted, trustedId } from './gate.fixture.ts';

const other = '{ greet }';
const through = (asked: unknown) => ({ status: 200, asked });
const refused = (code: string) => ({ status: 400, code });
const only = refused('PERSISTED_QUERY_ONLY');
const notFound = refused('PERSISTED_QUERY_NOT_FOUND');
const malformed = refused('BAD_REQUEST');
const text = (value: unknown) => JSON.stringify(value);
const hashOf = (sha256Hash: unknown) => ({ version: 1, sha256Hash });

describe('addDocumentGate, a document that is named', () => {
  it.each<[string, unknown, unknown]>([
    ['documentId', { documentId: trustedId }, { query: trusted }],
    ['documentId with the name of the hash', { documentId: `sha256:${trustedId}` }, { query: trusted }],
    ["Apollo's hash", { extensions: byHash(trustedId) }, { query: trusted }],
    ['both', { documentId: `sha256:${trustedId}`, extensions: byHash(trustedId) }, { query: trusted }],
    ['its own text beside', { documentId: trustedId, query: trusted }, { query: trusted }],
    ['an empty text beside', { documentId: trustedId, query: '' }, { query: trusted }],
    [
      'everything else',
      { documentId: trustedId, operationName: 'Greet', variables: { name: 'Ada' }, extensions: { a: 1 } },
      { query: trusted, operationName: 'Greet', variables: { name: 'Ada' }, extensions: { a: 1 } },
    ],
    [
      'another extension beside the hash',
      { extensions: { ...byHash(trustedId), a: 1 } },
      { query: trusted, extensions: { a: 1 } },
    ],
    ['documentId in a URL', inUrl({ documentId: trustedId }), { query: trusted }],
    [
      'a hash in a URL',
      inUrl({ extensions: text({ ...byHash(trustedId), a: 'ä&b' }), variables: text({ name: 'x&y=+z' }) }),
      { query: trusted, extensions: text({ a: 'ä&b' }), variables: text({ name: 'x&y=+z' }) },
    ],
  ])('comes through as its text: %s', async (_, sent, expected) => {
    for (const mode of ['enforce', 'log'] as const) {
      const { ask, reported } = await startGate({ mode });
      expect(await ask(sent)).toEqual(through(expected));
      expect(reported).toEqual([]);
    }
  });

  it.each<[string, unknown, unknown]>([
    ['another hash beside', { documentId: trustedId, extensions: byHash(toId(other)) }, malformed],
    ['a number', { documentId: 7 }, malformed],
    ['a list', { documentId: [trustedId] }, malformed],
    ['nothing', { documentId: '' }, malformed],
    ['a list as the hash', { extensions: byHash([trustedId]) }, malformed],
    ['a hash of another version', { extensions: byHash(trustedId, 2) }, malformed],
    ['a text instead of a hash', { extensions: { persistedQuery: trustedId } }, malformed],
    ['two ids in a URL', `?documentId=${trustedId}&documentId=${trustedId}`, malformed],
    ['an id that nobody knows', { documentId: toId(other) }, notFound],
    ['an id that nobody knows, in a URL', inUrl({ documentId: toId(other) }), notFound],
  ])('is refused in every mode: %s', async (_, sent, expected) => {
    for (const mode of ['enforce', 'log', 'off'] as const)
      expect(await (await startGate({ mode })).ask(sent)).toEqual(expected);
  });
});

describe('addDocumentGate, a name beside a text that is not its own', () => {
  it.each<[string, object]>([
    ['an id, another text', { documentId: trustedId, query: other }],
    ['an id, a text that is none', { documentId: trustedId, query: 7 }],
    ["Apollo's hash, another text", { extensions: byHash(trustedId), query: other }],
    ['an id, its text written otherwise', { documentId: trustedId, query: `${trusted} ` }],
  ])('is refused in every mode, as a text where documents are enforced: %s', async (_, sent) => {
    const enforcing = await startGate();
    expect(await enforcing.ask(sent)).toEqual(only);
    const logging = await startGate({ mode: 'log' });
    expect(await logging.ask(sent)).toEqual(malformed);
    expect([enforcing.reported, logging.reported]).toEqual([['PERSISTED_QUERY_ONLY'], ['PERSISTED_QUERY_ONLY']]);
    expect(await (await startGate({ mode: 'off' })).ask(sent)).toEqual(malformed);
  });
});

describe('addDocumentGate, a document that is not trusted', () => {
  it.each<[string, unknown, string]>([
    ['a text', { query: other }, 'ONLY'],
    ['a text in a URL', inUrl({ query: other }), 'ONLY'],
    ['a text that is none', { query: 7 }, 'ONLY'],
    ['a trusted text without its id', { query: trusted }, 'ONLY'],
    ['a text with its hash, to be kept', { query: other, extensions: byHash(toId(other)) }, 'ONLY'],
    ['a hash that nobody knows', { extensions: byHash(toId(other)) }, 'NOT_FOUND'],
  ])('is refused or only reported: %s', async (_, sent, reason) => {
    const code = `PERSISTED_QUERY_${reason}`;
    const enforcing = await startGate();
    expect(await enforcing.ask(sent)).toEqual(refused(code));
    expect(enforcing.reported).toEqual([code]);
    const logging = await startGate({ mode: 'log' });
    const asked = typeof sent === 'string' ? { query: other } : sent;
    expect(await logging.ask(sent)).toEqual(through(asked));
    expect(logging.reported).toEqual([code]);
    const off = await startGate({ mode: 'off' });
    expect(await off.ask(sent)).toEqual(through(asked));
    expect(off.reported).toEqual([]);
  });

  it('comes through by a trusted text where no id is required', async () => {
    const { ask, reported } = await startGate({ requireId: false });
    const written = trusted.replaceAll('\n', ' # so\n');
    expect(await ask({ query: trusted })).toEqual(through({ query: trusted }));
    expect(await ask({ query: written })).toEqual(through({ query: written }));
    expect(await ask({ query: other })).toEqual(only);
    expect(reported).toEqual(['PERSISTED_QUERY_ONLY']);
  });

  it.each<[string, unknown]>([
    ['a list', [{ query: other }]],
    ['a text', 'query'],
    ['nothing', {}],
    ['no query', { query: null, variables: {} }],
    ['an empty URL', '?'],
  ])('leaves what asks for nothing to the route: %s', async (_, sent) => {
    const { ask, reported } = await startGate();
    expect(await ask(sent)).toMatchObject({ status: 200 });
    expect(reported).toEqual([]);
  });
});

describe('addDocumentGate, any name', () => {
  const likeIds = fc.oneof(
    fc.string({ maxLength: 200 }),
    fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', 'sha256:', ':', 'sha256', 'null'),
    fc.constantFrom('sha256:', 'SHA256:', 'md5:', 'x-own:', ' ').map((prefix) => prefix + trustedId.toUpperCase()),
    fc.nat({ max: 63 }).map((length) => trustedId.slice(0, length)),
    fc.constant('a'.repeat(50_000)),
    fc.anything(),
  );

  it('is a refusal, or nothing at all; never a text, never a fault', async () => {
    const { ask } = await startGate();
    const property = fc.asyncProperty(likeIds, fc.constantFrom('documentId', 'hash', 'whole'), async (name, place) => {
      const sent = {
        documentId: { documentId: name },
        hash: { extensions: byHash(name) },
        whole: { extensions: { persistedQuery: name } },
      }[place];
      const told = await ask(JSON.parse(JSON.stringify(sent)));
      expect([200, 400]).toContain(told.status);
      expect(JSON.stringify(told)).not.toContain('"query"');
    });
    await fc.assert(property, { numRuns: 300 });
  });

  it('is one in a URL, too', async () => {
    const { ask } = await startGate();
    const property = fc.asyncProperty(fc.string({ minLength: 1, maxLength: 500, unit: 'binary' }), async (name) => {
      expect(await ask(inUrl({ documentId: name }))).toEqual(notFound);
    });
    await fc.assert(property, { numRuns: 100 });
  });

  it('is one in any body, beside anything: what comes through is trusted, or asks for nothing', async () => {
    const { ask } = await startGate();
    const names = fc.oneof(fc.constantFrom(trustedId, `sha256:${trustedId}`, '__proto__'), fc.anything());
    const texts = fc.oneof(fc.constantFrom(trusted, other, '', null), fc.anything());
    const bodies = fc.record(
      {
        documentId: names,
        query: texts,
        operationName: fc.anything(),
        variables: fc.anything(),
        extensions: fc.oneof(fc.anything(), fc.record({ persistedQuery: fc.oneof(fc.anything(), names.map(hashOf)) })),
      },
      { requiredKeys: [] },
    );
    expect(await ask(JSON.parse('{"documentId":[{"__proto__":0}]}'))).toMatchObject({ status: 400 });
    const property = fc.asyncProperty(fc.oneof(bodies, fc.array(bodies, { maxLength: 2 })), async (body) => {
      const told = await ask(JSON.parse(JSON.stringify(body)));
      expect([200, 400]).toContain(told.status);
      if (told.status === 400 || Array.isArray(told.asked)) return;
      expect([undefined, null, '', trusted]).toContain((told.asked as { query?: unknown }).query);
    });
    await fc.assert(property, { numRuns: 500 });
  });
});
