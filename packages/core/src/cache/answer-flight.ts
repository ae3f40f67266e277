/** One execution on its way to several requests: who waits for it, and when it ends. */
import type { FastifyReply } from 'fastify';
import { FacetError } from '../errors/facet-error.ts';
import type { Answer, SharedRun, Verdict } from '../http/answer.ts';
import { createFreshnessTotal, type FreshnessTotal } from './freshness-total.ts';

export interface FlightOptions {
  /** What it may take, in milliseconds. */
  readonly timeoutMs: number;
  /** Whether the operation is known to be public; otherwise the run tells. */
  readonly isPublic: boolean;
  /** Brings the answer; called once, later than this turn. */
  readonly carryOut: (run: FlightRun) => Promise<Answer>;
  /** Hears what the operation turns out to be. `false` says that it is not public, whatever the plan says. */
  readonly onVerdict: (verdict: Verdict) => boolean;
  readonly onRefused: () => void;
  /** From now on nobody joins. */
  readonly onClosed: () => void;
}

export interface FlightRun extends SharedRun {
  readonly freshness: FreshnessTotal;
}

export interface Flight {
  /**
   * The answer for one more request; `undefined` for what is to be answered on its own. What is not shareable goes to the
   * first alone, and so does an operation that is not public; a run that was refused goes to nobody.
   */
  join(reply: FastifyReply): Promise<Answer | undefined>;
}

/** Begins a run, which lives until its last caller leaves. The first to join is whose context it has. */
export function beginFlight(options: FlightOptions): Flight {
  const { timeoutMs, carryOut, onVerdict, onRefused, onClosed } = options;
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(new FacetError('DEADLINE_EXCEEDED')), timeoutMs);
  const waiting = new Set<FastifyReply>();
  let first: FastifyReply | undefined;
  let isPublic = options.isPublic;
  let isRefused = false;
  let leaveAlone: (() => void) | undefined;

  const run: FlightRun = {
    signal: abort.signal,
    deadline: Date.now() + timeoutMs,
    freshness: createFreshnessTotal(),
    get isPublic() {
      return isPublic;
    },
    decide(verdict) {
      const isFound = onVerdict(verdict);
      if (isFound) isPublic = true;
      else if (isPublic) refuse();
      else beFirsts();
    },
    refuse,
  };
  const ended = Promise.resolve(run).then(carryOut).finally(end);
  const forOthers = isPublic ? ended : Promise.race([ended, new Promise<undefined>(setLeaveAlone)]);
  forOthers.catch(() => {});

  function setLeaveAlone(resolve: (nothing: undefined) => void): void {
    leaveAlone = () => resolve(undefined);
  }

  function end(): void {
    clearTimeout(timer);
    onClosed();
  }

  function refuse(): void {
    isRefused = true;
    onRefused();
    onClosed();
    abort.abort(new FacetError('CANCELED'));
  }

  /** The run goes on for the first alone, if still there. */
  function beFirsts(): void {
    onClosed();
    leaveAlone?.();
    for (const reply of waiting) if (reply !== first) leave(reply);
  }

  function leave(reply: FastifyReply): void {
    if (!waiting.delete(reply) || waiting.size > 0) return;
    onClosed();
    abort.abort(new FacetError('CANCELED'));
  }

  return {
    async join(reply) {
      const isFirst = first === undefined;
      first ??= reply;
      waiting.add(reply);
      reply.raw.once('close', () => {
        if (!reply.raw.writableFinished) leave(reply);
      });
      const answer = await (isFirst ? ended : forOthers);
      return isRefused || !(isFirst || answer?.isShareable) ? undefined : answer;
    },
  };
}
