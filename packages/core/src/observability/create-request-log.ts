/** The log of one request: the process's own, with the request's fields in every line. */
import type { Logger } from 'pino';
import type { Log } from '../context/request-context.ts';

/** Costs nothing until a line is written; a pino child would format and redact its fields for every request. */
export function createRequestLog(log: Logger, own: object): Log {
  return new RequestLog(log, own);
}

class RequestLog implements Log {
  private readonly log: Logger;
  private readonly own: object;

  constructor(log: Logger, own: object) {
    this.log = log;
    this.own = own;
  }

  debug(fields: object, message: string): void {
    this.write('debug', fields, message);
  }

  info(fields: object, message: string): void {
    this.write('info', fields, message);
  }

  warn(fields: object, message: string): void {
    this.write('warn', fields, message);
  }

  error(fields: object, message: string): void {
    this.write('error', fields, message);
  }

  private write(level: keyof Log, fields: object, message: string): void {
    if (this.log.isLevelEnabled(level)) this.log[level]({ ...this.own, ...fields }, message);
  }
}
