import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type MobileBff, startMobileBff } from './mobile-bff.fixture.ts';

let mobile: MobileBff;
beforeAll(async () => {
  mobile = await startMobileBff();
});
afterAll(() => mobile.close());
afterEach(() => {
  mobile.takeCalls();
});

const send = (operation: string, variables = {}, headers = {}) =>
  mobile.send(operation, variables, { authorization: `Bearer ${mobile.token('acc-001')}`, ...headers });

describe('writeReview', () => {
  const review = { productId: 'prd-102', stars: 4, title: 'Good light', body: 'On my desk since spring.' };

  it('writes with one call, and reads the product anew', async () => {
    const { data, errors } = await send('write-review', review, { 'idempotency-key': 'k-3' });
    expect(errors).toBeUndefined();
    const calls = mobile.takeCalls();
    expect(calls.find(({ method }) => method === 'POST')).toMatchObject({
      target: '/v1/reviews',
      as: 'acc-001',
      key: 'k-3:writeReview:createReview',
      sent: { productId: 'prd-102', rating: 4, title: 'Good light', body: 'On my desk since spring.' },
    });
    expect(calls.map(({ method, target }) => `${method} ${target}`)).toEqual([
      'GET /v1/products?ids=prd-102',
      'GET /v1/rating-summaries?ids=prd-102',
      'POST /v1/reviews',
      'GET /v1/reviews?limit=3&productIds=prd-102',
    ]);
    expect(data.writeReview).toMatchObject({
      outcome: 'WRITTEN',
      message: 'Thank you for your review!',
      product: { rating: { count: '10 reviews' } },
    });
  });

  it('says that it was written before, and which field to mend in the words of this API', async () => {
    const { data: again } = await send('write-review', { ...review, productId: 'prd-103' });
    expect(again.writeReview).toMatchObject({ outcome: 'ALREADY_WRITTEN', fields: [], product: null });
    const { data } = await send('write-review', { ...review, stars: 6 }, { 'accept-language': 'es' });
    expect(data.writeReview).toMatchObject({
      outcome: 'INVALID',
      fields: [{ field: 'stars', message: 'Elige de 1 a 5 estrellas.' }],
      product: null,
    });
  });
});

describe('updateProfile', () => {
  it('sends what is given, and shows the person as they are now', async () => {
    const { data, errors } = await send('update-profile', { displayName: 'Javi', givenName: null, phone: null });
    expect(errors).toBeUndefined();
    expect(mobile.takeCalls().map(({ method, target, sent }) => [method, target, sent])).toEqual([
      ['PATCH', '/v1/profiles/acc-001', { displayName: 'Javi', phone: null }],
      ['GET', '/v1/profiles?ids=acc-001', undefined],
    ]);
    expect(data.updateProfile).toEqual({
      outcome: 'CHANGED',
      message: 'Your changes are saved.',
      fields: [],
      account: {
        displayName: 'Javi',
        givenName: 'Javier',
        familyName: 'Fernández',
        email: 'javier@example.org',
        phone: null,
      },
    });
  });

  it('says which fields to mend, those it does not know too', async () => {
    const { data } = await send('update-profile', { phone: 'none' });
    expect(data.updateProfile).toMatchObject({
      outcome: 'INVALID',
      fields: [
        { field: 'phone', message: 'Start with the country code, for example +49301234567.' },
        { field: 'shoeSize', message: 'Please check this.' },
      ],
      account: { displayName: 'Javi' },
    });
  });
});
