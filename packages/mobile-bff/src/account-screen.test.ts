import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type MobileBff, startMobileBff } from './mobile-bff.fixture.ts';

describe('accountScreen', () => {
  let mobile: MobileBff;
  beforeAll(async () => {
    mobile = await startMobileBff();
  });
  afterAll(() => mobile.close());
  afterEach(() => {
    mobile.onCall = () => undefined;
    mobile.takeCalls();
  });
  const as = (subject: string, clientId?: string) => ({ authorization: `Bearer ${mobile.token(subject, clientId)}` });

  it("asks for the caller's own data with the caller's own token", async () => {
    const { data, errors } = await mobile.send('account', {}, { ...as('acc-001'), 'accept-language': 'de-DE' });
    expect(errors).toBeUndefined();
    expect(mobile.takeCalls().map((call) => [call.target, call.as])).toEqual([
      ['/v1/addresses?accountIds=acc-001&limit=20', 'acc-001'],
      ['/v1/profiles?ids=acc-001', 'acc-001'],
    ]);
    expect(data.accountScreen).toEqual({
      displayName: 'Javier',
      email: 'javier@example.org',
      memberSince: '7. Dez. 2024',
      defaultAddress: { lines: ['Javier Fernández', 'Avenida Diagonal, 87', '48005 Bilbao', 'Spanien'] },
    });
  });

  it('is null without any call for anonymous callers and for an app that speaks for itself', async () => {
    expect(await mobile.send('account')).toMatchObject({ data: { accountScreen: null } });
    expect(await mobile.send('account', {}, as('mobile-app', 'mobile-app'))).toMatchObject({
      data: { accountScreen: null },
    });
    expect(mobile.takeTargets()).toEqual([]);
  });

  it('shows the profile without an address when addresses fail', async () => {
    mobile.onCall = (target) => (target.startsWith('/v1/addresses') ? 503 : undefined);
    const { data, errors } = await mobile.send('account', {}, as('acc-001'));
    expect(data.accountScreen).toMatchObject({ displayName: 'Javier', defaultAddress: null });
    expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_UNAVAILABLE' } }]);
  });

  it("reads what is the same for everybody with the BFF's own token, whoever asks", async () => {
    await mobile.send('product', { id: 'prd-102' }, as('acc-001'));
    expect(new Set(mobile.takeCalls().map((call) => call.as))).toEqual(new Set(['mobile-bff']));
  });
});
