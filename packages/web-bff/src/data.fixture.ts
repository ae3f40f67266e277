/** A small shop for tests: 60 products in a tree of categories, five reviews each. */
import type { Address, Category, Image, Product, Profile, RatingSummary, Review, Stock } from '@facet/sources';

const moment = '2026-01-02T03:04:05Z';

export const numbered = (prefix: string, number: number, digits: number) =>
  `${prefix}-${String(number).padStart(digits, '0')}`;
const list = <Item>(count: number, create: (number: number) => Item) =>
  Array.from({ length: count }, (_, index) => create(index + 1));

function image(id: string): Image {
  return { id, url: `http://images.test/v1/images/${id}`, alt: `Picture of ${id}`, width: 640, height: 480 };
}

function category(id: string, parentId: string | null, position: number): Category {
  return {
    id,
    slug: id.slice(4),
    name: `Name of ${id}`,
    description: 'A category.',
    parentId,
    position,
    productCount: 60,
    image: image(id),
  };
}

// More at the top than one call may bring.
export const categories: Category[] = [
  category('cat-home', null, 0),
  category('cat-kitchen', 'cat-home', 0),
  category('cat-pans', 'cat-kitchen', 0),
  ...list(22, (number) => category(numbered('cat-other', number, 2), null, number)),
];

export const products: Product[] = list(60, (number) => {
  const id = numbered('prd', number, 4);
  return {
    id,
    slug: `pan-${number}`,
    name: `Pan ${number}`,
    description: 'It is a pan.',
    brand: 'Panini',
    categoryId: 'cat-pans',
    priceAmount: 1000 + number,
    currency: 'EUR',
    compareAtAmount: number === 1 ? 2005 : null,
    images: [image(`${id}-1`), image(`${id}-2`)],
    attributes: [{ name: 'Material', value: 'Iron' }],
    tags: ['pan'],
    popularity: 100 - number,
    createdAt: moment,
    updatedAt: moment,
  };
});

export const stock: Stock[] = products.map(({ id }) => ({
  productId: id,
  available: 3,
  status: 'lowStock',
  restockAt: null,
  updatedAt: moment,
}));

export const reviews: Review[] = products.flatMap(({ id }, product) =>
  list(5, (number) => ({
    id: numbered('rev', product * 5 + number, 5),
    productId: id,
    accountId: numbered('acc', number, 3),
    rating: number,
    title: `Review ${number} of ${id}`,
    body: 'Good.',
    helpfulCount: 0,
    verifiedPurchase: true,
    createdAt: moment,
  })),
);

export const ratingSummaries: RatingSummary[] = products.map(({ id }) => ({
  productId: id,
  average: 3,
  count: 5,
  histogram: [1, 1, 1, 1, 1],
}));

export const profiles: Profile[] = list(9, (number) => ({
  id: numbered('acc', number, 3),
  email: `person${number}@example.com`,
  givenName: 'Ada',
  familyName: `Nr ${number}`,
  displayName: `Ada ${number}`,
  locale: 'de-DE',
  phone: null,
  memberSince: moment,
}));

export const addresses: Address[] = list(4, (number) => ({
  id: numbered('adr', number, 4),
  accountId: number < 4 ? 'acc-001' : 'acc-002',
  label: 'Home',
  recipient: 'Ada',
  street: 'Street 1',
  postalCode: '10115',
  city: 'Berlin',
  country: 'DE',
  isDefault: number === 1,
}));
