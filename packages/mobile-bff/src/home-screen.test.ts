import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type MobileBff, startMobileBff } from './mobile-bff.fixture.ts';

const ids = (start: number, count: number) => Array.from({ length: count }, (_, n) => `prd-${start + n + 1}`);
const searches = [
  '/v1/search?limit=6&reduced=true&sort=popularity',
  '/v1/search?limit=8&sort=newest',
  '/v1/search?limit=8&sort=popularity',
];
const homeCalls = [
  '/v1/categories?limit=8&parentIds=root',
  `/v1/rating-summaries?ids=${[...ids(100, 6), ...ids(200, 8), ...ids(300, 8)].join(',')}`,
  ...searches,
];

describe('homeScreen', () => {
  let mobile: MobileBff;
  beforeAll(async () => {
    mobile = await startMobileBff();
  });
  afterAll(() => mobile.close());
  afterEach(() => {
    mobile.onCall = () => undefined;
    mobile.takeCalls();
  });

  it('makes one call a section and one for the ratings of all of them', async () => {
    const { data, errors } = await mobile.send('home');
    expect(errors).toBeUndefined();
    expect(mobile.takeTargets()).toEqual(homeCalls);
    const { categories, offers, popular, arrivals } = data.homeScreen;
    expect([categories, offers, popular, arrivals].map(({ tiles }) => tiles.length)).toEqual([8, 6, 8, 8]);
    expect(offers.tiles[1]).toEqual({
      id: 'prd-102',
      name: 'Farrow Architect Lamp 102',
      price: '€86.90',
      oldPrice: '€115.90',
      imageUrl: 'http://images.test/v1/images/prd-102-1?width=320',
      rating: { average: '4.6' },
      badge: { label: '-25%' },
    });
    expect(categories.tiles[0]).toEqual({
      id: 'cat-1',
      name: 'Department 1',
      imageUrl: 'http://images.test/v1/images/cat-1?width=320',
    });
  });

  it('asks for ratings once although one section arrives long after the others', async () => {
    const answered = Promise.withResolvers<void>();
    let open = 2;
    mobile.onCall = async (target) => {
      if (target.includes('newest')) await answered.promise;
      else if (target.startsWith('/v1/search') && --open === 0) setImmediate(answered.resolve);
      return undefined;
    };
    await mobile.send('home');
    expect(mobile.takeTargets()).toEqual(homeCalls);
  });

  it('calls nothing for sections that are not asked for', async () => {
    await mobile.send('{ homeScreen { popular { tiles { name } } } }');
    expect(mobile.takeTargets()).toEqual(['/v1/search?limit=8&sort=popularity']);
  });

  it('nulls the section whose call failed, and that alone', async () => {
    mobile.onCall = (target) => (target.includes('reduced') ? 503 : undefined);
    const { data, errors } = await mobile.send('home');
    expect(data.homeScreen.offers).toBeNull();
    expect(data.homeScreen.popular.tiles[0].rating).toEqual({ average: '4.6' });
    expect(errors).toMatchObject([{ path: ['homeScreen', 'offers'], extensions: { code: 'UPSTREAM_UNAVAILABLE' } }]);
  });

  it('shows tiles without ratings while reviews are down', async () => {
    mobile.onCall = (target) => (target.startsWith('/v1/rating') ? 500 : undefined);
    const { data, errors } = await mobile.send('home');
    expect(data.homeScreen.popular.tiles[0]).toMatchObject({ id: 'prd-301', rating: null });
    expect(new Set(errors?.map(({ extensions }) => (extensions as { code: string }).code))).toEqual(
      new Set(['UPSTREAM_UNAVAILABLE']),
    );
  });

  it.each(['<h1>Hello</h1>', '"nonsense"', '{"items":[{"id":"prd-1"}],"next":null,"total":1}'])(
    'nulls the section whose answer is %s, and says no more than a code',
    async (body) => {
      mobile.onCall = (target) => (target.includes('reduced') ? body : undefined);
      const { data, errors } = await mobile.send('home');
      expect(data.homeScreen.offers).toBeNull();
      expect(data.homeScreen.popular.tiles).toHaveLength(8);
      expect(errors).toHaveLength(1);
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'UPSTREAM_INVALID_RESPONSE' });
      expect(errors?.[0]?.message).not.toMatch(/undefined|iterable|nullable|Hello/);
    },
  );

  it('names the bounds of an image that is too wide', async () => {
    const { data, errors } = await mobile.send('{ homeScreen { popular { tiles { imageUrl(width: 2001) } } } }');
    expect(data).toEqual({ homeScreen: { popular: null } });
    expect(errors?.[0]).toMatchObject({
      message: 'width must be from 1 to 2000, received 2001.',
      extensions: { code: 'BAD_USER_INPUT', argument: 'width', min: 1, max: 2_000 },
    });
  });

  it('takes at most 15 % of the bytes of its REST bodies', async () => {
    const { bytes } = await mobile.send('home');
    const restBytes = mobile.takeCalls().reduce((sum, call) => sum + call.bytes, 0);
    const share = (100 * bytes) / restBytes;
    process.stdout.write(`Home: ${bytes} bytes of ${restBytes} REST bytes, ${share.toFixed(1)} %\n`);
    expect(share).toBeLessThanOrEqual(15);
  });
});
