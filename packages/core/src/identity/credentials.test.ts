import { describe, expect, it, jest } from '@jest/globals';
import type { OutboundRequest } from '../client/transport.ts';
import { createClientTokens } from './client-token.ts';
import { createCredentials } from './credentials.ts';
import type { IssuedToken } from './credentials-memory.ts';
import { createTokenExchange } from './token-exchange.ts';

type Grant = Readonly<Record<string, string>>;

function sentBy(statuses: number[] = [], requestToken?: (grant: Grant) => Promise<IssuedToken>) {
  const sent: (string | undefined)[] = [];
  const grants: Grant[] = [];
  const clock = { now: 0 };
  const now = () => clock.now;
  const issue = async (grant: Grant) => {
    grants.push(grant);
    const kind = grant.subject_token ?? 'own';
    return { token: `${kind}${grants.length}`, lifetimeMs: 300_000 };
  };
  const send = createCredentials({
    clientTokens: createClientTokens(requestToken ?? issue, now),
    exchange: createTokenExchange(requestToken ?? issue, now),
    audienceOf: (service) => `urn:facet:${service}`,
  })(async ({ headers }) => {
    sent.push(headers.authorization);
    return { status: statuses.shift() ?? 200, headers: {}, body: new Uint8Array() };
  });
  return { send, sent, grants, clock };
}

const person = { token: 'ann' };
const request = (audience: string, principal: unknown, more: Partial<OutboundRequest> = {}) =>
  ({
    ...{ service: 'carts', audience, headers: {}, context: { principal }, signal: new AbortController().signal },
    ...more,
  }) as OutboundRequest;

describe('createCredentials', () => {
  it("gives public calls the BFF's own token, also for callers who are signed in", async () => {
    const { send, sent } = sentBy();
    await send(request('public', person));
    expect(sent).toEqual(['Bearer own1']);
  });

  it('never looks at the caller for a public call', async () => {
    const { send } = sentBy();
    const context = {
      get principal(): never {
        throw new Error('looked');
      },
    };
    expect(await send(request('public', null, { context: context as never }))).toMatchObject({ status: 200 });
  });

  it("gives a principal's calls a token of the caller's for the service and what is done there", async () => {
    const { send, sent, grants } = sentBy();
    await send(request('principal', person, { scopes: ['carts:read', 'carts:write'] }));
    expect(sent).toEqual(['Bearer ann1']);
    expect(grants).toEqual([
      expect.objectContaining({
        subject_token: 'ann',
        resource: 'urn:facet:carts',
        scope: 'carts:read carts:write',
      }),
    ]);
  });

  it('takes what the binding says: none, or its own for what is personal', async () => {
    const { send, sent } = sentBy();
    await send(request('public', null, { token: 'none' }));
    await send(request('principal', person, { token: 'none' }));
    await send(request('principal', person, { token: 'client' }));
    expect(sent).toEqual([undefined, undefined, 'Bearer own1']);
  });

  it.each(['user', 'client', 'none'] as const)('refuses anonymous callers before any call (%s)', async (token) => {
    const { send, sent, grants } = sentBy();
    const refused = send(request('principal', null, { token }));
    await expect(refused).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect([...sent, ...grants]).toEqual([]);
  });

  it.each([
    ['its own', 'public', 'own'],
    ["the caller's", 'principal', 'ann'],
  ])('replaces %s token once when a service refuses it', async (_whose, audience, name) => {
    const { send, sent, clock } = sentBy([200, 401, 401]);
    await send(request(audience, person));
    clock.now = 1_000;
    expect(await send(request(audience, person))).toMatchObject({ status: 401 });
    expect(sent).toEqual([`Bearer ${name}1`, `Bearer ${name}1`, `Bearer ${name}2`]);
  });

  it('asks for another token once a second at most, however often a service refuses them', async () => {
    const { send, sent, grants, clock } = sentBy(Array.from({ length: 100 }, () => 401));
    for (; clock.now < 5_000; clock.now += 100) await send(request('principal', person));
    expect(grants).toHaveLength(5);
    expect(sent).toHaveLength(50 + 4);
  });

  it('waits for a token no longer than the call may take, and no longer than the caller', async () => {
    jest.useFakeTimers();
    try {
      const { send, sent } = sentBy([], () => new Promise(() => {}));
      const late = send(request('public', null, { timeoutMs: 500 }));
      jest.advanceTimersByTime(500);
      await expect(late).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
      const caller = new AbortController();
      const left = send(request('public', null, { timeoutMs: 500, signal: caller.signal }));
      caller.abort(new Error('gone'));
      await expect(left).rejects.toMatchObject({ cause: { message: 'gone' } });
      expect(sent).toEqual([]);
      expect(jest.getTimerCount()).toBe(0);
    } finally {
      jest.useRealTimers();
    }
  });
});
