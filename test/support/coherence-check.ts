/** Judges every answer of the coherence test by what the services' tables held and what the services claimed. */
import type { Person, ReadRequest, WriteRequest } from './coherence-requests.ts';
import { toNoteKey } from './coherence-service.ts';
import { fromText, type Place, type Said, type Tables, type Version } from './coherence-tables.ts';

export interface Answer {
  readonly request: ReadRequest | WriteRequest;
  readonly person: Person;
  /** When work that it may share can have begun at the earliest; milliseconds since the epoch, as below. */
  readonly begunAt: number;
  readonly sentAt: number;
  readonly receivedAt: number;
  readonly status: number;
  readonly cacheControl: string | undefined;
  /** For a 304, that of the answer which the client had. */
  readonly text: string;
}

export interface Judge {
  /** What is wrong with an answer; nothing where all is right. Answers come in the order they were received in. */
  judge(answer: Answer): string[];
}

interface Value extends Place {
  readonly number: number;
}

/** A write that was answered. */
interface Known {
  readonly answeredAt: number;
  readonly number: number;
}

/** Creates a judge over the tables. */
export function createJudge(tables: Tables): Judge {
  const writes = new Map<string, Known[]>();
  const knownOf = ({ table, key }: Place) => writes.get(`${table} ${key}`) ?? [];

  /** From its answer on, nobody reads what was there before; a write that failed may have been carried out, too. */
  function note({ request, person, receivedAt }: Answer): void {
    if (request.kind === 'read') return;
    const place = placeOf(request, person);
    const made = tables.madeBy(place, request.by);
    if (made === undefined) return;
    const known = { answeredAt: receivedAt, number: made.number };
    writes.set(`${place.table} ${place.key}`, [...knownOf(place), known]);
  }

  function judgeValue(value: Value, answer: Answer): string[] {
    const held = tables.find(value, value.number);
    const name = `${value.table}/${value.key}/v${value.number}`;
    if (held === undefined) return [`invented: ${name} was never held`];
    const problems: string[] = [];
    const { begunAt, sentAt, request, person } = answer;
    const isOwn = value.table === 'notes';
    const allowedUntil = Math.max(held.heldUntil, isOwn ? 0 : held.usableUntil);
    const lateMs = begunAt - allowedUntil;
    if (lateMs > 0) problems.push(`stale: ${name} was over for ${Math.round(lateMs)} ms`);
    problems.push(...judgeClaim(name, held, answer));
    for (const { answeredAt, number } of knownOf(value)) {
      if (answeredAt <= sentAt && number > value.number) problems.push(`before a write: ${name}, not v${number}`);
    }
    if (request.kind === 'write' && isAbout(value, placeOf(request, person))) {
      const own = tables.madeBy(value, request.by);
      if (own !== undefined && own.number > value.number) problems.push(`before its own write: ${name}`);
    }
    return problems;
  }

  return {
    judge(answer) {
      const { data = null, errors } = toResult(answer);
      const isWhole = errors === undefined;
      const said = textsOf(data).flatMap((text) => fromText(text) ?? []);
      const problems = [
        ...said.flatMap((value) => judgeValue(value, answer)),
        ...said.flatMap((value) => judgePlace(value, answer)),
        ...absentIn(answer, isWhole ? data : null).flatMap((value) => judgeValue(value, answer)),
        ...judgeIdentity(answer, data),
        ...judgeHeaders(answer, isWhole),
      ];
      note(answer);
      return problems.map((problem) => `${problem}\n${toStory(answer)}`);
    },
  };
}

function toResult({ text }: Answer): { data?: Readonly<Record<string, unknown>> | null; errors?: unknown } {
  try {
    return JSON.parse(text);
  } catch {
    return { errors: text };
  }
}

/** What the client may go on using must be allowed by the services for as long. */
function judgeClaim(name: string, { usableUntil }: Version, { sentAt, cacheControl }: Answer): string[] {
  const seconds = maxAgeOf(cacheControl);
  const lateMs = sentAt + seconds * 1_000 - usableUntil;
  return seconds > 0 && lateMs > 0 ? [`promised too much: ${name} may not be used for the last ${lateMs} ms`] : [];
}

export function maxAgeOf(cacheControl: string | undefined): number {
  return Number(/max-age=(\d+)/.exec(cacheControl ?? '')?.[1] ?? 0);
}

/** Whether a value is in the language that was asked for. */
function judgePlace(said: Said, { request }: Answer): string[] {
  if (request.kind === 'write' || said.table !== 'items') return [];
  const isOurs = said.forWhom === request.locale && ['', request.locale].includes(said.view);
  return isOurs ? [] : [`foreign language: ${said.view} ${said.forWhom} of ${said.key} for ${request.locale}`];
}

/** Everything that is anybody's names them: in the whole of an answer is nobody but who asked. */
function judgeIdentity({ person, request, text }: Answer, data: unknown): string[] {
  const names = new Set(text.match(/\bacc-\w/g));
  names.delete(person.account ?? '');
  const foreign = [...names].map((name) => `foreign: something of ${name}`);
  if (request.kind === 'write' || request.operation.name !== 'Favourite') return foreign;
  const { favourite } = (data ?? {}) as { favourite?: { id?: string } | null };
  const expected = person.account?.slice(-1) ?? 'f';
  const isOwn = (favourite ?? undefined) === undefined || favourite?.id === expected;
  return isOwn ? foreign : [...foreign, `foreign: the item ${favourite?.id} instead of ${expected}`];
}

function judgeHeaders({ request, cacheControl, status }: Answer, isWhole: boolean): string[] {
  const mayBeKept = request.kind === 'read' && request.method === 'GET' && !request.operation.isPersonal && isWhole;
  if (mayBeKept) return status === 200 || status === 304 ? [] : [`status ${status} without an error`];
  return cacheControl === 'no-store' ? [] : [`may be kept: ${cacheControl}, ${isWhole ? 'personal' : 'with errors'}`];
}

/** An item that was asked for and is not there, as a value of its own: the row's version 0. */
function absentIn({ request }: Answer, data: Readonly<Record<string, unknown>> | null): Value[] {
  if (request.kind === 'write' || data?.item !== null) return [];
  return [{ table: 'items', key: request.id, number: 0 }];
}

function placeOf({ table, id }: WriteRequest, { account = '' }: Person): Place {
  return { table, key: table === 'notes' ? toNoteKey(account, id) : id };
}

const isAbout = (value: Place, { table, key }: Place) => value.table === table && value.key === key;

function textsOf(data: unknown): string[] {
  if (typeof data === 'string') return [data];
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(textsOf) : [];
}

function toStory({ request, person, sentAt, receivedAt, status, cacheControl, text }: Answer): string {
  const { kind, id } = request;
  const what =
    kind === 'read' ? `${request.method} ${request.operation.name} ${request.locale}` : `PUT ${request.table}`;
  const took = `sent at ${sentAt}, ${receivedAt - sentAt} ms`;
  return `  ${what} of ${id} by ${person.account ?? 'nobody'}, ${took}: ${status} ${cacheControl} ${text}`;
}
