/** Events become log lines: one per operation, one per call, one per batch that was split or document that is not trusted, one per error before it is masked. */
import type { Settings } from '../config/settings.ts';
import { errorCodes, isErrorCode } from '../errors/error-codes.ts';
import { FacetError } from '../errors/facet-error.ts';
import type { BatchReason, Events } from '../events.ts';

/** A batch that is more calls than it should be: time to look at the contract's maximum, or at the service. */
const splits: ReadonlySet<BatchReason> = new Set(['count', 'bytes', 'bisection']);

/** Operations at `info`, calls and what became of guesses at `debug`, batches that were split at `warn`, errors at the level that their code has. */
export function createLogEvents({ logLevel }: Pick<Settings, 'logLevel'>): Omit<Events, 'audit'> {
  const isDebug = logLevel === 'debug';
  const isInfo = isDebug || logLevel === 'info';
  return {
    operation(event) {
      if (!isInfo) return;
      const { context, durationMs, ...fields } = event;
      const { client, principal } = context;
      const line = { ...fields, durationMs: rounded(durationMs), client, principal: principal?.subject };
      context.log.info(line, 'operation answered');
    },
    limit({ context, isRefused, ...fields }) {
      // What is refused has a line as an error.
      if (!isRefused) context.log.warn(fields, 'operation beyond a limit that is only measured');
    },
    execution(event) {
      if (event.compiled) return;
      const { context, ...fields } = event;
      context.log.warn(fields, 'operation left to graphql-js');
    },
    call(event) {
      if (!isDebug) return;
      const { context, durationMs, ...fields } = event;
      context.log.debug({ ...fields, durationMs: rounded(durationMs) }, 'service called');
    },
    batch(event) {
      if (!splits.has(event.reason)) return;
      const { context, ...fields } = event;
      context.log.warn(fields, 'batch split');
    },
    speculation(event) {
      if (!isDebug) return;
      const { context, ...fields } = event;
      context.log.debug(fields, 'calls made on speculation');
    },
    untrusted({ context, code, isRefused }) {
      // A refusal has a line of its own already.
      if (!isInfo || isRefused) return;
      context.log.info({ code, client: context.client }, 'document not trusted');
    },
    rate({ context, what, limit, isRefused }) {
      // A refusal has a line of its own already.
      if (!isInfo || isRefused) return;
      context.log.info({ code: 'RATE_LIMITED', what, limit, client: context.client }, 'beyond a rate limit');
    },
    error({ context, code, path, error }) {
      const level = isErrorCode(code) ? errorCodes[code].logLevel : 'info';
      context.log[level]({ code, path: path?.join('.'), ...whatHappened(error, level) }, 'error answered');
    },
  };
}

/** What callers do wrong needs no stack; what goes wrong here needs its whole cause. */
function whatHappened(error: unknown, level: string): object {
  if (level !== 'error' && level !== 'warn') return { reason: error instanceof Error ? error.message : String(error) };
  if (!(error instanceof FacetError)) return { err: error };
  const { cause } = error;
  return cause instanceof Error || cause === undefined ? { err: error } : { err: error, cause };
}

function rounded(durationMs: number): number {
  return Math.round(durationMs * 10) / 10;
}
