/** Whatever a service hands out, nobody sees what is somebody else's: the SDL's `@auth` and `@owner`, in both BFFs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bff } from '@facet/core';
import { type IdentityProvider, startIdentityProvider } from '@facet/dev-env';
import { serviceNames } from '@facet/domain-services';
import { createMobileBff } from '@facet/mobile-bff';
import { createWebBff } from '@facet/web-bff';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { startCarelessServices, victim } from '../support/careless-services.ts';
import { type Answer, postOperation } from '../support/post-operation.ts';
import type { RecordingService } from '../support/recording-service.ts';
import { globalId } from '../support/web-shopper.ts';

type Client = 'web' | 'mobile';

let provider: IdentityProvider;
let services: RecordingService;
const bffs: Bff[] = [];
const urls = { web: '', mobile: '' };
beforeAll(async () => {
  provider = await startIdentityProvider({ port: 0 });
  services = await startCarelessServices();
  for (const [client, create] of [
    ['web', createWebBff],
    ['mobile', createMobileBff],
  ] as const) {
    const identity = { clientId: `${client}-bff`, clientSecret: `${client}-bff-secret`, audience: 'urn:facet:api' };
    const bff = await create({
      ...{ environment: 'test', port: 0, logLevel: 'silent', requestTimeoutMs: 15_000, attemptTimeoutMs: 10_000 },
      services: Object.fromEntries(serviceNames.map((name) => [name, { origin: services.origin }])),
      identity: { issuer: provider.issuer, ...identity },
    });
    bffs.push(bff);
    urls[client] = await bff.listen();
  }
});
afterAll(async () => {
  await Promise.all(bffs.map((bff) => bff.close()));
  await services.close();
  await provider.close();
});
afterEach(() => {
  services.calls.splice(0);
});

/** An operation of `schemas/<client>/operations`, or a document. */
async function send(
  client: Client,
  operation: string,
  variables: Record<string, unknown>,
  as: string | null,
): Promise<Answer> {
  const file = join(import.meta.dirname, '../../schemas', client, 'operations', `${operation}.graphql`);
  const query = operation.includes('{') ? operation : readFileSync(file, 'utf8');
  const headers = as === null ? {} : { authorization: `Bearer ${await provider.token(as)}` };
  return postOperation(urls[client], { query, variables, headers });
}

const codesOf = ({ errors }: Answer) => errors.map(({ path, extensions }) => `${path?.join('.')} ${extensions.code}`);
const takePaths = () => services.calls.splice(0).map(({ path }) => path);

const thief = 'acc-001';
/** Words and ids of what is the victim's. */
const foreign = new RegExp(`${victim}|ord-9|pay-9|add-9`);
const node = 'query ($id: ID!) { node(id: $id) { __typename id } }';
const productId = globalId('Product', 'prd-0001');
const change = { productId, quantity: 1 };
const checkout = { totalMinor: 100, currency: 'EUR', addressId: globalId('Address', 'add-9'), cardToken: 'card-visa' };
const mobileCheckout = { totalToken: 'EUR.100', addressId: 'add-9', cardToken: 'card-visa' };

/** What a person reads of what is somebody else's: errors with their codes, and nothing more. */
const reads: [Client, string, Record<string, unknown>, string[]][] = [
  ['web', 'order', { id: globalId('Order', 'ord-9') }, []],
  ['web', node, { id: globalId('Address', 'add-9') }, []],
  ['web', node, { id: globalId('Payment', 'pay-9') }, []],
  ['web', node, { id: globalId('Cart', victim) }, []],
  ['web', node, { id: globalId('Viewer', victim) }, []],
  ['web', 'orders', {}, ['viewer.orders FORBIDDEN']],
  ['web', '{ viewer { orders { edges { cursor } } } }', {}, ['viewer.orders FORBIDDEN']],
  ['web', '{ viewer { orders { pageInfo { startCursor endCursor } } } }', {}, ['viewer.orders FORBIDDEN']],
  ['web', 'viewer', {}, ['viewer.addresses FORBIDDEN']],
  ['mobile', 'order', { id: 'ord-9' }, []],
  ['mobile', 'orders', {}, ['ordersScreen FORBIDDEN']],
  ['mobile', 'account', {}, ['accountScreen.defaultAddress FORBIDDEN']],
  ['mobile', 'cart', {}, ['cartScreen.defaultAddress FORBIDDEN']],
];

/** What a change answers with somebody else's things. */
const changes: [Client, string, Record<string, unknown>, string[]][] = [
  ['web', 'cancel-order', { orderId: globalId('Order', 'ord-9') }, ['cancelOrder.order UPSTREAM_INVALID_RESPONSE']],
  ['web', 'checkout', { input: checkout }, ['checkout.order UPSTREAM_INVALID_RESPONSE']],
  ['web', 'add-to-cart', change, []],
  ['web', 'update-cart-item', change, []],
  ['web', 'remove-cart-item', { productId }, []],
  ['web', 'update-profile', { input: {} }, ['updateProfile.viewer UPSTREAM_INVALID_RESPONSE']],
  ['mobile', 'cancel-order', { id: 'ord-9' }, []],
  ['mobile', 'checkout', mobileCheckout, []],
];

describe('services that hand out what is somebody else’s', () => {
  it.each(reads)(
    'leave nothing of it to read in the %s operation %s %j',
    async (client, operation, variables, codes) => {
      const answer = await send(client, operation, variables, thief);
      expect(codesOf(answer)).toEqual(codes);
      expect(answer.text).not.toMatch(foreign);
      expect(answer.status).toBe(200);
    },
  );

  it.each(changes)(
    'leave nothing of it in the answer of the %s change %s %j',
    async (client, operation, variables, codes) => {
      const answer = await send(client, operation, variables, thief);
      expect(codesOf(answer)).toEqual(codes);
      expect(answer.text).not.toMatch(foreign);
    },
  );

  it.each([
    ['web', { id: globalId('Order', 'ord-9') }],
    ['mobile', { id: 'ord-9' }],
  ] as const)('are asked nothing more for somebody else’s order by %s', async (client, variables) => {
    const answer = await send(client, 'order', variables, thief);
    expect(Object.values(answer.data)).toEqual([null]);
    expect(takePaths()).toEqual(['/v1/orders']);
  });

  it.each([
    ['web', 'order', { id: globalId('Order', 'ord-9') }],
    ['web', 'orders', {}],
    ['web', 'viewer', {}],
    ['web', 'cart', {}],
    ['mobile', 'order', { id: 'ord-9' }],
    ['mobile', 'orders', {}],
    ['mobile', 'account', {}],
    ['mobile', 'cart', {}],
  ] as [Client, string, Record<string, unknown>][])(
    'keep nothing from the owner in %s’s %s',
    async (client, operation, variables) => {
      const answer = await send(client, operation, variables, victim);
      expect(answer.errors).toEqual([]);
      expect(answer.text).toMatch(foreign);
    },
  );

  it('are not asked at all by whoever is not signed in', async () => {
    for (const [client, operation, variables] of [...reads, ...changes]) {
      const answer = await send(client, operation, variables, null);
      for (const value of Object.values(answer.data)) expect(value).toBeNull();
      for (const { extensions } of answer.errors) expect(extensions.code).toBe('UNAUTHENTICATED');
    }
    for (const [client, operation, variables] of changes) {
      const [field] = Object.keys((await send(client, operation, variables, null)).data);
      expect(codesOf(await send(client, operation, variables, null))).toEqual([`${field} UNAUTHENTICATED`]);
    }
    expect(takePaths()).toEqual([]);
  });
});
