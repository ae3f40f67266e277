import { describe, expect, it } from '@jest/globals';
import type { Freshness } from '../context/freshness.ts';
import type { RequestContext } from '../context/request-context.ts';
import { createCall } from './call.ts';
import { operation } from './operation.ts';
import type { OutboundResponse } from './transport.ts';

const getProduct = operation<unknown>({
  service: 'catalog',
  operationId: 'getProduct',
  method: 'GET',
  path: '/products/1',
  parameters: {},
});
const freshness: Freshness = { isStorable: true, freshUntil: 1, sources: [] };
const json = () => ({ status: 200, headers: { 'content-type': 'application/json' }, body: Buffer.from('{"id":"1"}') });

/** What is heard of one call: by its caller, and by whoever asks about the whole request. */
async function heardOf(answer: () => Promise<OutboundResponse>) {
  const byCaller: Freshness[] = [];
  const byRequest: Freshness[] = [];
  const context = {
    signal: new AbortController().signal,
    freshness: { add: (heard: Freshness) => byRequest.push(heard) },
  } as unknown as RequestContext;
  const call = createCall({ catalog: 'http://catalog' }, answer);
  const onFreshness = (heard: Freshness) => byCaller.push(heard);
  await call(getProduct, {}, { context, audience: 'public', onFreshness }).catch(() => {});
  return { byCaller, byRequest };
}

describe('createCall', () => {
  it('tells the freshness of an answer to its caller and to the request', async () => {
    const heard = await heardOf(async () => ({ ...json(), freshness }));
    expect(heard).toEqual({ byCaller: [freshness], byRequest: [freshness] });
  });

  it.each([
    ['an answer of unknown freshness', async () => json()],
    ['an answer that cannot be read', async () => ({ ...json(), body: Buffer.from('{'), freshness })],
    ['a refusal', async () => ({ ...json(), status: 404 })],
    ['a failure', () => Promise.reject(new Error('down'))],
  ])('lets nothing with %s in it be kept', async (_what, answer) => {
    const { byCaller, byRequest } = await heardOf(answer);
    expect(byCaller).toEqual([]);
    expect(byRequest).toMatchObject([{ isStorable: false }]);
  });
});
