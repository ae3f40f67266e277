import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config.ts';

describe('readConfig', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toEqual({
      services: ['catalog', 'inventory', 'reviews', 'accounts', 'carts', 'orders', 'payments'],
      ports: {
        catalog: 4101,
        inventory: 4102,
        reviews: 4103,
        accounts: 4104,
        carts: 4105,
        orders: 4106,
        payments: 4107,
      },
      origins: {},
      host: '127.0.0.1',
      database: { folder: '.data' },
      identity: { issuer: 'http://localhost:4100', audience: 'urn:facet:{service}', clientSecrets: {} },
      logLevel: 'info',
    });
  });

  it('takes PostgreSQL, some services and other ports', () => {
    const config = readConfig({
      DATABASE_URL: 'postgres://me@db/facet',
      SERVICES: 'catalog, reviews',
      CATALOG_PORT: '0',
    });
    expect(config.database).toEqual({ url: 'postgres://me@db/facet' });
    expect(config.services).toEqual(['catalog', 'reviews']);
    expect(config.ports?.catalog).toBe(0);
  });

  it('looks for services that run elsewhere at their URL, or at their port', () => {
    const config = readConfig({ SERVICES: 'carts', CATALOG_URL: 'https://catalog.example', CARTS_CLIENT_SECRET: 's3' });
    expect(config.origins).toMatchObject({ catalog: 'https://catalog.example', inventory: 'http://localhost:4102' });
    expect(config.origins?.carts).toBeUndefined();
    expect(config.identity.clientSecrets).toEqual({ carts: 's3' });
  });

  it('names every variable that is wrong at once', () => {
    const read = () => readConfig({ SERVICES: 'catalogue', CATALOG_PORT: 'x', DATABASE_URL: 'mysql://db' });
    expect(read).toThrow(/SERVICES[\s\S]*CATALOG_PORT[\s\S]*DATABASE_URL/);
  });
});
