import { describe, expect, it } from '@jest/globals';
import { Agent, request } from 'undici';
import { audience, startTestIssuer } from '../identity/key-set.fixture.ts';
import { startDomainServices } from '../index.ts';
import { findPostgres, startPostgres } from './postgres.fixture.ts';

// Where it is missing, the services' own suites say so.
const describeWithPostgres = findPostgres() ? describe : describe.skip;

describeWithPostgres('a service whose PostgreSQL goes away', () => {
  it('answers 503 without saying where its database is, and is not ready', async () => {
    const [database, provider, agent] = [await startPostgres(), await startTestIssuer(), new Agent()];
    const running = await startDomainServices({
      services: ['inventory'],
      ports: { inventory: 0 },
      database: { url: database.url },
      identity: { issuer: provider.issuer, audience },
      logLevel: 'silent',
    });
    const get = async (path: string) => {
      const headers = { authorization: `Bearer ${provider.clientToken()}` };
      const answer = await request(`${running.origins.inventory}${path}`, { dispatcher: agent, headers });
      return { status: answer.statusCode, text: await answer.body.text() };
    };
    expect((await get('/v1/stock')).status).toBe(200);
    await database.stop();
    for (const path of ['/v1/stock', '/v1/stock?ids=prd-0001', '/readyz']) {
      const { status, text } = await get(path);
      expect(status).toBe(503);
      expect(JSON.parse(text).code).toBe('UNAVAILABLE');
      expect(text).not.toContain(new URL(database.url).port);
    }
    expect((await get('/livez')).status).toBe(200);
    await running.close();
    await provider.close();
    await agent.close();
  });
});
