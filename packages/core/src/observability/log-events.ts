/** Events become log lines: one per operation, one per call, one per error before it is masked. */
import { errorCodes, isErrorCode } from '../errors/error-codes.ts';
import type { Events } from '../events.ts';

/** Operations at `info`, calls at `debug`, errors at the level that their code has. */
export function createLogEvents(): Events {
  return {
    operation({ context, ...fields }) {
      context.log.info(
        { ...fields, client: context.client, principal: context.principal?.subject },
        'operation answered',
      );
    },
    call({ context, ...fields }) {
      context.log.debug(fields, 'service called');
    },
    error({ context, code, path, error }) {
      const level = isErrorCode(code) ? errorCodes[code].logLevel : 'info';
      context.log[level]({ code, path: path?.join('.'), err: error }, 'field failed');
    },
  };
}
