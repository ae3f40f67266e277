import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config.ts';

describe('readConfig', () => {
  it('gives every listener its standard port, SQLite in .data, and warnings only', () => {
    expect(readConfig({ WEB_PORT: '' })).toEqual({
      ports: {
        identity: 4100,
        catalog: 4101,
        inventory: 4102,
        reviews: 4103,
        accounts: 4104,
        carts: 4105,
        orders: 4106,
        payments: 4107,
        web: 4000,
        mobile: 4001,
      },
      urls: {},
      database: { folder: '.data' },
      logLevel: 'warn',
    });
  });

  it('takes PostgreSQL when DATABASE_URL is set', () => {
    const url = 'postgres://facet@localhost:5432/facet';

    expect(readConfig({ DATABASE_URL: url, DATA_DIR: 'elsewhere' }).database).toEqual({ url });
    expect(readConfig({ SESSION_ORIGIN: 'http://localhost:5173/' }).sessionOrigin).toBe('http://localhost:5173');
  });

  it('reports every wrong variable at once, with what was given', () => {
    const wrong = () =>
      readConfig({ WEB_PORT: 'http', IDP_PORT: '70000', DATABASE_URL: 'mysql://x', LOG_LEVEL: 'loud' });

    for (const given of ['WEB_PORT=http', 'IDP_PORT=70000', 'DATABASE_URL=mysql://x', 'LOG_LEVEL=loud']) {
      expect(wrong).toThrow(given);
    }
  });

  it('refuses one port for two listeners, standard ports included', () => {
    expect(() => readConfig({ WEB_PORT: '4001' })).toThrow('MOBILE_PORT=(default): WEB_PORT has it, too');
    expect(readConfig({ WEB_PORT: '0', MOBILE_PORT: '0' }).ports).toMatchObject({ web: 0, mobile: 0 });
  });
});
