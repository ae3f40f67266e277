/** The context of a run that may answer several requests: once it is known that it does, nothing in it is anybody's own. */
import type { RequestContext } from '../context/request-context.ts';
import type { SharedRun } from './answer.ts';

/**
 * As the first caller's. In a public run what is personal is absent, and whoever asks for it refuses the run; in one that
 * turns out to be the caller's own, it is there.
 */
export function toSharedContext(first: RequestContext, run: SharedRun): RequestContext {
  const { requestId, locale } = first;
  const isHidden = () => {
    if (run.isPublic) run.refuse();
    return run.isPublic;
  };
  return {
    requestId,
    locale,
    signal: run.signal,
    deadline: run.deadline,
    freshness: run.freshness,
    get trace() {
      return first.trace;
    },
    get log() {
      return first.log;
    },
    get principal() {
      return isHidden() ? null : first.principal;
    },
    get client() {
      return isHidden() ? { name: undefined, version: undefined } : first.client;
    },
    get idempotencyKey() {
      return isHidden() ? '' : first.idempotencyKey;
    },
  };
}
