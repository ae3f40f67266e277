/** The context of a run that answers several requests: nothing in it is anybody's own. */
import type { RequestContext } from '../context/request-context.ts';
import type { SharedRun } from './answer.ts';

/** As the first caller's, but what is personal is absent, and whoever asks for it refuses the run. */
export function toSharedContext(first: RequestContext, run: SharedRun): RequestContext {
  const { requestId, trace, locale } = first;
  return {
    requestId,
    trace,
    locale,
    signal: run.signal,
    deadline: run.deadline,
    get log() {
      return first.log;
    },
    get principal() {
      run.refuse();
      return null;
    },
    get client() {
      run.refuse();
      return { name: undefined, version: undefined };
    },
    get idempotencyKey() {
      run.refuse();
      return '';
    },
  };
}
