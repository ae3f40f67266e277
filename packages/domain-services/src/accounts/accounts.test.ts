import { describe, expect, it } from '@jest/globals';
import { onEachDatabase } from '../database/each-database.fixture.ts';

describe('accounts', () => {
  onEachDatabase(['accounts'], (running) => {
    const as = (accountId: string) => (path: string) =>
      running.get('accounts', path, { token: running.provider.personToken(accountId) });

    it('shows everybody the public names of five hundred people, and nothing more', async () => {
      const { body, headers } = await running.get('accounts', '/v1/public-profiles?ids=acc-500,acc-001');
      expect(headers['cache-control']).toBe('public, max-age=300');
      expect(headers.vary).toBeUndefined();
      expect(body.items.map(({ id }: { id: string }) => id)).toEqual(['acc-500', 'acc-001']);
      for (const item of body.items) expect(Object.keys(item).sort()).toEqual(['displayName', 'id', 'memberSince']);
      expect((await running.get('accounts', '/v1/public-profiles?limit=1')).body.total).toBe(500);
    });

    it('shows a person their own profile', async () => {
      const { body, headers } = await as('acc-002')('/v1/profiles');
      expect(body).toMatchObject({ items: [{ id: 'acc-002' }], next: null, total: 1 });
      expect(body.items[0].email).toMatch(/@example\.(com|org|net)$/);
      expect(headers['cache-control']).toBe('private, no-cache');
      expect(headers.vary).toBe('Authorization');
    });

    it('leaves out the profiles of others as if they did not exist', async () => {
      const { body } = await as('acc-002')('/v1/profiles?ids=acc-001,acc-002,acc-999');
      expect(body).toMatchObject({ items: [{ id: 'acc-002' }], total: 1 });
      expect((await as('acc-002')('/v1/profiles?ids=acc-001')).body).toEqual({ items: [], next: null, total: 0 });
      const foreign = await as('acc-002')('/v1/profiles?after=acc-001');
      expect(foreign).toMatchObject({ status: 400, body: { errors: [{ parameter: 'after' }] } });
    });

    it('shows a person their own addresses, one of them preselected', async () => {
      const { items, total } = (await as('acc-001')('/v1/addresses')).body;
      expect(total).toBe(3);
      expect(items.every(({ accountId }: { accountId: string }) => accountId === 'acc-001')).toBe(true);
      expect(items.filter(({ isDefault }: { isDefault: boolean }) => isDefault)).toHaveLength(1);
    });

    it('gives the groups of others empty, and their addresses not at all', async () => {
      const { groups } = (await as('acc-001')('/v1/addresses?accountIds=acc-002,acc-001&limit=2')).body;
      expect(groups[0]).toEqual({ parentId: 'acc-002', items: [], next: null, total: 0 });
      expect(groups[1]).toMatchObject({ parentId: 'acc-001', total: 3, next: groups[1].items[1].id });
      const [own] = groups[1].items;
      const asOther = as('acc-002');
      expect((await asOther(`/v1/addresses?ids=${own.id}`)).body).toMatchObject({ items: [], total: 0 });
      expect((await asOther(`/v1/addresses?after=${own.id}`)).status).toBe(400);
    });

    it.each(['/v1/profiles', '/v1/addresses', '/v1/addresses?accountIds=acc-001'])(
      'refuses %s to a client without a person',
      async (path) => {
        const { status, body, headers } = await running.get('accounts', path);
        expect(status).toBe(403);
        expect(body).toMatchObject({ code: 'FORBIDDEN', title: 'Forbidden' });
        expect(headers['cache-control']).toBe('no-store');
      },
    );

    it('never takes one person’s answer for another’s', async () => {
      const { headers } = await as('acc-001')('/v1/profiles');
      const token = running.provider.personToken('acc-002');
      const other = await running.get('accounts', '/v1/profiles', {
        token,
        headers: { 'if-none-match': String(headers.etag) },
      });
      expect(other.status).toBe(200);
    });
  });
});
