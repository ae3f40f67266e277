// Generated from schemas/mobile/*.graphql by pnpm codegen. Do not edit.

import type { GraphQLResolveInfo } from 'graphql';
import type { AccountAddressMapper, AccountChangeMapper, AccountScreenMapper, CartChangeMapper, CartScreenMapper, CategorySectionMapper, CategoryTileMapper, CheckoutResultMapper, FilterChipMapper, GalleryImageMapper, HomeScreenMapper, ItemLineMapper, OrderChangeMapper, OrderPaymentMapper, OrderRowMapper, OrderScreenMapper, OrdersScreenMapper, ProductScreenMapper, ProductSectionMapper, ProductTileMapper, RatingMapper, ReviewAuthorMapper, ReviewCardMapper, ReviewResultMapper, ReviewSectionMapper, SearchFilterMapper, SearchScreenMapper, ShortageMapper, StockMapper } from '../mappers.ts';
import type { ResolverContext } from '@facet/core';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
};

/** The signed-in person's own screen. */
export type AccountScreen = {
  /** The name others see. */
  displayName: Scalars['String']['output'];
  /** First name, for the form that changes it. */
  givenName: Scalars['String']['output'];
  /** Last name. */
  familyName: Scalars['String']['output'];
  /** Where mail goes. */
  email: Scalars['String']['output'];
  /** Telephone number with country code, for example `+49301234567`; null when the person gave none. */
  phone?: Maybe<Scalars['String']['output']>;
  /** When the account was opened, for example `12 Mar 2024`. */
  memberSince: Scalars['String']['output'];
  /** Where parcels go unless told otherwise; null while it cannot be looked up. */
  defaultAddress?: Maybe<AccountAddress>;
};

/** An address as on a parcel. */
export type AccountAddress = {
  /** For the `addressId` of `checkout`; null when the person gave no address. */
  id?: Maybe<Scalars['ID']['output']>;
  /** Recipient, street, town, country: one line each; empty when the person gave none. */
  lines: Array<Scalars['String']['output']>;
};

/** What became of a change of the person's own data. */
export type AccountChange = {
  /** What happened, to decide what comes next. */
  outcome: AccountOutcome;
  /** The words to show, for example `Your changes are saved.` */
  message: Scalars['String']['output'];
  /** With `INVALID`, what to mend; otherwise empty. */
  fields: Array<FieldMessage>;
  /** The person's screen as it is now; null while it cannot be looked up. */
  account?: Maybe<AccountScreen>;
};

/** How a change of the person's own data can end. */
export const AccountOutcome = {
  /** The changes are saved. */
  CHANGED: 'CHANGED',
  /** Nothing changed: `fields` says what to mend. */
  INVALID: 'INVALID'
} as const;

export type AccountOutcome = typeof AccountOutcome[keyof typeof AccountOutcome];
/** What the signed-in person is about to buy. */
export type CartScreen = {
  /** A line for each product, in the order they were put in; empty at first. */
  lines: Array<ItemLine>;
  /** How many pieces there are, for example `3 items in your cart`. */
  itemCount: Scalars['String']['output'];
  /** What all of it costs at today's prices, for example `€149.70`. */
  total: Scalars['String']['output'];
  /** For `checkout`: stands for the total shown, so that nobody pays another one. */
  totalToken: Scalars['String']['output'];
  /** Whether there is anything to check out. */
  canCheckOut: Scalars['Boolean']['output'];
  /** Where the parcel goes unless told otherwise, its `id` is for `checkout`; null while it cannot be looked up. */
  defaultAddress?: Maybe<AccountAddress>;
};

/** What became of a change of the cart. */
export type CartChange = {
  /** What happened, to decide what comes next. */
  outcome: CartOutcome;
  /** The words to show, for example `3 items in your cart`. */
  message: Scalars['String']['output'];
  /** With `INVALID`, what to mend; otherwise empty. */
  fields: Array<FieldMessage>;
  /** The cart as it is now, whatever the outcome; null while it cannot be looked up. */
  cart?: Maybe<CartScreen>;
};

/** How a change of the cart can end. */
export const CartOutcome = {
  /** The cart is changed. */
  CHANGED: 'CHANGED',
  /** Nothing changed: `fields` says what to mend. */
  INVALID: 'INVALID',
  /** Nothing changed: the product is not in the cart any more. */
  NOT_IN_CART: 'NOT_IN_CART'
} as const;

export type CartOutcome = typeof CartOutcome[keyof typeof CartOutcome];
/** What became of a checkout. Unless the outcome is `ORDERED`, nothing is charged and nothing is ordered. */
export type CheckoutResult = {
  /** What happened, to decide what comes next. */
  outcome: CheckoutOutcome;
  /** The words to show, for example `Your card was declined: there is not enough money on it.` */
  message: Scalars['String']['output'];
  /** With `INVALID`, what to mend; otherwise empty. */
  fields: Array<FieldMessage>;
  /** With `OUT_OF_STOCK`, what is left of each product that falls short; otherwise empty. */
  shortages: Array<Shortage>;
  /** Whether the same card may be good at another try, under a new `Idempotency-Key`. */
  canTryAgain: Scalars['Boolean']['output'];
  /** With `ORDERED`, the new order; otherwise null. */
  order?: Maybe<OrderScreen>;
  /** The cart as it is now, at today's prices and with a new `totalToken`; null while it cannot be looked up. */
  cart?: Maybe<CartScreen>;
};

/** How a checkout can end. */
export const CheckoutOutcome = {
  /** The order is placed. */
  ORDERED: 'ORDERED',
  /** There are fewer pieces than the cart holds: `shortages` says of what. */
  OUT_OF_STOCK: 'OUT_OF_STOCK',
  /** The card was declined: `message` says why, `canTryAgain` whether the same card may work. */
  PAYMENT_DECLINED: 'PAYMENT_DECLINED',
  /** The total is not the one that was shown: `cart` has the new one. */
  PRICE_CHANGED: 'PRICE_CHANGED',
  /** There was nothing in the cart. */
  CART_EMPTY: 'CART_EMPTY',
  /** The pieces were held for too long and went back: it may be tried again, with the same card. */
  RESERVATION_EXPIRED: 'RESERVATION_EXPIRED',
  /** Another checkout of the person is under way, or this one took too long: the orders show what came of it. */
  UNDER_WAY: 'UNDER_WAY',
  /** `fields` says what to mend. */
  INVALID: 'INVALID'
} as const;

export type CheckoutOutcome = typeof CheckoutOutcome[keyof typeof CheckoutOutcome];
/** A product of which there are fewer pieces than the cart holds. */
export type Shortage = {
  /** The line of the cart it is about. */
  productId: Scalars['ID']['output'];
  /** How many pieces are left, 0 when it is sold out. */
  available: Scalars['Int']['output'];
  /** The words to show on the line, for example `Only 2 left`. */
  label: Scalars['String']['output'];
};

/** The start screen: sections that stand alone, so that one that fails leaves the others. */
export type HomeScreen = {
  /** The top departments. */
  categories?: Maybe<CategorySection>;
  /** Reduced products, the most popular first. */
  offers?: Maybe<ProductSection>;
  /** What most people buy. */
  popular?: Maybe<ProductSection>;
  /** What came into the shop last. */
  arrivals?: Maybe<ProductSection>;
};

/** A strip of categories. */
export type CategorySection = {
  /** At most eight, in the shop's own order. */
  tiles: Array<CategoryTile>;
};

/** A category as a picture to tap on. */
export type CategoryTile = {
  /** For the `category` argument of the search. */
  id: Scalars['ID']['output'];
  /** What the category is called. */
  name: Scalars['String']['output'];
  /** Where its picture is, sized for the device. */
  imageUrl: Scalars['String']['output'];
};

/** A category as a picture to tap on. */
export type CategoryTileImageUrlArgs = {
  width?: Scalars['Int']['input'];
  density?: Scalars['Float']['input'];
};

/** Pieces of one product, in the cart or in an order. */
export type ItemLine = {
  /** For `updateCartItem`, `removeCartItem` and `productScreen`. */
  productId: Scalars['ID']['output'];
  /** What the product is called; in an order, what it was called then. */
  name: Scalars['String']['output'];
  /** How many pieces, 1 to 99. */
  quantity: Scalars['Int']['output'];
  /** Price of one piece, for example `€49.90`: today's in the cart, that of the purchase in an order. */
  unitPrice: Scalars['String']['output'];
  /** Price of all pieces of the line, for example `€99.80`. */
  linePrice: Scalars['String']['output'];
  /** The product as it is now, for its picture; null when it left the shop or the catalog cannot be reached. */
  product?: Maybe<ProductTile>;
};

/** What a person should mend in one field of a form. */
export type FieldMessage = {
  /** The argument of the mutation, for example `quantity`. */
  field: Scalars['String']['output'];
  /** The words to show beside it, for example `Choose a number from 1 to 99.` */
  message: Scalars['String']['output'];
};

/** One page of what the signed-in person bought, newest first. */
export type OrdersScreen = {
  /** How many orders there are over all pages, for example `12 orders`. */
  total: Scalars['String']['output'];
  /** The orders of this page. */
  rows: Array<OrderRow>;
  /** For `after`, to get the next page; null on the last. */
  next?: Maybe<Scalars['String']['output']>;
};

/** An order in the list. */
export type OrderRow = {
  /** The order's number, for `orderScreen`. */
  id: Scalars['ID']['output'];
  /** When it was ordered, for example `12 Mar 2026`. */
  date: Scalars['String']['output'];
  /** For the colour of the label. */
  status: OrderStatus;
  /** The words to show, for example `Paid`. */
  statusLabel: Scalars['String']['output'];
  /** What it cost, for example `€149.70`. */
  total: Scalars['String']['output'];
  /** How many pieces it has, for example `3 items`. */
  pieces: Scalars['String']['output'];
  /** Its first product as it is now, for the picture; null when it left the shop or the catalog cannot be reached. */
  cover?: Maybe<ProductTile>;
};

/** The screen of one order. */
export type OrderScreen = {
  /** The order's number. */
  id: Scalars['ID']['output'];
  /** When it was ordered, for example `12 Mar 2026`. */
  date: Scalars['String']['output'];
  /** For the colour of the label. */
  status: OrderStatus;
  /** The words to show, for example `Paid`. */
  statusLabel: Scalars['String']['output'];
  /** A line for each product, at the prices of the purchase. */
  lines: Array<ItemLine>;
  /** How many pieces it has, for example `3 items`. */
  pieces: Scalars['String']['output'];
  /** What it cost, for example `€149.70`. */
  total: Scalars['String']['output'];
  /** Where the parcel goes: recipient, street, town, country, one line each. */
  addressLines: Array<Scalars['String']['output']>;
  /** How it is paid; null while payments cannot be reached. */
  payment?: Maybe<OrderPayment>;
  /** Whether `cancelOrder` is worth offering: for a day after it was ordered, unless it is cancelled already. */
  canCancel: Scalars['Boolean']['output'];
};

/** How an order is paid. */
export type OrderPayment = {
  /** Card and state, for example `Visa ending in 4242 · paid`; null when there is no payment. */
  label?: Maybe<Scalars['String']['output']>;
};

/** How far an order is. */
export const OrderStatus = {
  /** Ordered; the money is not taken yet. */
  PLACED: 'PLACED',
  /** Ordered and paid. */
  PAID: 'PAID',
  /** Taken back; the money is returned. */
  CANCELLED: 'CANCELLED'
} as const;

export type OrderStatus = typeof OrderStatus[keyof typeof OrderStatus];
/** What became of the wish to cancel an order. */
export type OrderChange = {
  /** What happened, to decide what comes next. */
  outcome: OrderOutcome;
  /** The words to show, for example `Your order is cancelled. You get your money back.` */
  message: Scalars['String']['output'];
  /** The order as it is now; null when nothing changed. */
  order?: Maybe<OrderScreen>;
};

/** How cancelling an order can end. */
export const OrderOutcome = {
  /** The order is cancelled, by this call or before it. */
  CANCELLED: 'CANCELLED',
  /** Nothing changed: it was ordered more than a day ago. */
  TOO_LATE: 'TOO_LATE',
  /** The signed-in person has no such order. */
  UNKNOWN: 'UNKNOWN'
} as const;

export type OrderOutcome = typeof OrderOutcome[keyof typeof OrderOutcome];
/** The screen of one product. */
export type ProductScreen = {
  /** The product's id. */
  id: Scalars['ID']['output'];
  /** What the product is called. */
  title: Scalars['String']['output'];
  /** Who makes it. */
  brand: Scalars['String']['output'];
  /** What it costs, for example `€49.90`. */
  price: Scalars['String']['output'];
  /** What it cost before the reduction; null when it is not reduced. */
  oldPrice?: Maybe<Scalars['String']['output']>;
  /** The one thing that sets it apart, to print on the picture. */
  badge?: Maybe<Badge>;
  /** Its pictures, the best first. */
  gallery: Array<GalleryImage>;
  /** Two to four sentences. */
  description: Scalars['String']['output'];
  /** Properties to compare it by. */
  attributes: Array<Attribute>;
  /** Whether it can be ordered; null while the warehouse cannot be reached. */
  stock?: Maybe<Stock>;
  /** What buyers think of it; null while reviews cannot be reached. */
  rating?: Maybe<Rating>;
  /** What buyers say; null while reviews cannot be reached. */
  reviews?: Maybe<ReviewSection>;
  /** What people look at next. */
  related?: Maybe<ProductSection>;
};

/** A picture of the product. */
export type GalleryImage = {
  /** Where it is, sized for the device. */
  url: Scalars['String']['output'];
  /** What it shows, for those who do not see it. */
  alt: Scalars['String']['output'];
};

/** A picture of the product. */
export type GalleryImageUrlArgs = {
  width?: Scalars['Int']['input'];
  density?: Scalars['Float']['input'];
};

/** A property of the product. */
export type Attribute = {
  /** For example `Material`. */
  name: Scalars['String']['output'];
  /** For example `Solid oak`. */
  value: Scalars['String']['output'];
};

/** Whether a product can be ordered. */
export type Stock = {
  /** For the colour of the label. */
  status: StockStatus;
  /** The words to show, for example `Only 3 left`. */
  label: Scalars['String']['output'];
};

/** How well a product is stocked. */
export const StockStatus = {
  /** Enough for everybody. */
  IN_STOCK: 'IN_STOCK',
  /** The last pieces. */
  LOW_STOCK: 'LOW_STOCK',
  /** None at the moment. */
  OUT_OF_STOCK: 'OUT_OF_STOCK'
} as const;

export type StockStatus = typeof StockStatus[keyof typeof StockStatus];
/** What buyers think of a product, in numbers. */
export type Rating = {
  /** The mean of all ratings out of 5, for example `4.6`; null without reviews. */
  average?: Maybe<Scalars['String']['output']>;
  /** How many reviews there are, for example `1,204 reviews`. */
  count: Scalars['String']['output'];
  /** Reviews by stars, from five stars to one. */
  bars: Array<RatingBar>;
};

/** One bar of the picture that shows how ratings spread. */
export type RatingBar = {
  /** Stars from 1 to 5. */
  stars: Scalars['Int']['output'];
  /** How many reviews gave these stars, for example `1,204`. */
  count: Scalars['String']['output'];
  /** Length of the bar: the share of all reviews in whole percent, 0 to 100. */
  percent: Scalars['Int']['output'];
};

/** What buyers say, cut to what the product screen shows. */
export type ReviewSection = {
  /** How many reviews there are, for example `1,204 reviews`. */
  count: Scalars['String']['output'];
  /** The three newest. */
  cards: Array<ReviewCard>;
};

/** What one person says about the product. */
export type ReviewCard = {
  /** The review's id. */
  id: Scalars['ID']['output'];
  /** Who wrote it; null when the person left or cannot be looked up now. */
  author?: Maybe<ReviewAuthor>;
  /** Stars from 1 to 5. */
  stars: Scalars['Int']['output'];
  /** A few words. */
  title: Scalars['String']['output'];
  /** What the person says. */
  body: Scalars['String']['output'];
  /** When it was written, for example `12 Mar 2026`. */
  date: Scalars['String']['output'];
};

/** The person behind a review. */
export type ReviewAuthor = {
  /** The name the person chose to be seen under. */
  name: Scalars['String']['output'];
};

/** What became of a new review. */
export type ReviewResult = {
  /** What happened, to decide what comes next. */
  outcome: ReviewOutcome;
  /** The words to show, for example `Thank you for your review!` */
  message: Scalars['String']['output'];
  /** With `INVALID`, what to mend; otherwise empty. */
  fields: Array<FieldMessage>;
  /** With `WRITTEN`, the product's screen with the review in it; otherwise null. */
  product?: Maybe<ProductScreen>;
};

/** How writing a review can end. */
export const ReviewOutcome = {
  /** The review is there for everybody to read. */
  WRITTEN: 'WRITTEN',
  /** Nothing changed: the person wrote about this product before. */
  ALREADY_WRITTEN: 'ALREADY_WRITTEN',
  /** Nothing changed: `fields` says what to mend. */
  INVALID: 'INVALID'
} as const;

export type ReviewOutcome = typeof ReviewOutcome[keyof typeof ReviewOutcome];
/**
 * The screens of the mobile app. Every text is ready to show: money, numbers and dates are written for the language
 * that `Accept-Language` asks for, and images are named in the size they are shown in.
 */
export type Query = {
  /** What the app opens with. */
  homeScreen: HomeScreen;
  /** Products found, a page at a time. Without any argument: all products, the most popular first. */
  searchScreen?: Maybe<SearchScreen>;
  /** One product with all that its screen shows; null when there is no such product. */
  productScreen?: Maybe<ProductScreen>;
  /** The signed-in person; null for callers who are not signed in. */
  accountScreen?: Maybe<AccountScreen>;
  /** What the signed-in person is about to buy; null for callers who are not signed in. */
  cartScreen?: Maybe<CartScreen>;
  /** What the signed-in person bought, a page at a time; null for callers who are not signed in. */
  ordersScreen?: Maybe<OrdersScreen>;
  /** One order of the signed-in person; null when they have no such order. */
  orderScreen?: Maybe<OrderScreen>;
};

/**
 * The screens of the mobile app. Every text is ready to show: money, numbers and dates are written for the language
 * that `Accept-Language` asks for, and images are named in the size they are shown in.
 */
export type QuerySearchScreenArgs = {
  text?: InputMaybe<Scalars['String']['input']>;
  category?: InputMaybe<Scalars['ID']['input']>;
  brands?: InputMaybe<Array<Scalars['String']['input']>>;
  price?: InputMaybe<Scalars['String']['input']>;
  isReduced?: Scalars['Boolean']['input'];
  sort?: SearchSort;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/**
 * The screens of the mobile app. Every text is ready to show: money, numbers and dates are written for the language
 * that `Accept-Language` asks for, and images are named in the size they are shown in.
 */
export type QueryProductScreenArgs = {
  id: Scalars['ID']['input'];
};

/**
 * The screens of the mobile app. Every text is ready to show: money, numbers and dates are written for the language
 * that `Accept-Language` asks for, and images are named in the size they are shown in.
 */
export type QueryOrdersScreenArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/**
 * The screens of the mobile app. Every text is ready to show: money, numbers and dates are written for the language
 * that `Accept-Language` asks for, and images are named in the size they are shown in.
 */
export type QueryOrderScreenArgs = {
  id: Scalars['ID']['input'];
};

/**
 * What the app changes. Each answer says what happened (`outcome`), what to tell the person (`message`) and brings the
 * screen that changed, as it is now. All need a signed-in person. An app that sends the HTTP header `Idempotency-Key`
 * may repeat a mutation whose answer got lost, with the same key, and it is carried out once; other work, such as another
 * try with another card, takes another key.
 */
export type Mutation = {
  /** Puts pieces of a product into the cart, on top of those that are in it. */
  addToCart?: Maybe<CartChange>;
  /** Sets how many pieces of a product are in the cart. */
  updateCartItem?: Maybe<CartChange>;
  /** Takes a product out of the cart; one that is not in it is no error. */
  removeCartItem?: Maybe<CartChange>;
  /** Buys what is in the cart, at the total that was shown or not at all. */
  checkout?: Maybe<CheckoutResult>;
  /** Cancels an order; an order that is cancelled already stays so. */
  cancelOrder?: Maybe<OrderChange>;
  /** Says what the person thinks of a product, once. */
  writeReview?: Maybe<ReviewResult>;
  /** Changes the person's own data; what is left out stays. */
  updateProfile?: Maybe<AccountChange>;
};

/**
 * What the app changes. Each answer says what happened (`outcome`), what to tell the person (`message`) and brings the
 * screen that changed, as it is now. All need a signed-in person. An app that sends the HTTP header `Idempotency-Key`
 * may repeat a mutation whose answer got lost, with the same key, and it is carried out once; other work, such as another
 * try with another card, takes another key.
 */
export type MutationAddToCartArgs = {
  productId: Scalars['ID']['input'];
  quantity?: Scalars['Int']['input'];
};

/**
 * What the app changes. Each answer says what happened (`outcome`), what to tell the person (`message`) and brings the
 * screen that changed, as it is now. All need a signed-in person. An app that sends the HTTP header `Idempotency-Key`
 * may repeat a mutation whose answer got lost, with the same key, and it is carried out once; other work, such as another
 * try with another card, takes another key.
 */
export type MutationUpdateCartItemArgs = {
  productId: Scalars['ID']['input'];
  quantity: Scalars['Int']['input'];
};

/**
 * What the app changes. Each answer says what happened (`outcome`), what to tell the person (`message`) and brings the
 * screen that changed, as it is now. All need a signed-in person. An app that sends the HTTP header `Idempotency-Key`
 * may repeat a mutation whose answer got lost, with the same key, and it is carried out once; other work, such as another
 * try with another card, takes another key.
 */
export type MutationRemoveCartItemArgs = {
  productId: Scalars['ID']['input'];
};

/**
 * What the app changes. Each answer says what happened (`outcome`), what to tell the person (`message`) and brings the
 * screen that changed, as it is now. All need a signed-in person. An app that sends the HTTP header `Idempotency-Key`
 * may repeat a mutation whose answer got lost, with the same key, and it is carried out once; other work, such as another
 * try with another card, takes another key.
 */
export type MutationCheckoutArgs = {
  totalToken: Scalars['String']['input'];
  addressId: Scalars['ID']['input'];
  cardToken: Scalars['String']['input'];
};

/**
 * What the app changes. Each answer says what happened (`outcome`), what to tell the person (`message`) and brings the
 * screen that changed, as it is now. All need a signed-in person. An app that sends the HTTP header `Idempotency-Key`
 * may repeat a mutation whose answer got lost, with the same key, and it is carried out once; other work, such as another
 * try with another card, takes another key.
 */
export type MutationCancelOrderArgs = {
  id: Scalars['ID']['input'];
};

/**
 * What the app changes. Each answer says what happened (`outcome`), what to tell the person (`message`) and brings the
 * screen that changed, as it is now. All need a signed-in person. An app that sends the HTTP header `Idempotency-Key`
 * may repeat a mutation whose answer got lost, with the same key, and it is carried out once; other work, such as another
 * try with another card, takes another key.
 */
export type MutationWriteReviewArgs = {
  productId: Scalars['ID']['input'];
  stars: Scalars['Int']['input'];
  title: Scalars['String']['input'];
  body: Scalars['String']['input'];
};

/**
 * What the app changes. Each answer says what happened (`outcome`), what to tell the person (`message`) and brings the
 * screen that changed, as it is now. All need a signed-in person. An app that sends the HTTP header `Idempotency-Key`
 * may repeat a mutation whose answer got lost, with the same key, and it is carried out once; other work, such as another
 * try with another card, takes another key.
 */
export type MutationUpdateProfileArgs = {
  givenName?: InputMaybe<Scalars['String']['input']>;
  familyName?: InputMaybe<Scalars['String']['input']>;
  displayName?: InputMaybe<Scalars['String']['input']>;
  locale?: InputMaybe<Scalars['String']['input']>;
  phone?: InputMaybe<Scalars['String']['input']>;
};

/** One page of products found. */
export type SearchScreen = {
  /** How many products there are over all pages, for example `1,204 results`. */
  total: Scalars['String']['output'];
  /** The products of this page. */
  tiles: Array<ProductTile>;
  /** For `after`, to get the next page; null on the last. */
  next?: Maybe<Scalars['String']['output']>;
  /** What the products found can be narrowed by; a filter is counted as if it were not set itself, and left out where it has no values. */
  filters: Array<SearchFilter>;
  /** The orders to choose from. */
  sorts: Array<SortOption>;
};

/** A row of chips that narrow the search. */
export type SearchFilter = {
  /** Which argument of `searchScreen` takes the value of a chip. */
  kind: FilterKind;
  /** What the row is called, for example `Brand`. */
  label: Scalars['String']['output'];
  /** The values there are. */
  chips: Array<FilterChip>;
};

/** What a filter narrows by. */
export const FilterKind = {
  /** A chip's value goes to `category`. */
  CATEGORY: 'CATEGORY',
  /** Chips' values go to `brands`. */
  BRAND: 'BRAND',
  /** A chip's value goes to `price`. */
  PRICE: 'PRICE'
} as const;

export type FilterKind = typeof FilterKind[keyof typeof FilterKind];
/** One value to narrow the search by. */
export type FilterChip = {
  /** For the argument that the filter's `kind` names. */
  value: Scalars['String']['output'];
  /** What to print on it. */
  label: Scalars['String']['output'];
  /** How many products have it, for example `1,204`. */
  count: Scalars['String']['output'];
};

/** Order of the products found. */
export const SearchSort = {
  /** Best match first; by popularity when no text is given. */
  RELEVANCE: 'RELEVANCE',
  /** What most people buy first. */
  POPULARITY: 'POPULARITY',
  /** What came into the shop last first. */
  NEWEST: 'NEWEST',
  /** Cheapest first. */
  PRICE_ASCENDING: 'PRICE_ASCENDING',
  /** Most expensive first. */
  PRICE_DESCENDING: 'PRICE_DESCENDING'
} as const;

export type SearchSort = typeof SearchSort[keyof typeof SearchSort];
/** An order to choose. */
export type SortOption = {
  /** For the argument `sort`. */
  sort: SearchSort;
  /** What to print, for example `Newest`. */
  label: Scalars['String']['output'];
};

/** A strip of products. */
export type ProductSection = {
  /** As many as the strip shows: six offers or related products, eight in others. */
  tiles: Array<ProductTile>;
};

/** A product in a strip or a list. */
export type ProductTile = {
  /** For `productScreen`. */
  id: Scalars['ID']['output'];
  /** What the product is called. */
  name: Scalars['String']['output'];
  /** Who makes it. */
  brand: Scalars['String']['output'];
  /** What it costs, for example `€49.90`. */
  price: Scalars['String']['output'];
  /** What it cost before the reduction; null when it is not reduced. */
  oldPrice?: Maybe<Scalars['String']['output']>;
  /** Where its picture is, sized for the device. */
  imageUrl: Scalars['String']['output'];
  /** What buyers think of it; null while reviews cannot be reached. */
  rating?: Maybe<Rating>;
  /** The one thing that sets it apart, to print on the picture. */
  badge?: Maybe<Badge>;
};

/** A product in a strip or a list. */
export type ProductTileImageUrlArgs = {
  width?: Scalars['Int']['input'];
  density?: Scalars['Float']['input'];
};

/** A short mark on a product's picture. */
export type Badge = {
  /** What it says, for its colour. */
  kind: BadgeKind;
  /** The words to print, for example `-20%`. */
  label: Scalars['String']['output'];
};

/** What a badge says. */
export const BadgeKind = {
  /** The price is reduced. */
  REDUCED: 'REDUCED',
  /** Few products sell as well. */
  BESTSELLER: 'BESTSELLER'
} as const;

export type BadgeKind = typeof BadgeKind[keyof typeof BadgeKind];

export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  extensions?: object;
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AccountScreen: ResolverTypeWrapper<AccountScreenMapper>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  AccountAddress: ResolverTypeWrapper<AccountAddressMapper>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AccountChange: ResolverTypeWrapper<AccountChangeMapper>;
  AccountOutcome: AccountOutcome;
  CartScreen: ResolverTypeWrapper<CartScreenMapper>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  CartChange: ResolverTypeWrapper<CartChangeMapper>;
  CartOutcome: CartOutcome;
  CheckoutResult: ResolverTypeWrapper<CheckoutResultMapper>;
  CheckoutOutcome: CheckoutOutcome;
  Shortage: ResolverTypeWrapper<ShortageMapper>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  HomeScreen: ResolverTypeWrapper<HomeScreenMapper>;
  CategorySection: ResolverTypeWrapper<CategorySectionMapper>;
  CategoryTile: ResolverTypeWrapper<CategoryTileMapper>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  ItemLine: ResolverTypeWrapper<ItemLineMapper>;
  FieldMessage: ResolverTypeWrapper<FieldMessage>;
  OrdersScreen: ResolverTypeWrapper<OrdersScreenMapper>;
  OrderRow: ResolverTypeWrapper<OrderRowMapper>;
  OrderScreen: ResolverTypeWrapper<OrderScreenMapper>;
  OrderPayment: ResolverTypeWrapper<OrderPaymentMapper>;
  OrderStatus: OrderStatus;
  OrderChange: ResolverTypeWrapper<OrderChangeMapper>;
  OrderOutcome: OrderOutcome;
  ProductScreen: ResolverTypeWrapper<ProductScreenMapper>;
  GalleryImage: ResolverTypeWrapper<GalleryImageMapper>;
  Attribute: ResolverTypeWrapper<Attribute>;
  Stock: ResolverTypeWrapper<StockMapper>;
  StockStatus: StockStatus;
  Rating: ResolverTypeWrapper<RatingMapper>;
  RatingBar: ResolverTypeWrapper<RatingBar>;
  ReviewSection: ResolverTypeWrapper<ReviewSectionMapper>;
  ReviewCard: ResolverTypeWrapper<ReviewCardMapper>;
  ReviewAuthor: ResolverTypeWrapper<ReviewAuthorMapper>;
  ReviewResult: ResolverTypeWrapper<ReviewResultMapper>;
  ReviewOutcome: ReviewOutcome;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  SearchScreen: ResolverTypeWrapper<SearchScreenMapper>;
  SearchFilter: ResolverTypeWrapper<SearchFilterMapper>;
  FilterKind: FilterKind;
  FilterChip: ResolverTypeWrapper<FilterChipMapper>;
  SearchSort: SearchSort;
  SortOption: ResolverTypeWrapper<SortOption>;
  ProductSection: ResolverTypeWrapper<ProductSectionMapper>;
  ProductTile: ResolverTypeWrapper<ProductTileMapper>;
  Badge: ResolverTypeWrapper<Badge>;
  BadgeKind: BadgeKind;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AccountScreen: AccountScreenMapper;
  String: Scalars['String']['output'];
  AccountAddress: AccountAddressMapper;
  ID: Scalars['ID']['output'];
  AccountChange: AccountChangeMapper;
  CartScreen: CartScreenMapper;
  Boolean: Scalars['Boolean']['output'];
  CartChange: CartChangeMapper;
  CheckoutResult: CheckoutResultMapper;
  Shortage: ShortageMapper;
  Int: Scalars['Int']['output'];
  HomeScreen: HomeScreenMapper;
  CategorySection: CategorySectionMapper;
  CategoryTile: CategoryTileMapper;
  Float: Scalars['Float']['output'];
  ItemLine: ItemLineMapper;
  FieldMessage: FieldMessage;
  OrdersScreen: OrdersScreenMapper;
  OrderRow: OrderRowMapper;
  OrderScreen: OrderScreenMapper;
  OrderPayment: OrderPaymentMapper;
  OrderChange: OrderChangeMapper;
  ProductScreen: ProductScreenMapper;
  GalleryImage: GalleryImageMapper;
  Attribute: Attribute;
  Stock: StockMapper;
  Rating: RatingMapper;
  RatingBar: RatingBar;
  ReviewSection: ReviewSectionMapper;
  ReviewCard: ReviewCardMapper;
  ReviewAuthor: ReviewAuthorMapper;
  ReviewResult: ReviewResultMapper;
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
  SearchScreen: SearchScreenMapper;
  SearchFilter: SearchFilterMapper;
  FilterChip: FilterChipMapper;
  SortOption: SortOption;
  ProductSection: ProductSectionMapper;
  ProductTile: ProductTileMapper;
  Badge: Badge;
};

export type AccountScreenResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['AccountScreen'] = ResolversParentTypes['AccountScreen']> = {
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  givenName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  familyName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  memberSince?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  defaultAddress?: Resolver<Maybe<ResolversTypes['AccountAddress']>, ParentType, ContextType>;
};

export type AccountAddressResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['AccountAddress'] = ResolversParentTypes['AccountAddress']> = {
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AccountChangeResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['AccountChange'] = ResolversParentTypes['AccountChange']> = {
  outcome?: Resolver<ResolversTypes['AccountOutcome'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  fields?: Resolver<Array<ResolversTypes['FieldMessage']>, ParentType, ContextType>;
  account?: Resolver<Maybe<ResolversTypes['AccountScreen']>, ParentType, ContextType>;
};

export type CartScreenResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['CartScreen'] = ResolversParentTypes['CartScreen']> = {
  lines?: Resolver<Array<ResolversTypes['ItemLine']>, ParentType, ContextType>;
  itemCount?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  totalToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  canCheckOut?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  defaultAddress?: Resolver<Maybe<ResolversTypes['AccountAddress']>, ParentType, ContextType>;
};

export type CartChangeResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['CartChange'] = ResolversParentTypes['CartChange']> = {
  outcome?: Resolver<ResolversTypes['CartOutcome'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  fields?: Resolver<Array<ResolversTypes['FieldMessage']>, ParentType, ContextType>;
  cart?: Resolver<Maybe<ResolversTypes['CartScreen']>, ParentType, ContextType>;
};

export type CheckoutResultResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['CheckoutResult'] = ResolversParentTypes['CheckoutResult']> = {
  outcome?: Resolver<ResolversTypes['CheckoutOutcome'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  fields?: Resolver<Array<ResolversTypes['FieldMessage']>, ParentType, ContextType>;
  shortages?: Resolver<Array<ResolversTypes['Shortage']>, ParentType, ContextType>;
  canTryAgain?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['OrderScreen']>, ParentType, ContextType>;
  cart?: Resolver<Maybe<ResolversTypes['CartScreen']>, ParentType, ContextType>;
};

export type ShortageResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['Shortage'] = ResolversParentTypes['Shortage']> = {
  productId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  available?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type HomeScreenResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['HomeScreen'] = ResolversParentTypes['HomeScreen']> = {
  categories?: Resolver<Maybe<ResolversTypes['CategorySection']>, ParentType, ContextType>;
  offers?: Resolver<Maybe<ResolversTypes['ProductSection']>, ParentType, ContextType>;
  popular?: Resolver<Maybe<ResolversTypes['ProductSection']>, ParentType, ContextType>;
  arrivals?: Resolver<Maybe<ResolversTypes['ProductSection']>, ParentType, ContextType>;
};

export type CategorySectionResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['CategorySection'] = ResolversParentTypes['CategorySection']> = {
  tiles?: Resolver<Array<ResolversTypes['CategoryTile']>, ParentType, ContextType>;
};

export type CategoryTileResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['CategoryTile'] = ResolversParentTypes['CategoryTile']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  imageUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<CategoryTileImageUrlArgs, 'width' | 'density'>>;
};

export type ItemLineResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['ItemLine'] = ResolversParentTypes['ItemLine']> = {
  productId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unitPrice?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  linePrice?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['ProductTile']>, ParentType, ContextType>;
};

export type FieldMessageResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['FieldMessage'] = ResolversParentTypes['FieldMessage']> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type OrdersScreenResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['OrdersScreen'] = ResolversParentTypes['OrdersScreen']> = {
  total?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rows?: Resolver<Array<ResolversTypes['OrderRow']>, ParentType, ContextType>;
  next?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type OrderRowResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['OrderRow'] = ResolversParentTypes['OrderRow']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OrderStatus'], ParentType, ContextType>;
  statusLabel?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  pieces?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  cover?: Resolver<Maybe<ResolversTypes['ProductTile']>, ParentType, ContextType>;
};

export type OrderScreenResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['OrderScreen'] = ResolversParentTypes['OrderScreen']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OrderStatus'], ParentType, ContextType>;
  statusLabel?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['ItemLine']>, ParentType, ContextType>;
  pieces?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  addressLines?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  payment?: Resolver<Maybe<ResolversTypes['OrderPayment']>, ParentType, ContextType>;
  canCancel?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type OrderPaymentResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['OrderPayment'] = ResolversParentTypes['OrderPayment']> = {
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type OrderChangeResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['OrderChange'] = ResolversParentTypes['OrderChange']> = {
  outcome?: Resolver<ResolversTypes['OrderOutcome'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['OrderScreen']>, ParentType, ContextType>;
};

export type ProductScreenResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['ProductScreen'] = ResolversParentTypes['ProductScreen']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  brand?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  price?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  oldPrice?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  badge?: Resolver<Maybe<ResolversTypes['Badge']>, ParentType, ContextType>;
  gallery?: Resolver<Array<ResolversTypes['GalleryImage']>, ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  attributes?: Resolver<Array<ResolversTypes['Attribute']>, ParentType, ContextType>;
  stock?: Resolver<Maybe<ResolversTypes['Stock']>, ParentType, ContextType>;
  rating?: Resolver<Maybe<ResolversTypes['Rating']>, ParentType, ContextType>;
  reviews?: Resolver<Maybe<ResolversTypes['ReviewSection']>, ParentType, ContextType>;
  related?: Resolver<Maybe<ResolversTypes['ProductSection']>, ParentType, ContextType>;
};

export type GalleryImageResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['GalleryImage'] = ResolversParentTypes['GalleryImage']> = {
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<GalleryImageUrlArgs, 'width' | 'density'>>;
  alt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AttributeResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['Attribute'] = ResolversParentTypes['Attribute']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type StockResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['Stock'] = ResolversParentTypes['Stock']> = {
  status?: Resolver<ResolversTypes['StockStatus'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RatingResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['Rating'] = ResolversParentTypes['Rating']> = {
  average?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  bars?: Resolver<Array<ResolversTypes['RatingBar']>, ParentType, ContextType>;
};

export type RatingBarResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['RatingBar'] = ResolversParentTypes['RatingBar']> = {
  stars?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  percent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ReviewSectionResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['ReviewSection'] = ResolversParentTypes['ReviewSection']> = {
  count?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  cards?: Resolver<Array<ResolversTypes['ReviewCard']>, ParentType, ContextType>;
};

export type ReviewCardResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['ReviewCard'] = ResolversParentTypes['ReviewCard']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  author?: Resolver<Maybe<ResolversTypes['ReviewAuthor']>, ParentType, ContextType>;
  stars?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  body?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ReviewAuthorResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['ReviewAuthor'] = ResolversParentTypes['ReviewAuthor']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ReviewResultResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['ReviewResult'] = ResolversParentTypes['ReviewResult']> = {
  outcome?: Resolver<ResolversTypes['ReviewOutcome'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  fields?: Resolver<Array<ResolversTypes['FieldMessage']>, ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['ProductScreen']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  homeScreen?: Resolver<ResolversTypes['HomeScreen'], ParentType, ContextType>;
  searchScreen?: Resolver<Maybe<ResolversTypes['SearchScreen']>, ParentType, ContextType, RequireFields<QuerySearchScreenArgs, 'isReduced' | 'sort' | 'first'>>;
  productScreen?: Resolver<Maybe<ResolversTypes['ProductScreen']>, ParentType, ContextType, RequireFields<QueryProductScreenArgs, 'id'>>;
  accountScreen?: Resolver<Maybe<ResolversTypes['AccountScreen']>, ParentType, ContextType>;
  cartScreen?: Resolver<Maybe<ResolversTypes['CartScreen']>, ParentType, ContextType>;
  ordersScreen?: Resolver<Maybe<ResolversTypes['OrdersScreen']>, ParentType, ContextType, RequireFields<QueryOrdersScreenArgs, 'first'>>;
  orderScreen?: Resolver<Maybe<ResolversTypes['OrderScreen']>, ParentType, ContextType, RequireFields<QueryOrderScreenArgs, 'id'>>;
};

export type MutationResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addToCart?: Resolver<Maybe<ResolversTypes['CartChange']>, ParentType, ContextType, RequireFields<MutationAddToCartArgs, 'productId' | 'quantity'>>;
  updateCartItem?: Resolver<Maybe<ResolversTypes['CartChange']>, ParentType, ContextType, RequireFields<MutationUpdateCartItemArgs, 'productId' | 'quantity'>>;
  removeCartItem?: Resolver<Maybe<ResolversTypes['CartChange']>, ParentType, ContextType, RequireFields<MutationRemoveCartItemArgs, 'productId'>>;
  checkout?: Resolver<Maybe<ResolversTypes['CheckoutResult']>, ParentType, ContextType, RequireFields<MutationCheckoutArgs, 'totalToken' | 'addressId' | 'cardToken'>>;
  cancelOrder?: Resolver<Maybe<ResolversTypes['OrderChange']>, ParentType, ContextType, RequireFields<MutationCancelOrderArgs, 'id'>>;
  writeReview?: Resolver<Maybe<ResolversTypes['ReviewResult']>, ParentType, ContextType, RequireFields<MutationWriteReviewArgs, 'productId' | 'stars' | 'title' | 'body'>>;
  updateProfile?: Resolver<Maybe<ResolversTypes['AccountChange']>, ParentType, ContextType, Partial<MutationUpdateProfileArgs>>;
};

export type SearchScreenResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['SearchScreen'] = ResolversParentTypes['SearchScreen']> = {
  total?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tiles?: Resolver<Array<ResolversTypes['ProductTile']>, ParentType, ContextType>;
  next?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  filters?: Resolver<Array<ResolversTypes['SearchFilter']>, ParentType, ContextType>;
  sorts?: Resolver<Array<ResolversTypes['SortOption']>, ParentType, ContextType>;
};

export type SearchFilterResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['SearchFilter'] = ResolversParentTypes['SearchFilter']> = {
  kind?: Resolver<ResolversTypes['FilterKind'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  chips?: Resolver<Array<ResolversTypes['FilterChip']>, ParentType, ContextType>;
};

export type FilterChipResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['FilterChip'] = ResolversParentTypes['FilterChip']> = {
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SortOptionResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['SortOption'] = ResolversParentTypes['SortOption']> = {
  sort?: Resolver<ResolversTypes['SearchSort'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ProductSectionResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['ProductSection'] = ResolversParentTypes['ProductSection']> = {
  tiles?: Resolver<Array<ResolversTypes['ProductTile']>, ParentType, ContextType>;
};

export type ProductTileResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['ProductTile'] = ResolversParentTypes['ProductTile']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  brand?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  price?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  oldPrice?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  imageUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<ProductTileImageUrlArgs, 'width' | 'density'>>;
  rating?: Resolver<Maybe<ResolversTypes['Rating']>, ParentType, ContextType>;
  badge?: Resolver<Maybe<ResolversTypes['Badge']>, ParentType, ContextType>;
};

export type BadgeResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['Badge'] = ResolversParentTypes['Badge']> = {
  kind?: Resolver<ResolversTypes['BadgeKind'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = ResolverContext> = {
  AccountScreen?: AccountScreenResolvers<ContextType>;
  AccountAddress?: AccountAddressResolvers<ContextType>;
  AccountChange?: AccountChangeResolvers<ContextType>;
  CartScreen?: CartScreenResolvers<ContextType>;
  CartChange?: CartChangeResolvers<ContextType>;
  CheckoutResult?: CheckoutResultResolvers<ContextType>;
  Shortage?: ShortageResolvers<ContextType>;
  HomeScreen?: HomeScreenResolvers<ContextType>;
  CategorySection?: CategorySectionResolvers<ContextType>;
  CategoryTile?: CategoryTileResolvers<ContextType>;
  ItemLine?: ItemLineResolvers<ContextType>;
  FieldMessage?: FieldMessageResolvers<ContextType>;
  OrdersScreen?: OrdersScreenResolvers<ContextType>;
  OrderRow?: OrderRowResolvers<ContextType>;
  OrderScreen?: OrderScreenResolvers<ContextType>;
  OrderPayment?: OrderPaymentResolvers<ContextType>;
  OrderChange?: OrderChangeResolvers<ContextType>;
  ProductScreen?: ProductScreenResolvers<ContextType>;
  GalleryImage?: GalleryImageResolvers<ContextType>;
  Attribute?: AttributeResolvers<ContextType>;
  Stock?: StockResolvers<ContextType>;
  Rating?: RatingResolvers<ContextType>;
  RatingBar?: RatingBarResolvers<ContextType>;
  ReviewSection?: ReviewSectionResolvers<ContextType>;
  ReviewCard?: ReviewCardResolvers<ContextType>;
  ReviewAuthor?: ReviewAuthorResolvers<ContextType>;
  ReviewResult?: ReviewResultResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  SearchScreen?: SearchScreenResolvers<ContextType>;
  SearchFilter?: SearchFilterResolvers<ContextType>;
  FilterChip?: FilterChipResolvers<ContextType>;
  SortOption?: SortOptionResolvers<ContextType>;
  ProductSection?: ProductSectionResolvers<ContextType>;
  ProductTile?: ProductTileResolvers<ContextType>;
  Badge?: BadgeResolvers<ContextType>;
};
