import { describe, expect, it } from '@jest/globals';
import type { Principal, RequestContext } from '../context/request-context.ts';
import { createAuthorization } from './authorization.ts';

const principal: Principal = { subject: 's', account: 'acc-1', clientId: 'app', scopes: ['a', 'b'], token: '' };
const as = (who: Principal | null) => ({ principal: who }) as RequestContext;
const order = { typeName: 'Order', column: 'accountId', isSecret: false };
const { refusalOfCaller, refusalOfOwner } = createAuthorization();

describe('refusalOfCaller', () => {
  it('lets callers pass who are signed in and have all scopes', () => {
    expect(refusalOfCaller({ scopes: [] }, as(principal))).toBeUndefined();
    expect(refusalOfCaller({ scopes: ['b', 'a'] }, as(principal))).toBeUndefined();
  });

  it('tells which scopes are missing', () => {
    expect(refusalOfCaller({ scopes: ['c', 'a', 'A'] }, as(principal))).toMatchObject({
      code: 'FORBIDDEN',
      details: { missingScopes: ['c', 'A'] },
    });
  });

  it('asks anonymous callers, and runs without any request, to sign in', () => {
    for (const context of [as(null), {}, undefined, null]) {
      const refusal = refusalOfCaller({ scopes: ['a'] }, context as RequestContext);
      expect(refusal).toMatchObject({ code: 'UNAUTHENTICATED' });
    }
  });
});

describe('refusalOfOwner', () => {
  it('lets accounts have what is theirs, whether ids are text or numbers', () => {
    expect(refusalOfOwner(order, 'acc-1', as(principal))).toBeUndefined();
    expect(refusalOfOwner(order, 12, as({ ...principal, account: '12' }))).toBeUndefined();
  });

  it.each([['acc-2'], [''], [null], [['acc-1']], [{ toString: () => 'acc-1' }], [true], [Number.NaN]])(
    'forbids what is %j’s',
    (owner) => {
      expect(refusalOfOwner(order, owner, as(principal))).toMatchObject({ code: 'FORBIDDEN' });
    },
  );

  it('holds a service to its column', () => {
    expect(refusalOfOwner(order, undefined, as(principal))).toMatchObject({ code: 'UPSTREAM_INVALID_RESPONSE' });
  });

  it('asks those to sign in who speak for no account, whatever owner there is', () => {
    for (const who of [null, { ...principal, account: null }]) {
      for (const owner of ['acc-1', null, undefined, 'null']) {
        expect(refusalOfOwner(order, owner, as(who))).toMatchObject({ code: 'UNAUTHENTICATED' });
      }
    }
  });

  it('reports what is withheld', () => {
    const heard: unknown[] = [];
    const context = as(principal);
    const reporting = createAuthorization({ onWithheld: (withheld, heardWith) => heard.push(withheld, heardWith) });
    reporting.refusalOfOwner(order, 'acc-1', context);
    reporting.refusalOfOwner({ ...order, isSecret: true }, 'acc-2', context);
    expect(heard).toEqual([{ type: 'Order', code: 'FORBIDDEN' }, context]);
  });
});
