import { describe, expect, it } from '@jest/globals';
import { onEachDatabase } from '../database/each-database.fixture.ts';

describe('a profile', () => {
  onEachDatabase(['accounts'], (running) => {
    const change = (accountId: string, body: object, profile = accountId) =>
      running.send('accounts', `/v1/profiles/${profile}`, {
        method: 'PATCH',
        token: running.provider.personToken(accountId),
        body,
      });

    it('takes new values, keeps the others, and its public half follows', async () => {
      const before = (await change('acc-020', {})).body;
      const { status, body } = await change('acc-020', {
        displayName: ' Zoë ',
        locale: 'de-ch',
        phone: '+41441234567',
      });
      expect(status).toBe(200);
      expect(body).toEqual({ ...before, displayName: 'Zoë', locale: 'de-CH', phone: '+41441234567' });
      const shown = await running.get('accounts', '/v1/public-profiles?ids=acc-020');
      expect(shown.body.items[0].displayName).toBe('Zoë');
      expect((await change('acc-020', { phone: null })).body.phone).toBeNull();
    });

    it('says of every property what is wrong with it', async () => {
      const { status, body } = await change('acc-021', { givenName: '', phone: '0049', locale: 7, email: 'a@b' });
      expect(status).toBe(422);
      expect(body.code).toBe('VALIDATION_FAILED');
      const wrong = body.errors.map(({ parameter }: { parameter: string }) => parameter);
      expect(wrong.sort()).toEqual(['email', 'givenName', 'locale', 'phone']);
      const meaning = await change('acc-021', { displayName: '   ', locale: 'no such language' });
      expect(meaning.body.errors).toMatchObject([{ parameter: 'displayName' }, { parameter: 'locale' }]);
    });

    it('of somebody else is as good as missing', async () => {
      expect((await change('acc-021', { displayName: 'Me' }, 'acc-020')).status).toBe(404);
      expect((await change('acc-999', { displayName: 'Me' })).status).toBe(404);
      const client = { method: 'PATCH', body: {} } as const;
      expect((await running.send('accounts', '/v1/profiles/acc-020', client)).status).toBe(403);
    });
  });
});
