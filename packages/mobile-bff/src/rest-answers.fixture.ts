/** What the domain services answer, by their contracts, from data made up on the spot, as long as real ones. */
import type {
  Address,
  Category,
  Facet,
  Image,
  Product,
  PublicProfile,
  RatingSummary,
  Review,
  Stock,
} from '@facet/sources';

/** Where images are said to be. */
export const imageOrigin = 'http://images.test';

type Query = Readonly<Record<string, string>>;

/** Body for a path and its query; `undefined` where there is no such route. */
export function answerOf(path: string, query: Query, subject: string): unknown {
  return routes[path]?.(query, subject);
}

const routes: Readonly<Record<string, (query: Query, subject: string) => unknown>> = {
  '/v1/products': ({ ids }) => page(list(ids).filter(isProductId).map(product)),
  '/v1/related-products': ({ productIds, limit }) =>
    groups(productIds, () => numbers(Number(limit)).map((n) => product(`prd-${500 + n}`))),
  '/v1/categories': ({ parentIds, limit }) => groups(parentIds, () => numbers(Number(limit)).map(category)),
  '/v1/search': search,
  '/v1/stock': ({ ids }) => page(list(ids).map(stock)),
  '/v1/reviews': ({ productIds, limit }) =>
    groups(productIds, (id) => numbers(Number(limit)).map((n) => review(id, n)), 1_204),
  '/v1/rating-summaries': ({ ids }) => page(list(ids).map(ratingSummary)),
  '/v1/public-profiles': ({ ids }) => page(list(ids).map(publicProfile)),
  '/v1/addresses': ({ accountIds }, subject) => groups(accountIds, (id) => (id === subject ? addresses(id) : [])),
};

/** Each order of the search finds other products, of which every third is reduced. */
function search({ limit, sort, reduced, facets, after }: Query) {
  const start = (sort === 'newest' ? 200 : reduced === 'true' ? 100 : 300) + Number(after ?? 0);
  const items = numbers(Number(limit)).map((n) => product(`prd-${start + n}`));
  const next = after === undefined ? limit : null;
  return { items, next, total: 1_204, facets: facets === undefined ? [] : someFacets };
}

const someFacets: Facet[] = [
  { name: 'category', values: [{ value: 'cat-desk-lamps', label: 'Desk lamps', count: 1_100 }] },
  { name: 'brand', values: [] },
  { name: 'price', values: [{ value: '2500-5000', label: '€25 to €50', count: 104 }] },
];

export function product(id: string): Product {
  const number = Number(id.slice(4));
  return {
    id,
    slug: `farrow-architect-lamp-white-${number}`,
    name: `Farrow Architect Lamp ${number}`,
    description:
      'The Farrow puts light exactly where you work and keeps it out of your eyes. The head turns through 270 degrees and stays where you leave it, without a screw to tighten; made of recycled aluminium, it stands still even when the arm is fully stretched. Its shade is deep enough that nobody across the table looks into the light. Every part can be ordered on its own, so one scratch never ends its life.',
    brand: 'Lumora',
    categoryId: 'cat-desk-lamps',
    priceAmount: 8_690,
    currency: 'EUR',
    compareAtAmount: number % 3 === 0 ? 11_590 : null,
    images: [1, 2, 3].map((view) => image(`${id}-${view}`)),
    attributes: ['Material', 'Height', 'Light source', 'Dimming', 'Colour'].map((name) => ({
      name,
      value: 'Recycled aluminium',
    })),
    tags: ['office', 'adjustable', 'warm light'],
    popularity: number % 3 === 1 ? 420 : 30,
    createdAt: '2026-03-12T09:30:00.000Z',
    updatedAt: '2026-10-02T16:00:00.000Z',
  };
}

function category(number: number): Category {
  return {
    id: `cat-${number}`,
    slug: `department-${number}`,
    name: `Department ${number}`,
    description: 'Everything for rooms that people like to come home to.',
    parentId: null,
    position: number,
    productCount: 420,
    image: image(`cat-${number}`),
  };
}

function image(id: string): Image {
  return {
    id,
    url: `${imageOrigin}/v1/images/${id}`,
    alt: `Farrow Architect Lamp ${id} in white`,
    width: 960,
    height: 960,
  };
}

function stock(productId: string): Stock {
  return { productId, available: 3, status: 'lowStock', restockAt: null, updatedAt: '2026-10-02T16:00:00.000Z' };
}

function ratingSummary(productId: string): RatingSummary {
  return { productId, average: 4.6, count: 10, histogram: [0, 0, 1, 2, 7] };
}

function review(productId: string, number: number): Review {
  return {
    id: `rev-${productId}-${number}`,
    productId,
    accountId: `acc-00${number}`,
    rating: 5,
    title: 'Does what it says',
    body: 'On my desk for half a year now.',
    helpfulCount: 2,
    verifiedPurchase: true,
    createdAt: '2026-03-12T23:59:00.000Z',
  };
}

function publicProfile(id: string): PublicProfile {
  return { id, displayName: `Person ${id}`, memberSince: '2024-12-07T10:00:00.000Z' };
}

export function profile(id: string) {
  const names = { givenName: 'Javier', familyName: 'Fernández', displayName: 'Javier' };
  return { ...publicProfile(id), ...names, email: 'javier@example.org', locale: 'es-ES', phone: null };
}

function addresses(accountId: string): Address[] {
  const common = { accountId, recipient: 'Javier Fernández', postalCode: '48005', city: 'Bilbao', country: 'ES' };
  return [
    { ...common, id: 'adr-0001', label: 'Work', street: 'Gran Vía, 1', isDefault: false },
    { ...common, id: 'adr-0002', label: 'Home', street: 'Avenida Diagonal, 87', isDefault: true },
  ];
}

export function page<Item>(items: Item[]) {
  return { items, next: null, total: items.length };
}

function groups<Item>(parentIds: string | undefined, itemsOf: (parentId: string) => Item[], total?: number) {
  const toGroup = (parentId: string) => {
    const items = itemsOf(parentId);
    return { parentId, items, next: null, total: total ?? items.length };
  };
  return { groups: list(parentIds).map(toGroup) };
}

const isProductId = (id: string) => /^prd-\d{3}$/.test(id);
const list = (text: string | undefined) => (text === undefined ? [] : text.split(','));
export const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
