/** The structured log: pino, one JSON line each, secrets removed. */
import { type Logger, pino } from 'pino';
import type { Settings } from '../config/settings.ts';

/** Fields that never reach a line, wherever they stand up to three objects deep. */
const secretFields = [
  'authorization',
  'cookie',
  'set-cookie',
  'token',
  'clientSecret',
  'client_secret',
  'access_token',
  'refresh_token',
  'id_token',
  'accessToken',
  'refreshToken',
  'password',
];

/** Creates the process's log. `destination` is standard output by default. */
export function createLog(
  name: string,
  settings: Pick<Settings, 'logLevel'>,
  destination?: { write(line: string): void },
): Logger {
  const paths = secretFields.flatMap((field) =>
    ['', '*.', '*.*.'].map((prefix) => `${prefix}["${field}"]`.replace('.["', '["')),
  );
  const options = {
    name,
    level: settings.logLevel,
    redact: { paths, censor: '[secret]' },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
