import { describe, expect, it } from '@jest/globals';
import type { Freshness, Source } from '../context/freshness.ts';
import type { Answer } from '../http/answer.ts';
import { keptAnswerCodec } from './kept-answer-codec.ts';
import { createKeptAnswers, type Found, revalidate } from './kept-answers.ts';
import { createMemoryStores } from './memory-store.ts';

const sourceOf = (path: string, etag?: string): Source => ({
  service: 'books',
  operationId: 'listBooks',
  origin: 'http://books',
  path,
  ...(etag === undefined ? {} : { etag }),
});
const answer: Answer = { status: 200, headers: { a: 'b' }, body: Buffer.from('{"data":{}}'), isShareable: true };
const wanted = { key: 'k', tags: ['url:books.listBooks'] };

function keeping({ maxBodyBytes = 100 } = {}) {
  const clock = { time: 1_000_000 };
  const now = () => clock.time;
  const stores = createMemoryStores({ maxBytes: 1_000_000, now });
  const { asOf } = stores;
  const kept = createKeptAnswers({ store: stores.create('answer', keptAnswerCodec), asOf, maxBodyBytes, now });
  const find = () => kept.find(wanted) as Found;
  const keep = (freshness: Partial<Freshness> = {}, { maxAgeMs = 60_000, given = answer } = {}) => {
    const found = find();
    const all = { isStorable: true, freshUntil: now() + 30_000, sources: [sourceOf('/a', '"1"')], ...freshness };
    return kept.keep(given, all, { found, startedAt: now(), maxAgeMs });
  };
  return { clock, kept, find, keep, stores };
}

describe('createKeptAnswers', () => {
  it('gives what it keeps as long as hint and services say', () => {
    const { clock, find, keep } = keeping();
    expect(keep().freshUntil).toBe(clock.time + 30_000);
    clock.time += 29_999;
    expect(find().fresh).toMatchObject({ status: 200, headers: { a: 'b' }, body: answer.body });
    clock.time += 1;
    expect(find()).toMatchObject({ stale: { body: answer.body } });
    expect(find().fresh).toBeUndefined();
    expect(keep({}, { maxAgeMs: 10 }).freshUntil).toBe(clock.time + 10);
  });

  it('counts the hint from the start of the execution', () => {
    const { clock, kept } = keeping();
    const freshness = { isStorable: true, freshUntil: Number.POSITIVE_INFINITY, sources: [] };
    const terms = { found: undefined, startedAt: clock.time - 400, maxAgeMs: 1_000 };
    expect(kept.keep(answer, freshness, terms).freshUntil).toBe(clock.time + 600);
  });

  it('keeps none for more than an hour, however long it holds', () => {
    const { clock, find, keep } = keeping();
    keep({ freshUntil: Number.POSITIVE_INFINITY }, { maxAgeMs: 86_400_000 });
    clock.time += 3_599_999;
    expect(find().fresh).toBeDefined();
    clock.time += 1;
    expect([find().fresh, find().stale]).toEqual([undefined, undefined]);
  });

  it('keeps what ended for ten minutes more where all its sources have validators', () => {
    for (const [sources, isKept] of [
      [[sourceOf('/a', '"1"'), sourceOf('/b', '"2"')], true],
      [[sourceOf('/a', '"1"'), sourceOf('/b')], false],
      [[], false],
      [Array.from({ length: 51 }, (_, index) => sourceOf(`/${index}`, '"1"')), false],
    ] as const) {
      const { clock, find, keep } = keeping();
      keep({ sources });
      clock.time += 30_000 + 599_999;
      expect(find().stale !== undefined).toBe(isKept);
      clock.time += 1;
      expect(find().stale).toBeUndefined();
    }
  });

  it.each([
    ['that nobody may keep', { isStorable: false }, {}],
    ['with errors', {}, { given: { ...answer, isShareable: false } }],
    ['that is no bytes', {}, { given: { ...answer, body: '{"data":{}}' } }],
  ])('says of an answer %s no more than it came with', (_what, freshness, options) => {
    const { find, keep } = keeping();
    expect(keep(freshness, options).freshUntil).toBeUndefined();
    expect(find()).not.toHaveProperty('fresh');
    expect(find()).not.toHaveProperty('stale');
  });

  it('keeps no long answer, but says how long it holds', () => {
    const { clock, find, keep } = keeping({ maxBodyBytes: 10 });
    expect(keep().freshUntil).toBe(clock.time + 30_000);
    expect(find().fresh).toBeUndefined();
  });

  it('keeps nothing that a change came between', async () => {
    const { clock, kept, find, stores } = keeping();
    const found = find();
    await stores.touch(wanted.tags);
    const freshness = { isStorable: true, freshUntil: clock.time + 1_000, sources: [] };
    kept.keep(answer, freshness, { found, startedAt: clock.time, maxAgeMs: 1_000 });
    expect(find().fresh).toBeUndefined();
  });

  it('gives an answer that was renewed, the very bytes, for its new time', () => {
    const { clock, kept, find, keep } = keeping();
    keep();
    clock.time += 30_000;
    const found = find();
    if (found.stale === undefined) throw new Error('nothing is kept');
    const freshness = { isStorable: true, freshUntil: clock.time + 5_000, sources: [sourceOf('/a', '"1"')] };
    const renewed = kept.renew(found.stale, freshness, { found, startedAt: clock.time, maxAgeMs: 60_000 });
    expect(renewed).toMatchObject({ freshUntil: clock.time + 5_000, isShareable: true });
    expect(renewed.body).toBe(answer.body);
    expect(find().fresh?.body).toBe(answer.body);
  });
});

describe('revalidate', () => {
  const current = (source: Source, freshUntil: number) => ({ isStorable: true, freshUntil, sources: [source] });
  const sources = [sourceOf('/a', '"1"'), sourceOf('/b', '"2"')];

  it('is as fresh as the worst of its sources, which are asked at once', async () => {
    const asked: string[] = [];
    const total = revalidate(sources, async (source) => {
      asked.push(source.path);
      return current(source, source.path === '/a' ? 7 : 5);
    });
    expect(asked).toEqual(['/a', '/b']);
    expect(await total).toEqual({ isStorable: true, freshUntil: 5, sources });
  });

  it('is nothing where one source changed, and nothing without validators', async () => {
    expect(await revalidate(sources, async (source) => (source.path === '/a' ? current(source, 5) : undefined))).toBe(
      undefined,
    );
    expect(await revalidate([sourceOf('/a')], async (source) => current(source, 5))).toBeUndefined();
    expect(await revalidate([], async (source) => current(source, 5))).toBeUndefined();
  });
});

describe('keptAnswerCodec', () => {
  const value = {
    status: 200,
    headers: { 'content-type': 'x' },
    body: Buffer.from('{"ü":"\n"}'),
    freshUntil: 5,
    sources: [sourceOf('/a', '"1"')],
  };
  const { encode, decode, sizeOf } = keptAnswerCodec;
  const stored = Buffer.from(encode(value));

  it('reads what it wrote', () => {
    expect(decode(stored)).toEqual(value);
  });

  it('throws for what is not whole', () => {
    for (let length = 0; length < stored.length; length += 1)
      expect(() => decode(stored.subarray(0, length))).toThrow();
    for (let at = 0; at < stored.length; at += 1) {
      const flipped = Buffer.from(stored);
      flipped.writeUInt8(flipped.readUInt8(at) ^ 1, at);
      expect(() => decode(flipped)).toThrow();
    }
  });

  it('weighs more than its bytes', () => {
    expect(sizeOf(value)).toBeGreaterThan(value.body.byteLength + 200);
  });
});
