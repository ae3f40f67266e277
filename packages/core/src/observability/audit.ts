/** The audit log: one line for each sign-in, refusal and mutation, whatever else is logged. */
import type { Logger } from 'pino';
import type { Settings } from '../config/settings.ts';
import type { Events } from '../events.ts';

/** Creates it. Its lines have `audit: true`, and are written on every log level but `silent`. */
export function createAudit(log: Logger, { logLevel }: Pick<Settings, 'logLevel'>): Events['audit'] {
  const lines = log.child({ audit: true }, { level: logLevel === 'silent' ? 'silent' : 'info' });
  return (event) => {
    lines.info(event, 'audit');
  };
}
