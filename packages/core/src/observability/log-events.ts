/** Events become log lines: one per operation, one per call, one per error before it is masked. */
import { errorCodes, isErrorCode } from '../errors/error-codes.ts';
import { FacetError } from '../errors/facet-error.ts';
import type { Events } from '../events.ts';

/** Operations at `info`, calls at `debug`, errors at the level that their code has. */
export function createLogEvents(): Events {
  return {
    operation({ context, durationMs, ...fields }) {
      const { client, principal } = context;
      const line = { ...fields, durationMs: rounded(durationMs), client, principal: principal?.subject };
      context.log.info(line, 'operation answered');
    },
    call({ context, durationMs, ...fields }) {
      context.log.debug({ ...fields, durationMs: rounded(durationMs) }, 'service called');
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
