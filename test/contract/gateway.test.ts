/** The checker itself: a planted request and a planted answer outside the contract are seen, good ones are not. */
import { describe, expect, it } from '@jest/globals';
import { contractOf } from '../support/contract.ts';
import { inspect, startContractGateway } from '../support/contract-gateway.ts';
import type { Exchange } from '../support/forwarder.ts';
import { startRecordingService } from '../support/recording-service.ts';

const stock = {
  productId: 'prd-0001',
  available: 3,
  status: 'lowStock',
  restockAt: null,
  updatedAt: '2026-03-01T09:30:00.000Z',
};
const page = (items: unknown[]) => ({ items, next: null, total: items.length });
const claims = Buffer.from(JSON.stringify({ sub: 'acc-007' })).toString('base64url');
const headers = { 'content-type': 'application/json', etag: 'W/"1"', 'cache-control': 'public, max-age=5' };

interface Planted extends Partial<Omit<Exchange, 'body'>> {
  readonly json?: unknown;
}

function inspected({ json = page([stock]), ...planted }: Planted) {
  const body = Buffer.from(typeof json === 'string' ? json : JSON.stringify(json));
  const requestHeaders = { authorization: `Bearer x.${claims}.y` };
  const asked = { method: 'GET', target: '/v1/stock?ids=prd-0001', requestHeaders, requestBody: Buffer.alloc(0) };
  const good = { ...asked, status: 200, headers, body };
  return inspect(contractOf('inventory'), { ...good, ...planted });
}
const found = (planted: Planted) => inspected(planted).found.map(({ by, problem }) => `${by}: ${problem}`);

const wanted = { orderId: 'ord-1', items: [{ productId: 'prd-0001', quantity: 2 }] };
const reservation = { ...wanted, id: 'res-1', status: 'held', expiresAt: stock.updatedAt, createdAt: stock.updatedAt };
const writeHeaders = { 'content-type': 'application/json', 'cache-control': 'no-store' };

interface PlantedWrite extends Planted {
  readonly sent?: unknown;
  readonly type?: string;
  readonly key?: string | undefined;
  readonly caller?: string;
}

function foundInWrite(planted: PlantedWrite): string[] {
  const { sent = wanted, type = 'application/json', caller = 'orders', ...others } = planted;
  const key = 'key' in planted ? planted.key : 'key-1';
  const token = Buffer.from(JSON.stringify({ sub: caller })).toString('base64url');
  const content = { 'content-type': type, ...(key === undefined ? {} : { 'idempotency-key': key }) };
  return found({
    ...{ method: 'POST', target: '/v1/reservations', status: 201, headers: writeHeaders, json: reservation },
    requestHeaders: { authorization: `Bearer x.${token}.y`, ...content },
    requestBody: Buffer.from(typeof sent === 'string' ? sent : JSON.stringify(sent)),
    ...others,
  });
}

const manyIds = Array.from({ length: 101 }, (_, index) => `prd-${index}`);
const problem = { type: 'about:blank', title: 'Bad Request', status: 400, code: 'BAD_REQUEST' };
const problemHeaders = { 'content-type': 'application/problem+json' };
const answered = 'answer: answered 200 to a request outside the contract';

describe('contract gateway', () => {
  it('finds nothing in what the contract describes', () => {
    const { call, found } = inspected({});
    expect(found).toEqual([]);
    expect(call).toMatchObject({ operationId: 'listStock', query: { ids: ['prd-0001'] }, caller: 'acc-007' });
    expect(inspected({ status: 400, headers: problemHeaders, json: problem }).found).toEqual([]);
    const sparse = { target: '/v1/stock?fields=available', json: page([{ available: 3 }]) };
    expect(inspected(sparse).found).toEqual([]);
  });

  it.each<[string, string, string[]]>([
    ['a path without operation', '/v1/nothing', ['answer: answered 200 where there is no operation']],
    ['an unknown parameter', '/v1/stock?id=prd-0001', ['request: id is no query parameter', answered]],
    ['a longer list', `/v1/stock?ids=${manyIds}`, ['request: ids must NOT have more than 100 items', answered]],
    ['a repeated parameter', '/v1/stock?ids=a&ids=b', ['request: ids is given more than once', answered]],
    ['a number that is none', '/v1/stock?limit=ten', ['request: limit must be integer', answered]],
    ['a number out of bounds', '/v1/stock?limit=101', ['request: limit must be <= 100', answered]],
    ['an unknown column', '/v1/stock?fields=price', ['request: fields/0 must be equal to one of the allowed values']],
  ])('finds %s', (_, target, expected) => {
    expect(found({ target })).toEqual(expect.arrayContaining(expected));
  });

  it('finds a missing parameter', () => {
    const { found } = inspect(contractOf('catalog'), {
      ...{ method: 'GET', target: '/v1/related-products', requestHeaders: {}, status: 401, body: Buffer.from('{}') },
      requestBody: Buffer.alloc(0),
      headers: { ...problemHeaders, 'www-authenticate': 'Bearer' },
    });
    expect(found).toContainEqual(expect.objectContaining({ by: 'request', problem: 'productIds is missing' }));
  });

  it.each<[string, Planted, string]>([
    ['a status that is not described', { status: 201 }, 'answered 201, which is not described'],
    ['a missing header', { headers: { ...headers, etag: undefined } }, 'answered 200 without ETag'],
    ['an entity tag without quotes', { headers: { ...headers, etag: '1' } }, 'ETag 1 is none (RFC 9110, 8.8.3)'],
    ['another media type', { headers: { ...headers, 'content-type': 'text/html' } }, 'answered 200 as text/html'],
    ['a body that is no JSON', { json: '<html>' }, 'answered 200 with a body that is no JSON'],
    ['a body in a 304', { status: 304 }, 'answered 304 with a body where there is none'],
    ['a missing property', { json: page([{ ...stock, status: undefined }]) }, "must have required property 'status'"],
    ['a property too many', { json: page([{ ...stock, price: 1 }]) }, 'must NOT have additional properties'],
    [
      'a value of another type',
      { json: page([{ ...stock, available: '3' }]) },
      'body/items/0/available must be integer',
    ],
    ['a date that is none', { json: page([{ ...stock, updatedAt: 'today' }]) }, 'must match format "date-time"'],
    ['columns not asked for', { target: '/v1/stock?fields=available' }, 'fields=available brought productId'],
    ['columns left out', { target: '/v1/stock?fields=available', json: page([{}]) }, 'fields=available brought '],
    ['a problem of another status', { status: 500, headers: problemHeaders, json: problem }, 'whose status is 400'],
    ['an answer without a token', { requestHeaders: {} }, 'answered 200 without a token'],
  ])('finds %s', (_, planted, expected) => {
    expect(found(planted)).toContainEqual(expect.stringContaining(expected));
  });

  it('finds nothing in a write that the contract describes', () => {
    expect(foundInWrite({})).toEqual([]);
    expect(foundInWrite({ headers: { ...writeHeaders, 'idempotency-replayed': 'true' } })).toEqual([]);
  });

  it.each<[string, PlantedWrite, string]>([
    ['a missing body', { sent: '' }, 'request: body is missing'],
    ['a body that is no JSON', { sent: '{' }, 'request: body is no JSON'],
    ['a property too many in a body', { sent: { ...wanted, price: 1 } }, 'request: body must NOT have additional'],
    ['a property out of bounds', { sent: { ...wanted, items: [] } }, 'request: body/items must NOT have fewer than 1'],
    ['a body of another media type', { type: 'text/plain' }, 'request: body is text/plain, not application/json'],
    ['a missing key', { key: undefined }, 'request: Idempotency-Key is missing'],
    ['a key with spaces', { key: 'a key' }, 'request: Idempotency-Key must match pattern'],
    ['a body where none is taken', { target: '/v1/reservations/r/commit' }, 'request: body is not taken'],
    ['a success of another status', { status: 200 }, 'answer: answered 200, which is not described'],
    ['an answer to somebody whom it is not for', { caller: 'carts' }, 'answer: answered 201 to carts, though'],
    [
      'another word for replayed',
      { headers: { ...writeHeaders, 'idempotency-replayed': 'yes' } },
      'answer: Idempotency-Replayed must be equal to one of the allowed values',
    ],
    [
      'a problem without what its code promises',
      { status: 409, headers: problemHeaders, json: { ...problem, status: 409, code: 'OUT_OF_STOCK' } },
      'answer: answered OUT_OF_STOCK without available',
    ],
  ])('finds %s', (_, planted, expected) => {
    expect(foundInWrite(planted)).toContainEqual(expect.stringContaining(expected));
  });

  it('passes everything on and records it', async () => {
    const service = await startRecordingService(() => ({ json: page([{ ...stock, price: 1 }]) }));
    const gateway = await startContractGateway({ service: 'inventory', origin: service.origin });
    try {
      const response = await fetch(`${gateway.origin}/v1/stock?ids=prd-0001`, { headers: { 'x-request-id': 'abc' } });
      expect(await response.json()).toEqual(page([{ ...stock, price: 1 }]));
      expect(service.calls).toMatchObject([{ path: '/v1/stock', headers: { 'x-request-id': 'abc' } }]);
      expect(gateway.calls).toMatchObject([{ operationId: 'listStock', caller: 'nobody', status: 200 }]);
      expect(gateway.violations).toContainEqual({
        by: 'answer',
        call: 'GET /v1/stock?ids=prd-0001',
        problem: 'body/items/0 must NOT have additional properties',
      });
    } finally {
      await gateway.close();
      await service.close();
    }
  });
});
