/** A writer reads its own write: reviews, profiles and carts, in the answer to the change and in every later one. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { listInStock, newKey } from '../support/buy.ts';
import { type BffName, type ObservedBffs, startObservedBffs } from '../support/observed-bffs.ts';
import { globalId } from '../support/web-shopper.ts';

let observed: ObservedBffs;
beforeAll(async () => {
  observed = await startObservedBffs({ remembers: true });
});
afterAll(() => observed.close());
afterEach(() => expect(observed.takeViolations().filter(({ by }) => by === 'answer')).toEqual([]));

const summaryOf = async (id: string) =>
  JSON.parse(String(await observed.read('reviews', `/v1/rating-summaries?ids=${id}`))).items[0];
const profileOf = async (as: string) =>
  JSON.parse(String(await observed.read('accounts', '/v1/profiles', { as }))).items[0];

interface Review {
  readonly rating: number;
  readonly title: string;
}

/** What became of it, the number of reviews that the answer shows, and the newest of them. */
async function review(bff: BffName, as: string, product: string, { rating, title }: Review) {
  const body = 'Does what it should.';
  if (bff === 'web') {
    const { data } = await observed.query('web', 'write-review', {
      ...{ as, key: newKey() },
      variables: { input: { productId: globalId('Product', product), rating, title, body } },
    });
    const { __typename: outcome, review, fields } = data.writeReview;
    return { outcome, count: review?.product.ratingSummary.count, newest: review?.title, fields };
  }
  const variables = { productId: product, stars: rating, title, body };
  const { data } = await observed.query('mobile', 'write-review', { as, key: newKey(), variables });
  const { outcome, product: screen, fields } = data.writeReview;
  const count = screen === null ? undefined : Number.parseInt(screen.reviews.count, 10);
  return { outcome, count, newest: screen?.reviews.cards[0].title, fields };
}

const words = {
  web: { written: 'WriteReviewSuccess', again: 'AlreadyReviewed', invalid: 'ValidationFailed', field: 'rating' },
  mobile: { written: 'WRITTEN', again: 'ALREADY_WRITTEN', invalid: 'INVALID', field: 'stars' },
};

describe.each<BffName>(['web', 'mobile'])('a review, %s', (bff) => {
  const product = bff === 'web' ? 'prd-0301' : 'prd-0302';
  const said = words[bff];

  it('is there at once, and its product has the new ratings', async () => {
    const before = await summaryOf(product);
    const written = await review(bff, 'acc-031', product, { rating: 5, title: 'Splendid' });
    expect(written).toMatchObject({ outcome: said.written, count: before.count + 1, newest: 'Splendid' });
    const after = await summaryOf(product);
    expect(after.count).toBe(before.count + 1);
    expect(after.histogram[4]).toBe(before.histogram[4] + 1);
  });

  it('is one of each person, and of one to five stars', async () => {
    const { count } = await summaryOf(product);
    expect(await review(bff, 'acc-031', product, { rating: 1, title: 'No' })).toMatchObject({ outcome: said.again });
    for (const rating of [0, 6]) {
      const refused = await review(bff, 'acc-032', product, { rating, title: 'No' });
      expect(refused).toMatchObject({
        outcome: said.invalid,
        fields: [{ field: said.field, message: expect.any(String) }],
      });
    }
    expect((await summaryOf(product)).count).toBe(count);
  });
});

describe('a profile', () => {
  it('shows what was changed and leaves the rest, on both', async () => {
    const before = await profileOf('acc-033');
    const web = await observed.query('web', 'update-profile', {
      ...{ as: 'acc-033', variables: { input: { displayName: 'Ada', phone: null } } },
    });
    expect(web.data.updateProfile.viewer).toMatchObject({
      ...{ displayName: 'Ada', phone: null, givenName: before.givenName, familyName: before.familyName },
    });
    const mobile = await observed.query('mobile', 'update-profile', {
      ...{ as: 'acc-033', variables: { phone: '+4930123456' } },
    });
    expect(mobile.data.updateProfile.account).toMatchObject({ displayName: 'Ada', phone: '+4930123456' });
    expect(await profileOf('acc-033')).toEqual({ ...before, displayName: 'Ada', phone: '+4930123456' });
  });

  it('takes no blank name, no number that is none, no language that nobody speaks', async () => {
    const before = await profileOf('acc-034');
    const wrong = { displayName: ' ', phone: '12', locale: '!' };
    for (const [field, value] of Object.entries(wrong)) {
      const as = 'acc-034';
      const web = await observed.query('web', 'update-profile', { as, variables: { input: { [field]: value } } });
      const mobile = await observed.query('mobile', 'update-profile', { as, variables: { [field]: value } });
      const refused = { fields: [{ field, message: expect.stringMatching(/\w/) }] };
      expect(web.data.updateProfile).toMatchObject({ __typename: 'ValidationFailed', ...refused });
      expect(mobile.data.updateProfile).toMatchObject({ outcome: 'INVALID', ...refused });
    }
    expect(await profileOf('acc-034')).toEqual(before);
  });
});

describe('changes of one request', () => {
  it('come one after another, each with a key of its own and the state of its own', async () => {
    const [first = '', second = ''] = await listInStock(observed, 20);
    const document = `mutation ($first: ID!, $second: ID!) {
      a: addToCart(productId: $first, quantity: 1) { cart { lines { quantity } } }
      b: addToCart(productId: $second, quantity: 2) { cart { lines { quantity } } }
      c: addToCart(productId: $first, quantity: 1) { cart { lines { quantity } } }
      d: removeCartItem(productId: $first) { cart { lines { quantity } } }
    }`;
    const asking = { as: 'acc-035', key: 'three-at-once', variables: { first, second } };
    const { data, calls } = await observed.query('mobile', document, asking);
    const quantities = Object.values<Data>(data).map(({ cart }) => cart.lines.map((line) => line.quantity));
    expect(quantities).toEqual([[1], [1, 2], [2, 2], [2]]);
    expect(calls.map(({ key }) => key).filter(Boolean)).toEqual(
      ['a', 'b', 'c'].map((place) => `three-at-once:${place}:addCartItem`),
    );
  });
});

interface Data {
  readonly cart: { readonly lines: readonly { readonly quantity: number }[] };
}
