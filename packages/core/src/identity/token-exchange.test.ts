import { describe, expect, it } from '@jest/globals';
import { FacetError } from '../errors/facet-error.ts';
import { createTokenExchange } from './token-exchange.ts';

type Grant = Readonly<Record<string, string>>;

const ann = { subjectToken: 'ann', audience: 'urn:facet:carts', scope: 'carts:read' };

function exchangeWith(answers: unknown[] = []) {
  const grants: Grant[] = [];
  const clock = { now: 0 };
  const exchange = createTokenExchange(
    async (grant) => {
      grants.push(grant);
      const answer = answers.shift();
      if (answer instanceof Error) throw answer;
      return { token: `${grant.subject_token} at ${grant.resource} #${grants.length}`, lifetimeMs: 300_000 };
    },
    () => clock.now,
  );
  return { get: async (target = ann) => exchange.get(target), exchange, grants, clock };
}

const refusal = (oauthError: string) => new FacetError('BAD_USER_INPUT', { cause: { status: 400, oauthError } });

describe('createTokenExchange', () => {
  it('sends the grant of RFC 8693 for one service and one scope', async () => {
    const { get, grants } = exchangeWith();
    await get();
    expect(grants).toEqual([
      {
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        subject_token: 'ann',
        subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
        requested_token_type: 'urn:ietf:params:oauth:token-type:access_token',
        resource: 'urn:facet:carts',
        scope: 'carts:read',
      },
    ]);
  });

  it('exchanges once for each token, service and scope, however many calls need it', async () => {
    const { get, grants } = exchangeWith();
    const targets = [ann, { ...ann, subjectToken: 'ben' }, { ...ann, audience: 'urn:facet:orders' }];
    const each = [...targets, { ...ann, scope: 'carts:write' }].flatMap((target) => [target, target, target]);
    const tokens = await Promise.all(each.map((target) => get(target)));
    expect(grants).toHaveLength(4);
    expect(new Set(tokens).size).toBe(4);
    await Promise.all(each.map((target) => get(target)));
    expect(grants).toHaveLength(4);
  });

  it('has a known token at once', async () => {
    const { get, exchange } = exchangeWith();
    await get();
    expect(exchange.get(ann)).toBe('ann at urn:facet:carts #1');
  });

  it('exchanges again a minute before the token expires', async () => {
    const { get, clock } = exchangeWith();
    await get();
    clock.now = 239_999;
    expect(await get()).toContain('#1');
    clock.now = 240_000;
    expect(await get()).toContain('#2');
  });

  it.each([
    ['invalid_request', 'UNAUTHENTICATED'],
    ['invalid_grant', 'UNAUTHENTICATED'],
    ['invalid_scope', 'FORBIDDEN'],
    ['access_denied', 'FORBIDDEN'],
    ['invalid_target', 'UPSTREAM_UNAVAILABLE'],
    ['invalid_client', 'UPSTREAM_UNAVAILABLE'],
    ['whatever else', 'UPSTREAM_UNAVAILABLE'],
  ])('says of %s that it is %s, for a second', async (oauthError, code) => {
    const { get, grants, clock } = exchangeWith([refusal(oauthError)]);
    await expect(get()).rejects.toMatchObject({ code });
    clock.now = 999;
    await expect(get()).rejects.toMatchObject({ code });
    expect(grants).toHaveLength(1);
    clock.now = 1_000;
    expect(await get()).toContain('#2');
  });

  it('takes a provider that does not answer for UPSTREAM_UNAVAILABLE', async () => {
    const { get } = exchangeWith([new FacetError('UPSTREAM_TIMEOUT')]);
    await expect(get()).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
  });

  it('goes on with a token that is still good while the provider is away, not when it refuses', async () => {
    const away = exchangeWith([undefined, new Error('away')]);
    await away.get();
    away.clock.now = 250_000;
    expect(await away.get()).toContain('#1');
    const refused = exchangeWith([undefined, refusal('invalid_grant')]);
    await refused.get();
    refused.clock.now = 250_000;
    await expect(refused.get()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('remembers at most 10,000 tokens', async () => {
    const { get, grants } = exchangeWith();
    for (let i = 0; i <= 10_000; i++) await get({ ...ann, subjectToken: `p${i}` });
    await get({ ...ann, subjectToken: 'p10000' });
    expect(grants).toHaveLength(10_001);
    await get({ ...ann, subjectToken: 'p0' });
    expect(grants).toHaveLength(10_002);
  });
});
