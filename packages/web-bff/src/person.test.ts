import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startWebBff, type WebBff } from './bff.fixture.ts';
import { toGlobalId } from './views/global-id.ts';

let web: WebBff;
beforeEach(async () => {
  web = await startWebBff();
});
afterEach(() => web.close());

const as = 'acc-001';
const productId = toGlobalId('Product', 'prd-0001');

describe('WriteReview', () => {
  const input = { productId, rating: 5, title: 'Good', body: 'It is a pan.' };

  it('writes in one call and reads the ratings that follow', async () => {
    const { data, errors } = await web.askOperation('write-review', { as, variables: { input }, key: 'k-1' });
    expect(errors).toBeUndefined();
    expect(web.services.takeCalls()).toEqual([
      'acc-001 POST /v1/reviews {"productId":"prd-0001","rating":5,"title":"Good","body":"It is a pan."}',
      'web-bff /v1/products?ids=prd-0001',
      'web-bff /v1/public-profiles?ids=acc-001',
      'web-bff /v1/rating-summaries?ids=prd-0001',
    ]);
    expect(web.services.takeKeys()).toEqual(['k-1:writeReview:createReview']);
    expect(data.writeReview).toMatchObject({
      __typename: 'WriteReviewSuccess',
      review: { rating: 5, title: 'Good', author: { displayName: 'Ada 1' }, product: { ratingSummary: { count: 5 } } },
    });
  });

  it('says that there is one of the person already', async () => {
    web.services.refuse('/v1/reviews', { status: 409, code: 'CONFLICT' });
    const { data, errors } = await web.askOperation('write-review', { as, variables: { input } });
    expect(errors).toBeUndefined();
    expect(data.writeReview).toEqual({
      __typename: 'AlreadyReviewed',
      message: 'You have already reviewed this product.',
    });
  });

  it('says what is wrong field by field', async () => {
    const { data } = await web.askOperation('write-review', { as, variables: { input: { ...input, rating: 6 } } });
    expect(data.writeReview).toMatchObject({
      __typename: 'ValidationFailed',
      fields: [{ field: 'rating', message: 'Give 1 to 5 stars.' }, { field: 'title' }],
    });
  });
});

describe('UpdateProfile', () => {
  it('changes what is given in one call, and no other', async () => {
    const input = { displayName: 'Countess', givenName: null, phone: null };
    const { data, errors } = await web.askOperation('update-profile', { as, variables: { input } });
    expect(errors).toBeUndefined();
    expect(web.services.takeCalls()).toEqual([
      'acc-001 PATCH /v1/profiles/acc-001 {"displayName":"Countess","phone":null}',
    ]);
    expect(data.updateProfile).toMatchObject({
      __typename: 'UpdateProfileSuccess',
      viewer: { id: toGlobalId('Viewer', as), displayName: 'Countess', givenName: 'Ada', phone: null },
    });
  });

  it('says what is wrong field by field', async () => {
    const { data } = await web.askOperation('update-profile', { as, variables: { input: { displayName: '' } } });
    expect(data.updateProfile).toMatchObject({
      __typename: 'ValidationFailed',
      fields: [{ field: 'displayName', message: 'Write 1 to 50 characters.' }],
    });
  });
});
