/** Whether rates are limited, where settings leave it to the environment. */
import type { LimitMode, Settings } from '../config/settings.ts';

const byEnvironment = { production: 'enforce', development: 'measure', test: 'off' } as const satisfies Record<
  Settings['environment'],
  LimitMode
>;

export function toRateMode({ rateLimits, environment }: Pick<Settings, 'rateLimits' | 'environment'>): LimitMode {
  return rateLimits ?? byEnvironment[environment];
}
