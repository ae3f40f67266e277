import { describe, expect, it } from '@jest/globals';
import { createClientTokens } from './client-token.ts';
import { createTokenRequest } from './client-token-request.ts';
import type { FetchJson } from './provider.ts';

const target = { audience: 'urn:facet:catalog', scope: 'catalog:read' };

function tokens(answers: unknown[] = []) {
  const requests: Parameters<FetchJson>[0][] = [];
  const clock = { now: 0 };
  const requestToken = createTokenRequest({
    provider: { metadata: async () => ({ issuer: 'i', jwks_uri: 'j', token_endpoint: 'https://id.example/token' }) },
    fetchJson: async (request) => {
      requests.push(request);
      const answer = answers.length > 0 ? answers.shift() : { access_token: `t${requests.length}`, expires_in: 600 };
      if (answer instanceof Error) throw answer;
      return answer;
    },
    clientId: 'web bff',
    clientSecret: 's:cret',
  });
  const clientTokens = createClientTokens(requestToken, () => clock.now);
  const get = (asked = target) => clientTokens.get(asked);
  return { clientToken: { get, forget: (token: string) => clientTokens.forget(target, token) }, requests, clock };
}

describe('createClientTokens', () => {
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
      body: 'grant_type=client_credentials&resource=urn%3Afacet%3Acatalog&scope=catalog%3Aread',
    });
  });

  it('renews a short-lived token at half its time', async () => {
    const { clientToken, clock } = tokens([{ access_token: 'short', expires_in: 60 }]);
    await clientToken.get();
    clock.now = 30_000;
    expect(await clientToken.get()).toBe('t2');
  });

  it('tries again a second after a failure, which is the provider being away', async () => {
    const { clientToken, clock, requests } = tokens([new Error('down'), { token: 'misspelt' }, { access_token: 7 }]);
    const failure = async () => clientToken.get();
    await expect(failure()).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', cause: { message: 'down' } });
    clock.now += 999;
    await expect(failure()).rejects.toMatchObject({ cause: { message: 'down' } });
    expect(requests).toHaveLength(1);
    clock.now += 1;
    const misspelt = { message: expect.stringContaining('without access_token') };
    await expect(failure()).rejects.toMatchObject({ cause: misspelt });
    clock.now += 1_000;
    await expect(failure()).rejects.toMatchObject({ cause: misspelt });
    clock.now += 1_000;
    expect(await clientToken.get()).toBe('t4');
  });

  it('keeps a token that is still good when it cannot be renewed', async () => {
    const { clientToken, clock, requests } = tokens([{ access_token: 't', expires_in: 600 }, new Error('down')]);
    await clientToken.get();
    clock.now = 545_000;
    expect(await clientToken.get()).toBe('t');
    expect(await clientToken.get()).toBe('t');
    expect(requests).toHaveLength(2);
    clock.now = 546_000;
    expect(await clientToken.get()).toBe('t3');
  });

  it('has a token for each audience and scope', async () => {
    const { clientToken } = tokens();
    expect(await clientToken.get()).toBe('t1');
    expect(await clientToken.get({ ...target, scope: '' })).toBe('t2');
    expect(await clientToken.get({ ...target, audience: 'stock' })).toBe('t3');
    expect(await clientToken.get()).toBe('t1');
  });

  it('asks for an audience that is no URI by the name of RFC 8693', async () => {
    const { clientToken, requests } = tokens();
    await clientToken.get({ audience: 'stock', scope: '' });
    expect(requests[0]?.body).toBe('grant_type=client_credentials&audience=stock');
  });

  it.each<[string, unknown]>([
    ['of type DPoP', { access_token: 't', expires_in: 600, token_type: 'DPoP' }],
    ['that no header can carry', { access_token: 't\r\nx-admin: 1', expires_in: 600 }],
    ['for 0 s', { access_token: 't', expires_in: 0 }],
    ['for -1 s', { access_token: 't', expires_in: -1 }],
    ['for Infinity s', JSON.parse('{ "access_token": "t", "expires_in": 1e999 }')],
  ])('refuses a token %s', async (what, answer) => {
    const { clientToken } = tokens([answer]);
    await expect((async () => clientToken.get())()).rejects.toMatchObject({
      ...{ code: 'UPSTREAM_UNAVAILABLE', cause: { message: expect.stringContaining(what) } },
    });
  });

  it.each([[null], ['text'], [[]], [7]])('takes an answer that is no token response (%j) for none', async (answer) => {
    const { clientToken } = tokens([answer]);
    await expect((async () => clientToken.get())()).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
  });

  it('forgets a refused token, not the newer one, nor one that was just given', async () => {
    const { clientToken, clock } = tokens();
    await clientToken.get();
    clock.now = 999;
    clientToken.forget('t1');
    expect(await clientToken.get()).toBe('t1');
    clock.now = 1_000;
    clientToken.forget('t1');
    expect(await clientToken.get()).toBe('t2');
    clock.now = 2_000;
    clientToken.forget('t1');
    expect(await clientToken.get()).toBe('t2');
  });
});
