import { describe, expect, it } from '@jest/globals';
import { createClientToken } from './client-token.ts';
import { createCredentials } from './credentials.ts';
import type { FetchJson } from './provider.ts';

function tokens(answers: unknown[] = []) {
  const requests: Parameters<FetchJson>[0][] = [];
  const clock = { now: 0 };
  const clientToken = createClientToken({
    provider: { metadata: async () => ({ issuer: 'i', jwks_uri: 'j', token_endpoint: 'https://id.example/token' }) },
    fetchJson: async (request) => {
      requests.push(request);
      const answer = answers.shift() ?? { access_token: `t${requests.length}`, expires_in: 600 };
      if (answer instanceof Error) throw answer;
      return answer;
    },
    clientId: 'web bff',
    clientSecret: 's:cret',
    audience: 'urn:facet:api',
    now: () => clock.now,
  });
  return { clientToken, requests, clock };
}

describe('createClientToken', () => {
  it('asks once for all who wait, and again a minute before the token expires', async () => {
    const { clientToken, requests, clock } = tokens();
    expect(await Promise.all([clientToken.get(), clientToken.get()])).toEqual(['t1', 't1']);
    clock.now = 539_999;
    expect(await clientToken.get()).toBe('t1');
    clock.now = 540_000;
    expect(await clientToken.get()).toBe('t2');
    expect(requests).toHaveLength(2);
  });

  it('sends the grant of RFC 6749 for the audience', async () => {
    const { clientToken, requests } = tokens();
    await clientToken.get();
    expect(requests[0]).toMatchObject({
      method: 'POST',
      url: 'https://id.example/token',
      headers: { authorization: `Basic ${btoa('web%20bff:s%3Acret')}` },
      body: 'grant_type=client_credentials&resource=urn%3Afacet%3Aapi',
    });
  });

  it('renews a short-lived token at half its time', async () => {
    const { clientToken, clock } = tokens([{ access_token: 'short', expires_in: 60 }]);
    await clientToken.get();
    clock.now = 30_000;
    expect(await clientToken.get()).toBe('t2');
  });

  it('tries again after a failure', async () => {
    const { clientToken } = tokens([new Error('down'), { token: 'misspelt' }]);
    await expect(clientToken.get()).rejects.toThrow('down');
    await expect(clientToken.get()).rejects.toThrow('without access_token');
    expect(await clientToken.get()).toBe('t3');
  });

  it('forgets a refused token, not the newer one', async () => {
    const { clientToken } = tokens();
    await clientToken.get();
    clientToken.forget('t1');
    expect(await clientToken.get()).toBe('t2');
    clientToken.forget('t1');
    expect(await clientToken.get()).toBe('t2');
  });
});

describe('createCredentials', () => {
  const response = (status: number) => ({ status, headers: {}, body: new Uint8Array() });
  const request = (audience: string, principal: unknown) =>
    ({ audience, headers: {}, context: { principal }, signal: new AbortController().signal }) as never;

  function sentBy(statuses: number[] = []) {
    const sent: (string | undefined)[] = [];
    const { clientToken } = tokens();
    const send = createCredentials(clientToken)(async ({ headers }) => {
      sent.push(headers.authorization);
      return response(statuses.shift() ?? 200);
    });
    return { send, sent };
  }

  it("gives public calls the BFF's own token, also for callers who are signed in", async () => {
    const { send, sent } = sentBy();
    await send(request('public', { token: 'person' }));
    expect(sent).toEqual(['Bearer t1']);
  });

  it("gives a principal's calls the caller's token", async () => {
    const { send, sent } = sentBy();
    await send(request('principal', { token: 'person' }));
    expect(sent).toEqual(['Bearer person']);
  });

  it('refuses anonymous callers before any call', async () => {
    const { send, sent } = sentBy();
    await expect(send(request('principal', null))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(sent).toEqual([]);
  });

  it('replaces its own token once when a service refuses it', async () => {
    const { send, sent } = sentBy([401, 401]);
    expect(await send(request('public', null))).toMatchObject({ status: 401 });
    expect(sent).toEqual(['Bearer t1', 'Bearer t2']);
  });

  it("never replaces the caller's token", async () => {
    const { send, sent } = sentBy([401]);
    expect(await send(request('principal', { token: 'person' }))).toMatchObject({ status: 401 });
    expect(sent).toEqual(['Bearer person']);
  });
});
