import { describe, expect, it } from '@jest/globals';
import { settingsFromEnvironment } from './environment.ts';
import { parseSettings } from './settings.ts';

describe('parseSettings', () => {
  it('fills in defaults', () => {
    expect(parseSettings({ environment: 'test', port: 0 })).toMatchObject({
      host: '127.0.0.1',
      services: {},
      requestTimeoutMs: 2_000,
      attemptTimeoutMs: 500,
      maxBodyBytes: 100_000,
      maxDepth: 10,
    });
  });

  it('reports every problem at once, each with its place', () => {
    const wrong = {
      environment: 'prod',
      port: 70_000,
      services: { catalog: { origin: 'localhost:4101/v1' } },
      maxDepht: 5,
    };
    expect(() => parseSettings(wrong as never)).toThrow(
      /- environment: .*\n- port: .*\n- services\.catalog\.origin: must be an http or https URL.*\n(?:- .*\n)?- \(all\): .*maxDepht/,
    );
  });

  it('takes an origin, not a URL with a path', () => {
    const settings = {
      environment: 'test',
      port: 0,
      services: { catalog: { origin: 'http://localhost:4101/v1' } },
    } as const;
    expect(() => parseSettings(settings)).toThrow('- services.catalog.origin: must be an origin, without a path');
  });
});

describe('parseSettings with several workers', () => {
  const settings = { environment: 'test', port: 0, workers: 2 } as const;

  it('refuses caches of their own, and says both ways out', () => {
    expect(() => parseSettings(settings)).toThrow(/^The settings .*\n- redisUrl: is not set, .*CACHE=false\)$/);
    expect(() => settingsFromEnvironment({ WORKERS: '2' }, { environment: 'test', port: 0 })).toThrow(
      /^The environment .*\n- REDIS_URL: is not set, .*CACHE=false\)$/,
    );
  });

  it('takes one Redis for all, or no cache', () => {
    expect(parseSettings({ ...settings, redisUrl: 'rediss://localhost' })).toMatchObject({ workers: 2, cache: true });
    expect(parseSettings({ ...settings, cache: false })).toMatchObject({ workers: 2, cache: false });
  });

  it('takes a URL of Redis only', () => {
    expect(() => parseSettings({ ...settings, redisUrl: 'http://localhost:6379' })).toThrow(
      '- redisUrl: must be a redis or rediss URL such as redis://localhost:6379',
    );
  });
});

describe('settingsFromEnvironment', () => {
  const defaults = {
    environment: 'development',
    port: 4_000,
    services: { catalog: { origin: 'http://localhost:4101' } },
    identity: { issuer: 'http://localhost:4100', audience: 'a', clientId: 'web-bff', clientSecret: 's' },
  } as const;

  it('takes the defaults where nothing is set', () => {
    expect(settingsFromEnvironment({}, defaults)).toMatchObject(defaults);
  });

  it('lets variables override them', () => {
    const env = {
      NODE_ENV: 'production',
      PORT: '80',
      CATALOG_URL: 'http://catalog:8080/',
      CLIENT_SECRET: 'better',
      IDENTITY_ISSUER: 'https://id.example',
      CORS_ORIGINS: 'https://shop.example, https://m.shop.example',
      REQUEST_TIMEOUT_MS: '900',
    };
    expect(settingsFromEnvironment(env, defaults)).toMatchObject({
      environment: 'production',
      port: 80,
      services: { catalog: { origin: 'http://catalog:8080' } },
      identity: { ...defaults.identity, issuer: 'https://id.example', clientSecret: 'better' },
      corsOrigins: ['https://shop.example', 'https://m.shop.example'],
      requestTimeoutMs: 900,
    });
  });

  it('names the variables that it cannot use', () => {
    const env = { PORT: 'eighty', NODE_ENV: 'prod', CATALOG_URL: 'catalog', LOCALES: 'de_DE' };
    expect(() => settingsFromEnvironment(env, defaults)).toThrow(
      /- NODE_ENV: .*\n- PORT: .*\n- CATALOG_URL: must be .*\n- LOCALES/,
    );
  });

  it('has no development defaults in production', () => {
    expect(() => settingsFromEnvironment({ NODE_ENV: 'production' }, defaults)).toThrow(
      new TypeError(
        'The environment cannot be used:\n- CATALOG_URL: is not set\n- IDENTITY_ISSUER: is not set\n- CLIENT_SECRET: is not set',
      ),
    );
  });
});
