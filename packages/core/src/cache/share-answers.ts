/** Identical requests for public operations get one answer: that of one being answered, or one that was kept. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { Freshness, Source } from '../context/freshness.ts';
import type { Answer, ShareAnswer, SharedRun, Verdict } from '../http/answer.ts';
import { beginFlight, type Flight, type FlightRun } from './answer-flight.ts';
import { createToOperation, toKey } from './asked.ts';
import type { KeptAnswer } from './kept-answer-codec.ts';
import { type Found, type KeptAnswers, revalidate } from './kept-answers.ts';
import type { MaybePromise } from './store.ts';
import { toUrlTag } from './tags.ts';

export interface SharedAnswersOptions {
  /** What one execution may take, in milliseconds. */
  readonly timeoutMs: number;
  /** The locale that answers are written for, of an `Accept-Language`; requests for different ones are never identical. */
  readonly toLocale: (acceptLanguage: string | undefined) => string;
  /** Nothing is kept without. */
  readonly kept?: KeptAnswers | undefined;
  /** Gives the question, for one request, whether what a source said still holds; nothing is revalidated without. */
  readonly toIsCurrent?:
    | ((
        request: FastifyRequest,
        reply: FastifyReply,
        run: SharedRun,
      ) => (source: Source) => Promise<Freshness | undefined>)
    | undefined;
  /** Hears of every request that was answered without an execution of its own. */
  readonly onSpared?: (request: FastifyRequest, by: 'joined' | 'kept' | 'revalidated') => void;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

export interface SharedAnswers {
  readonly share: ShareAnswer;
  /** From now on nobody joins what began before: for when something has changed. */
  endFlights(): void;
}

/** What is known of an operation. */
type Kind =
  | { readonly isPublic: false }
  | { readonly isPublic: true; readonly maxAgeMs: number; readonly tags: string[] };

interface Asked {
  readonly operation: string;
  readonly key: string;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly start: Parameters<ShareAnswer>[2];
}

/** What a flight knows of what is kept for it; found out on the way where the operation is new. */
interface Knowledge {
  kind?: Kind & { readonly isPublic: true };
  found?: Found;
}

/** Operations remembered, the one longest unused giving way; longer ones are not worth their memory. */
const maxOperations = 1_000;
const maxOperationLength = 10_000;
const personal: Kind = { isPublic: false };

/**
 * Creates the place where requests meet. The first request for an operation finds out what it is: what its plan says is
 * not public is the caller's own from then on. A public operation is executed where it cannot see its caller; one that
 * tries is refused, and personal from then on, too. What is public is answered with what is kept as long as that holds,
 * afterwards with what its sources say that it still is, and otherwise by one execution for all who ask meanwhile.
 */
export function createSharedAnswers(options: SharedAnswersOptions): SharedAnswers {
  const { timeoutMs, toLocale, kept, toIsCurrent, onSpared, now = Date.now } = options;
  const toOperation = createToOperation();
  const kinds = new LRUCache<string, Kind>({ max: maxOperations });
  /** With what each began from; `undefined` as long as its operation is new. */
  const flights = new Map<string, { readonly flight: Flight; readonly knowledge: Knowledge }>();

  function fly(asked: Asked, knowledge: Knowledge): Promise<Answer | undefined> {
    const { operation, key, reply } = asked;
    const underWay = flights.get(key);
    if (underWay !== undefined && underWay.knowledge.found?.asOf === knowledge.found?.asOf) {
      return join(underWay.flight, asked);
    }
    const flight = beginFlight({
      timeoutMs,
      isPublic: knowledge.kind !== undefined,
      carryOut: (run) => carryOut(asked, knowledge, run),
      onVerdict: (verdict) => learn(asked, knowledge, verdict),
      onRefused: () => kinds.set(operation, personal),
      onClosed: () => {
        if (flights.get(key)?.flight === flight) flights.delete(key);
      },
    });
    flights.set(key, { flight, knowledge });
    return flight.join(reply);
  }

  async function join(flight: Flight, { request, reply }: Asked): Promise<Answer | undefined> {
    const answer = await flight.join(reply);
    if (answer !== undefined) onSpared?.(request, 'joined');
    return answer;
  }

  /** What is read from afar comes too late for an operation that is only now known: its first answer is not kept. */
  function learn({ operation, key }: Asked, knowledge: Knowledge, verdict: Verdict): boolean {
    const before = kinds.get(operation);
    const kind = before?.isPublic === false ? before : toKind(verdict);
    kinds.set(operation, kind);
    if (!kind.isPublic || knowledge.kind !== undefined) return kind.isPublic;
    knowledge.kind = kind;
    const found = kept?.find({ key, tags: kind.tags });
    if (found !== undefined && !('then' in found)) knowledge.found = found;
    return true;
  }

  async function carryOut(asked: Asked, knowledge: Knowledge, run: FlightRun): Promise<Answer> {
    const stale = knowledge.found?.stale;
    const renewed = stale === undefined ? undefined : await renew(stale, asked, knowledge, run);
    if (renewed !== undefined) return renewed;

    const startedAt = now();
    const answer = await asked.start(run);
    const { kind, found } = knowledge;
    if (kind === undefined || run.signal.aborted || !answer.isShareable) return answer;
    const whole = toBytes(answer);
    if (kept === undefined) return whole;
    return kept.keep(whole, run.freshness.total(), { found, startedAt, maxAgeMs: kind.maxAgeMs });
  }

  async function renew(stale: KeptAnswer, asked: Asked, { kind, found }: Knowledge, run: FlightRun) {
    const { request, reply } = asked;
    if (kept === undefined || kind === undefined || toIsCurrent === undefined) return undefined;
    const startedAt = now();
    const freshness = await revalidate(stale.sources, toIsCurrent(request, reply, run));
    if (freshness === undefined) return undefined;
    onSpared?.(request, 'revalidated');
    return kept.renew(stale, freshness, { found, startedAt, maxAgeMs: kind.maxAgeMs });
  }

  function answer(asked: Asked, kind: Knowledge['kind'], found: Found): MaybePromise<Answer | undefined> {
    const { request, reply } = asked;
    if (found.fresh === undefined) return reply.raw.closed ? undefined : fly(asked, { ...(kind && { kind }), found });
    onSpared?.(request, 'kept');
    return found.fresh;
  }

  return {
    share: (request, reply, start) => {
      const operation = toOperation(request);
      if (operation === undefined || operation.length > maxOperationLength) return undefined;
      const kind = kinds.get(operation);
      // Who has left already will not say so again.
      if (kind?.isPublic === false || reply.raw.closed) return undefined;
      const key = toKey(request, toLocale(request.headers['accept-language']));
      if (key === undefined) return undefined;
      const asked = { operation, key, request, reply, start };
      if (kind === undefined) return fly(asked, {});
      if (kept === undefined) return fly(asked, { kind });
      const found = kept.find({ key, tags: kind.tags });
      return 'then' in found ? found.then((there) => answer(asked, kind, there)) : answer(asked, kind, found);
    },
    endFlights: () => flights.clear(),
  };
}

function toKind(verdict: Verdict): Kind {
  if (!verdict.isPublic) return personal;
  return { isPublic: true, maxAgeMs: verdict.maxAgeMs, tags: [...new Set(verdict.operations.map(toUrlTag))] };
}

/** Serialized once for all replies, in memory of its own: a small piece of a pool would keep all of that. */
function toBytes(answer: Answer): Answer {
  const { body } = answer;
  if (typeof body !== 'string') return answer;
  const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(body));
  bytes.write(body);
  return { ...answer, body: bytes };
}
