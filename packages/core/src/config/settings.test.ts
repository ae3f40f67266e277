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

describe('parseSettings with sessions', () => {
  const identity = { issuer: 'https://id.example', audience: 'a', clientId: 'web-bff', clientSecret: 's' };
  const settings = { environment: 'test', port: 0, identity, session: {} } as const;
  const key = Buffer.alloc(32, 7).toString('base64');

  it('has none unless asked, and fills in lifetimes', () => {
    expect(parseSettings({ environment: 'test', port: 0 }).session).toBeUndefined();
    expect(parseSettings(settings).session).toEqual({
      keys: [],
      scopes: ['openid'],
      idleMs: 1_800_000,
      lifetimeMs: 43_200_000,
    });
  });

  it.each([
    ['nobody to sign in with', { identity: undefined }, 'identity: is not set'],
    ['several workers', { workers: 2, cache: false }, 'redisUrl: is not set, while several workers have sessions'],
    ['Redis without a key', { redisUrl: 'redis://localhost' }, 'session.keys: is not set'],
    [
      'scopes that tell nobody who signed in',
      { session: { scopes: ['profile'] } },
      'session.scopes: must contain openid',
    ],
    ['a short key', { session: { keys: ['c2hvcnQ='] } }, 'session.keys.0: must be 32 bytes in base64'],
    ['production without an origin', { environment: 'production' }, 'session.origin: is not set'],
    [
      'production without TLS',
      {
        environment: 'production',
        session: { origin: 'http://shop.example' },
        identity: { ...identity, issuer: 'http://id.example' },
      },
      'session.origin: must be https in production\n- identity.issuer: must be https',
    ],
  ])('refuses %s', (_case, given, problem) => {
    expect(() => parseSettings({ ...settings, ...given } as never)).toThrow(problem);
  });

  it('takes one Redis for all, with a key', () => {
    const given = { workers: 2, redisUrl: 'redis://localhost', session: { keys: [key] } };
    expect(parseSettings({ ...settings, ...given })).toMatchObject(given);
  });
});

describe('settingsFromEnvironment', () => {
  it('has sessions where a BFF may have them and a variable is set', () => {
    const identity = { issuer: 'http://localhost:4100', audience: 'a', clientId: 'web-bff', clientSecret: 's' };
    const without = { environment: 'development', port: 4_000, identity } as const;
    const keys = [1, 2].map((byte) => Buffer.alloc(32, byte).toString('base64'));
    const env = { SESSION_ORIGIN: 'http://localhost:4000', SESSION_KEYS: keys.join(', '), SESSION_IDLE_MS: '60000' };
    expect(settingsFromEnvironment(env, without).session).toBeUndefined();
    expect(settingsFromEnvironment({}, { ...without, session: {} }).session).toBeUndefined();
    expect(settingsFromEnvironment(env, { ...without, session: {} }).session).toMatchObject({
      origin: 'http://localhost:4000',
      keys,
      idleMs: 60_000,
    });
    expect(() => settingsFromEnvironment({ SESSION_KEYS: 'abc' }, { ...without, session: {} })).toThrow(
      '- SESSION_KEYS: must be 32 bytes',
    );
  });

  const defaults = {
    environment: 'development',
    port: 4_000,
    services: { catalog: { origin: 'http://localhost:4101' } },
    identity: { issuer: 'http://localhost:4100', audience: 'a', clientId: 'web-bff', clientSecret: 's' },
  } as const;

  it('takes the defaults where nothing is set', () => {
    expect(settingsFromEnvironment({}, defaults)).toMatchObject(defaults);
  });

  it('takes those of production in production alone', () => {
    const both = { ...defaults, trustedDocuments: 'log', production: { trustedDocuments: 'enforce' } } as const;
    const production = { NODE_ENV: 'production', CATALOG_URL: 'http://catalog', IDENTITY_ISSUER: 'https://id.example' };
    const read = (environment: Record<string, string>) => settingsFromEnvironment(environment, both).trustedDocuments;
    expect(read({})).toBe('log');
    expect(read({ ...production, CLIENT_SECRET: 's' })).toBe('enforce');
    expect(read({ ...production, CLIENT_SECRET: 's', TRUSTED_DOCUMENTS: 'off' })).toBe('off');
    expect(() => read({ TRUSTED_DOCUMENTS: 'yes' })).toThrow('- TRUSTED_DOCUMENTS: must be off, log or enforce');
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

describe('the TLS of services', () => {
  const defaults = {
    environment: 'test',
    port: 0,
    services: { 'price-list': { origin: 'https://prices.example' } },
  } as const;
  const pem = '-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----';

  it('is not there unless a variable is set', () => {
    expect(settingsFromEnvironment({}, defaults).services).toEqual({
      'price-list': { origin: 'https://prices.example' },
    });
  });

  it('is refused where it cannot work, by the variable and without its text', () => {
    const read = (variables: Record<string, string>) => () =>
      settingsFromEnvironment(
        Object.fromEntries(Object.entries(variables).map(([name, value]) => [`PRICE_LIST_${name}`, value])),
        defaults,
      );
    expect(read({ TLS_CA: 'secret' })).toThrow(/- PRICE_LIST_TLS_CA: must be text in PEM$/);
    expect(read({ TLS_CERT: pem, TLS_KEY: 'secret' })).toThrow(/- PRICE_LIST_TLS_KEY: must be text in PEM$/);
    expect(read({ TLS_CERT: pem })).toThrow(/- PRICE_LIST_TLS_KEY: is not set: a certificate is of use with its key/);
    expect(read({ TLS_KEY: pem })).toThrow(/- PRICE_LIST_TLS_CERT: is not set/);
    expect(read({ TLS_CA: pem })).toThrow(/- PRICE_LIST_TLS_CA: cannot be used: (?!.*nonsense)/);
    expect(read({ TLS_CA_FILE: '/nowhere' })).toThrow('PRICE_LIST_TLS_CA: cannot be read from /nowhere');
    expect(read({ TLS_CA: pem, URL: 'http://prices.example' })).toThrow(/- PRICE_LIST_URL: must be https/);
  });
});
