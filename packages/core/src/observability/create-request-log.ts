/** The log of one request: the process's own, with the request's fields in every line. */
import type { Logger } from 'pino';
import type { Log } from '../context/request-context.ts';

/** Costs nothing until a line is written; a pino child would format and redact its fields for every request. */
export function createRequestLog(log: Logger, own: object): Log {
  const write = (level: keyof Log) => (fields: object, message: string) => {
    if (log.isLevelEnabled(level)) log[level]({ ...own, ...fields }, message);
  };
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}
