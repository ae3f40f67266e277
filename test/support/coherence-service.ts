/** REST services over the tables: short freshness that varies, validators, random delays, answers that get lost. */
import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from './coherence-random.ts';
import { createTables, type Place, type TableName, type Tables, toText, type Version } from './coherence-tables.ts';
import { type RecordedCall, startRecordingService } from './recording-service.ts';

export interface CoherenceService {
  readonly origin: string;
  readonly tables: Tables;
  /** Answers so far, and how many of them said that nothing changed. */
  readonly counts: { calls: number; notModified: number; failed: number };
  close(): Promise<void>;
}

const itemIds = ['a', 'b', 'c', 'd', 'e', 'f'];
export const makerIds = ['x', 'y', 'z'];
/** Two of them are not there until somebody writes them. */
export const allItemIds: readonly string[] = [...itemIds, 'n1', 'n2'];

interface Claim {
  readonly headers: Readonly<Record<string, string>>;
  /** What they allow, in milliseconds. */
  readonly usableMs: number;
}

const never = { headers: { 'cache-control': 'no-store' }, usableMs: 0 };
/** By item; what an answer claims that has several is the least of theirs. */
const itemClaims: Readonly<Record<string, Claim>> = {
  a: { headers: { 'cache-control': 'public, max-age=3' }, usableMs: 3_000 },
  b: { headers: { 'cache-control': 'max-age=2' }, usableMs: 2_000 },
  c: { headers: { 'cache-control': 'public, max-age=9, s-maxage=1' }, usableMs: 1_000 },
  d: { headers: { 'cache-control': 'public, max-age=0' }, usableMs: 0 },
  e: { headers: { 'cache-control': 'public, max-age=3', age: '1' }, usableMs: 2_000 },
  f: never,
};
const oneSecond = { headers: { 'cache-control': 'public, max-age=1' }, usableMs: 1_000 };
const twoSeconds = { headers: { 'cache-control': 'public, max-age=2' }, usableMs: 2_000 };

interface Found {
  readonly place: Place;
  readonly version: Version;
}

interface Read {
  readonly found: readonly Found[];
  readonly body: object;
  readonly claim: Claim;
  readonly hasValidator: boolean;
}

const longestDelayMs = 7;
const slowestMs = 80;
const slowRate = 0.1;
const failureRate = 0.02;

/** Starts them at one origin; the caller closes it. The same seed delays and loses in the same way, call by call. */
export async function startCoherenceService(random: Random): Promise<CoherenceService> {
  const stocked = allItemIds.slice(0, -1);
  const tables = createTables({ items: itemIds, makers: makerIds, stocks: stocked, notes: [] });
  const counts = { calls: 0, notModified: 0, failed: 0 };

  async function respond(call: RecordedCall, response: ServerResponse): Promise<void> {
    counts.calls += 1;
    const isLost = random.chance(failureRate);
    await sleep(random.below(longestDelayMs));
    if (call.method === 'PUT') {
      const written = write(tables, call);
      await sleep(random.below(longestDelayMs));
      return isLost ? fail(response) : end(response, 200, {}, JSON.stringify(written));
    }
    if (isLost) return fail(response);
    const answer = toAnswer(tables, call);
    // What was read before a change, and arrives after it.
    await sleep(random.below(random.chance(slowRate) ? slowestMs : longestDelayMs));
    if (answer.status === 304) counts.notModified += 1;
    end(response, answer.status, answer.headers, answer.body);
  }

  function fail(response: ServerResponse): void {
    counts.failed += 1;
    end(response, 503, {}, '{"title":"away"}');
  }

  const service = await startRecordingService((call) => ({
    send: (response) => {
      service.calls.length = 0;
      void respond(call, response);
    },
  }));
  return { origin: service.origin, tables, counts, close: service.close };
}

/** Changes a row, on behalf of the token's person where it is personal. */
function write(tables: Tables, call: RecordedCall): { table: string; id: string } {
  const [, table, id = ''] = call.path.split('/');
  const key = table === 'notes' ? toNoteKey(personOf(call), id) : id;
  tables.change({ table: table as TableName, key }, call.query.by);
  return { table: table as TableName, id };
}

function toAnswer(tables: Tables, call: RecordedCall) {
  const read = toRead(tables, call);
  const usableUntil = Date.now() + read.claim.usableMs;
  for (const { version } of read.found) version.usableUntil = Math.max(version.usableUntil, usableUntil);
  const body = JSON.stringify(read.body);
  const etag = `"${createHash('sha1').update(body).digest('base64url')}"`;
  const headers = { ...read.claim.headers, ...(read.hasValidator ? { etag } : {}) };
  const isSame = read.hasValidator && call.headers['if-none-match'] === etag;
  return isSame ? { status: 304, headers, body: '' } : { status: 200, headers, body };
}

function toRead(tables: Tables, call: RecordedCall): Read {
  const [, table, id = ''] = call.path.split('/');
  if (table === 'stocks') return readStock(tables, id);
  if (table === 'makers') return readMakers(tables, listOf(call));
  if (table === 'notes') return readNotes(tables, listOf(call), personOf(call));
  return readItems(tables, call);
}

function readItems(tables: Tables, call: RecordedCall): Read {
  const isAll = call.query.ids === undefined;
  const all = (isAll ? allItemIds : listOf(call)).map((key) => find(tables, { table: 'items', key }));
  const { locale = '' } = call.query;
  const items = present(all).map(({ place, version }) => {
    const text = toText(place, version, locale);
    const item = {
      id: place.key,
      title: text,
      text,
      makerId: makerIds[allItemIds.indexOf(place.key) % makerIds.length],
    };
    return only(item, call.query.fields);
  });
  const claim = isAll ? oneSecond : leastOf(all.map(({ place }) => itemClaims[place.key] ?? oneSecond));
  return { found: all, body: { items }, claim, hasValidator: true };
}

function readMakers(tables: Tables, keys: readonly string[]): Read {
  const all = keys.map((key) => find(tables, { table: 'makers', key }));
  const items = present(all).map(({ place, version }) => ({ id: place.key, name: toText(place, version) }));
  return { found: all, body: { items }, claim: twoSeconds, hasValidator: true };
}

/** Without a validator: it can only be read again. */
function readStock(tables: Tables, key: string): Read {
  const found = find(tables, { table: 'stocks', key });
  const body = { id: key, count: toText(found.place, found.version) };
  return { found: [found], body, claim: oneSecond, hasValidator: false };
}

/** A service that is wrong about itself: what it says of a person's notes would let everybody keep them. */
function readNotes(tables: Tables, keys: readonly string[], person: string): Read {
  const all = keys.map((key) => find(tables, { table: 'notes', key: toNoteKey(person, key) }));
  const items = all.map(({ place, version }, index) => ({ id: keys[index], text: toText(place, version, person) }));
  const { headers } = twoSeconds;
  return { found: all, body: { items }, claim: { headers, usableMs: 0 }, hasValidator: true };
}

export const toNoteKey = (person: string, id: string) => `${person}.${id}`;
const find = (tables: Tables, place: Place): Found => ({ place, version: tables.current(place) });
const present = (all: readonly Found[]) => all.filter(({ version }) => version.number > 0);
const listOf = ({ query }: RecordedCall) => (query.ids ?? '').split(',');
const leastOf = (claims: readonly Claim[]) =>
  claims.reduce((least, claim) => (claim === never || claim.usableMs < least.usableMs ? claim : least));

function only(item: Readonly<Record<string, unknown>>, fields: string | undefined): object {
  if (fields === undefined) return item;
  return Object.fromEntries(fields.split(',').map((name) => [name, item[name]]));
}

/** The `sub` of the token, which nobody checks here. */
function personOf({ headers }: RecordedCall): string {
  const [, claims = ''] = (headers.authorization ?? '').split('.');
  return JSON.parse(Buffer.from(claims, 'base64url').toString()).sub;
}

function end(response: ServerResponse, status: number, headers: object, body: string): void {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  response.writeHead(status, { 'content-type': type, ...headers }).end(status === 304 ? undefined : body);
}
