// Generated from schemas/web/*.graphql by pnpm codegen. Do not edit.

import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AddToCartPayloadMapper, AddToCartSuccessMapper, AddressConnectionMapper, AddressEdgeMapper, AddressMapper, AlreadyReviewedMapper, CancelOrderPayloadMapper, CancelOrderSuccessMapper, CartEmptyMapper, CartItemMapper, CartMapper, CategoryMapper, CheckoutPayloadMapper, CheckoutSuccessMapper, CheckoutUnderWayMapper, ImageMapper, NodeMapper, NotInCartMapper, OrderConnectionMapper, OrderEdgeMapper, OrderItemMapper, OrderMapper, OrderNotCancellableMapper, OrderNotFoundMapper, OutOfStockMapper, PageInfoMapper, PaymentConnectionMapper, PaymentDeclinedMapper, PaymentEdgeMapper, PaymentMapper, PriceChangedMapper, ProductConnectionMapper, ProductEdgeMapper, ProductMapper, ProductSearchConnectionMapper, PublicProfileMapper, RatingSummaryMapper, RemoveCartItemPayloadMapper, RemoveCartItemSuccessMapper, ReservationExpiredMapper, ReviewConnectionMapper, ReviewEdgeMapper, ReviewMapper, ShortageMapper, StockMapper, UpdateCartItemPayloadMapper, UpdateCartItemSuccessMapper, UpdateProfilePayloadMapper, UpdateProfileSuccessMapper, ValidationFailedMapper, ViewerMapper, WriteReviewPayloadMapper, WriteReviewSuccessMapper } from '../mappers.ts';
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
  /** A moment as RFC 3339 text, for example `2026-03-01T09:30:00Z`. */
  DateTime: { input: string; output: string; }
};

/** What a person is about to buy, at the prices of now. */
export type Cart = Node & {
  /** The global id. */
  id: Scalars['ID']['output'];
  /** Its products, in the order they were put in, at most 100. */
  items: Array<CartItem>;
  /** What all of it costs now; `checkout` wants to be told this amount and currency. */
  total: Money;
  /** How many pieces there are over all items. */
  itemCount: Scalars['Int']['output'];
  /** When it last changed; null for a cart that never held anything. */
  updatedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** Pieces of one product in a cart. */
export type CartItem = {
  /** The product; null when it cannot be had any more, or while the catalog is down. */
  product?: Maybe<Product>;
  /** What the product is called now. */
  name: Scalars['String']['output'];
  /** How many pieces, 1 to 99. */
  quantity: Scalars['Int']['output'];
  /** What one piece costs now. */
  unitPrice: Money;
  /** What all pieces cost now. */
  linePrice: Money;
};

/** Pieces to put into the cart. */
export type AddToCartInput = {
  /** Global id of the product. */
  productId: Scalars['ID']['input'];
  /** How many pieces, 1 to 99; the cart holds at most 99 of one product. */
  quantity: Scalars['Int']['input'];
};

/** What became of putting something into the cart. */
export type AddToCartPayload = AddToCartSuccess | ValidationFailed;

/** The pieces are in the cart. */
export type AddToCartSuccess = {
  /** The cart as it is now. */
  cart?: Maybe<Cart>;
};

/** How many pieces there shall be. */
export type UpdateCartItemInput = {
  /** Global id of a product in the cart. */
  productId: Scalars['ID']['input'];
  /** How many pieces, 1 to 99. */
  quantity: Scalars['Int']['input'];
};

/** What became of changing the number of pieces. */
export type UpdateCartItemPayload = UpdateCartItemSuccess | NotInCart | ValidationFailed;

/** The cart has so many pieces now. */
export type UpdateCartItemSuccess = {
  /** The cart as it is now. */
  cart?: Maybe<Cart>;
};

/** The product is not in the cart, perhaps no longer. */
export type NotInCart = Refusal & {
  /** What to tell the person. */
  message: Scalars['String']['output'];
  /** The cart as it is now. */
  cart?: Maybe<Cart>;
};

/** What to take out of the cart. */
export type RemoveCartItemInput = {
  /** Global id of the product. */
  productId: Scalars['ID']['input'];
};

/** What became of taking something out of the cart. */
export type RemoveCartItemPayload = RemoveCartItemSuccess | ValidationFailed;

/** The product is not in the cart any more. */
export type RemoveCartItemSuccess = {
  /** The cart as it is now. */
  cart?: Maybe<Cart>;
};

/** A place in the category tree. */
export type Category = Node & {
  /** The global id. */
  id: Scalars['ID']['output'];
  /** Name for URLs, unique among categories. */
  slug: Scalars['String']['output'];
  /** What the category is called. */
  name: Scalars['String']['output'];
  /** One sentence about it. */
  description: Scalars['String']['output'];
  /** How many products are in it and below it. */
  productCount: Scalars['Int']['output'];
  /** The picture that stands for it. */
  image: Image;
  /** The category above; null at the top. */
  parent?: Maybe<Category>;
  /** The categories directly below, in the order to show them; empty at the bottom. */
  children?: Maybe<Array<Category>>;
  /** Its products and those of all categories below, the most bought first. Use `browse` for other orders and filters. */
  products?: Maybe<ProductConnection>;
};

/** A place in the category tree. */
export type CategoryProductsArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** What a person agrees to. */
export type CheckoutInput = {
  /** The cart's total as it was shown, in the currency's minor unit: `total.amountMinor`. */
  totalMinor: Scalars['Int']['input'];
  /** The currency it was shown in: `total.currency`. */
  currency: Scalars['String']['input'];
  /** Global id of the address that the parcel goes to, one of your own. */
  addressId: Scalars['ID']['input'];
  /** Stands for a card; the payment provider's form gives it. */
  cardToken: Scalars['String']['input'];
};

/** What became of checking out. */
export type CheckoutPayload = CheckoutSuccess | OutOfStock | PriceChanged | PaymentDeclined | CartEmpty | ReservationExpired | CheckoutUnderWay | ValidationFailed;

/** It is bought. */
export type CheckoutSuccess = {
  /** The new order. */
  order: Order;
  /** The cart as it is now: without what was bought. */
  cart?: Maybe<Cart>;
  /** The person, for whatever else shows the purchase. */
  viewer?: Maybe<Viewer>;
};

/** There are fewer pieces than the cart has; nothing was charged. */
export type OutOfStock = Refusal & {
  /** What to tell the person. */
  message: Scalars['String']['output'];
  /** What falls short. */
  items: Array<Shortage>;
};

/** A product of which there are fewer pieces than the cart has. */
export type Shortage = {
  /** The product; null while the catalog is down. */
  product?: Maybe<Product>;
  /** How many pieces are left. */
  available: Scalars['Int']['output'];
};

/** The cart costs something else than was shown; nothing was charged. Show the new total, and ask again. */
export type PriceChanged = Refusal & {
  /** What to tell the person. */
  message: Scalars['String']['output'];
  /** The cart at the prices of now. */
  cart?: Maybe<Cart>;
  /** What it costs now; null while the cart cannot be read. */
  total?: Maybe<Money>;
};

/** The card was declined; nothing was charged. */
export type PaymentDeclined = Refusal & {
  /** What to tell the person. */
  message: Scalars['String']['output'];
  /** Why, as far as a person may be told. */
  reason: DeclineReason;
};

/** There is nothing in the cart. */
export type CartEmpty = Refusal & {
  /** What to tell the person. */
  message: Scalars['String']['output'];
  /** The cart as it is now. */
  cart?: Maybe<Cart>;
};

/** The pieces were held for too long while the order was placed, and went back; nothing was charged. Ask again. */
export type ReservationExpired = Refusal & {
  /** What to tell the person. */
  message: Scalars['String']['output'];
};

/**
 * Another checkout of the person is under way, on another device perhaps, or this one took too long; this one charged
 * nothing. Show the person's orders before you ask again.
 */
export type CheckoutUnderWay = Refusal & {
  /** What to tell the person. */
  message: Scalars['String']['output'];
};

/** A picture that can be had in any size. */
export type Image = {
  /** Address of the picture; in its own size unless another is asked for. */
  url: Scalars['String']['output'];
  /** What it shows, for those who do not see it. */
  alt: Scalars['String']['output'];
  /** Own width in pixels. */
  width: Scalars['Int']['output'];
  /** Own height in pixels. */
  height: Scalars['Int']['output'];
};

/** A picture that can be had in any size. */
export type ImageUrlArgs = {
  width?: InputMaybe<Scalars['Int']['input']>;
  height?: InputMaybe<Scalars['Int']['input']>;
};

/** An amount in a currency. */
export type Money = {
  /** The amount in the currency's major unit as a decimal number, for example `129.90`; text, so that no digit is lost. */
  amount: Scalars['String']['output'];
  /** The same amount in the currency's minor unit, for example `12990` cents; what price filters take. */
  amountMinor: Scalars['Int']['output'];
  /** ISO 4217 code, for example `EUR`. */
  currency: Scalars['String']['output'];
};

/** What a person bought at once. */
export type Order = Node & {
  /** The global id. */
  id: Scalars['ID']['output'];
  /** How far it is. */
  status: OrderStatus;
  /** Its products, at most 100. */
  items: Array<OrderItem>;
  /** What all of it cost. */
  total: Money;
  /** How many pieces there are over all items. */
  itemCount: Scalars['Int']['output'];
  /** Where the parcel goes, as it was when it was ordered. */
  address: OrderAddress;
  /** When it was ordered. */
  createdAt: Scalars['DateTime']['output'];
  /** When it last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** The money that was asked for it, newest first. */
  payments?: Maybe<PaymentConnection>;
};

/** What a person bought at once. */
export type OrderPaymentsArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** How far an order is. */
export const OrderStatus = {
  /** Ordered; the money is reserved on the card, but not taken yet. */
  PLACED: 'PLACED',
  /** Ordered and paid for. */
  PAID: 'PAID',
  /** Cancelled, by the person or because it could not be paid; what was paid came back. */
  CANCELLED: 'CANCELLED'
} as const;

export type OrderStatus = typeof OrderStatus[keyof typeof OrderStatus];
/** Pieces of one product in an order, with the prices it was ordered at. */
export type OrderItem = {
  /** The product as it is now; null when it is no longer in the catalog, or while the catalog is down. */
  product?: Maybe<Product>;
  /** What the product was called when it was ordered. */
  name: Scalars['String']['output'];
  /** How many pieces. */
  quantity: Scalars['Int']['output'];
  /** What one piece cost. */
  unitPrice: Money;
  /** What all pieces cost. */
  linePrice: Money;
};

/** Where the parcel of an order goes; later changes of the person's addresses leave it as it was. */
export type OrderAddress = {
  /** Who takes the parcel. */
  recipient: Scalars['String']['output'];
  /** Street and number. */
  street: Scalars['String']['output'];
  /** As the country writes it. */
  postalCode: Scalars['String']['output'];
  /** Town or city. */
  city: Scalars['String']['output'];
  /** ISO 3166-1 alpha-2 code, for example `DE`. */
  country: Scalars['String']['output'];
};

/** A page of orders. */
export type OrderConnection = {
  /** The orders of this page, each with its cursor. */
  edges: Array<OrderEdge>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** How many orders there are over all pages. */
  totalCount: Scalars['Int']['output'];
};

/** An order in a list. */
export type OrderEdge = {
  /** Marks this place in the list; give it as `after` to continue behind it. */
  cursor: Scalars['String']['output'];
  /** The order. */
  node: Order;
};

/** Which order to cancel. */
export type CancelOrderInput = {
  /** Global id of the order. */
  orderId: Scalars['ID']['input'];
};

/** What became of cancelling an order. */
export type CancelOrderPayload = CancelOrderSuccess | OrderNotCancellable | OrderNotFound;

/** The order is cancelled. */
export type CancelOrderSuccess = {
  /** The order, now cancelled. */
  order: Order;
};

/** It is too late to cancel the order. */
export type OrderNotCancellable = Refusal & {
  /** What to tell the person. */
  message: Scalars['String']['output'];
};

/** There is no such order, or it is not yours. */
export type OrderNotFound = Refusal & {
  /** What to tell the person. */
  message: Scalars['String']['output'];
};

/** Money that was asked for an order. */
export type Payment = Node & {
  /** The global id. */
  id: Scalars['ID']['output'];
  /** How far it is. */
  status: PaymentStatus;
  /** How much money it is about. */
  amount: Money;
  /** What the person knows the card by, for example `Visa ending in 4242`. */
  cardLabel: Scalars['String']['output'];
  /** Why the card was declined; null when it was not. */
  declineReason?: Maybe<DeclineReason>;
  /** When it was asked for. */
  createdAt: Scalars['DateTime']['output'];
  /** When it last changed. */
  updatedAt: Scalars['DateTime']['output'];
};

/** How far a payment is. */
export const PaymentStatus = {
  /** The money is reserved on the card. */
  AUTHORIZED: 'AUTHORIZED',
  /** The money is taken. */
  CAPTURED: 'CAPTURED',
  /** The money was reserved, and is free again. */
  VOIDED: 'VOIDED',
  /** The money was taken, and given back. */
  REFUNDED: 'REFUNDED',
  /** The card was declined. */
  DECLINED: 'DECLINED'
} as const;

export type PaymentStatus = typeof PaymentStatus[keyof typeof PaymentStatus];
/** Why a card was declined. */
export const DeclineReason = {
  /** There is not enough money on the card. */
  INSUFFICIENT_FUNDS: 'INSUFFICIENT_FUNDS',
  /** The card is no longer valid. */
  CARD_EXPIRED: 'CARD_EXPIRED',
  /** The bank says no, without a reason a person may be told. */
  CARD_REFUSED: 'CARD_REFUSED',
  /** The bank could not say; the same card may work in a moment. */
  TRY_AGAIN: 'TRY_AGAIN'
} as const;

export type DeclineReason = typeof DeclineReason[keyof typeof DeclineReason];
/** A page of payments. */
export type PaymentConnection = {
  /** The payments of this page, each with its cursor. */
  edges: Array<PaymentEdge>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** How many payments there are over all pages. */
  totalCount: Scalars['Int']['output'];
};

/** A payment in a list. */
export type PaymentEdge = {
  /** Marks this place in the list; give it as `after` to continue behind it. */
  cursor: Scalars['String']['output'];
  /** The payment. */
  node: Payment;
};

/** A thing the shop sells. */
export type Product = Node & {
  /** The global id. */
  id: Scalars['ID']['output'];
  /** Name for URLs, unique among products. */
  slug: Scalars['String']['output'];
  /** What the product is called. */
  name: Scalars['String']['output'];
  /** Two to four sentences about it. */
  description: Scalars['String']['output'];
  /** Who makes it. */
  brand: Scalars['String']['output'];
  /** The category it is in. */
  category?: Maybe<Category>;
  /** What it costs. */
  price: Money;
  /** What it cost before the reduction; null when it is not reduced. */
  compareAtPrice?: Maybe<Money>;
  /** The picture to show first. */
  image: Image;
  /** All pictures, at most 8, the one to show first first. */
  images: Array<Image>;
  /** Properties that products of the category are compared by, at most 20. */
  attributes: Array<ProductAttribute>;
  /** Words that describe it, at most 10. */
  tags: Array<Scalars['String']['output']>;
  /** When it came into the catalog. */
  createdAt: Scalars['DateTime']['output'];
  /** How many pieces can be ordered. */
  stock?: Maybe<Stock>;
  /** All its ratings in a few numbers. */
  ratingSummary?: Maybe<RatingSummary>;
  /** What people say about it, newest first. */
  reviews?: Maybe<ReviewConnection>;
  /** Other products that people look at next. */
  related?: Maybe<ProductConnection>;
};

/** A thing the shop sells. */
export type ProductReviewsArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A thing the shop sells. */
export type ProductRelatedArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A property that products are compared by. */
export type ProductAttribute = {
  /** For example Material. */
  name: Scalars['String']['output'];
  /** For example Solid oak. */
  value: Scalars['String']['output'];
};

/** A page of products. */
export type ProductConnection = {
  /** The products of this page, each with its cursor. */
  edges: Array<ProductEdge>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** How many products there are over all pages. */
  totalCount: Scalars['Int']['output'];
};

/** A product in a list. */
export type ProductEdge = {
  /** Marks this place in the list; give it as `after` to continue behind it. */
  cursor: Scalars['String']['output'];
  /** The product. */
  node: Product;
};

/** A change that was expected to be possible, but is not: nothing was changed. More kinds may come. */
export type Refusal = {
  /** What to tell the person. */
  message: Scalars['String']['output'];
};

/** What was put in cannot be taken as it is. */
export type ValidationFailed = Refusal & {
  /** What to tell the person. */
  message: Scalars['String']['output'];
  /** What is wrong, field by field. */
  fields: Array<InvalidField>;
};

/** A field of the input that cannot be taken as it is. */
export type InvalidField = {
  /** The field's name in the input. */
  field: Scalars['String']['output'];
  /** What to tell the person beside it. */
  message: Scalars['String']['output'];
};

/** A review to be. */
export type WriteReviewInput = {
  /** Global id of the product. */
  productId: Scalars['ID']['input'];
  /** Stars, 1 to 5. */
  rating: Scalars['Int']['input'];
  /** A few words, at most 120 characters. */
  title: Scalars['String']['input'];
  /** What you have to say, at most 5,000 characters. */
  body: Scalars['String']['input'];
};

/** What became of writing a review. */
export type WriteReviewPayload = WriteReviewSuccess | AlreadyReviewed | ValidationFailed;

/** The review is published. */
export type WriteReviewSuccess = {
  /** The review; its product has the new ratings. */
  review: Review;
};

/** You reviewed this product before; a product has one review of each person. */
export type AlreadyReviewed = Refusal & {
  /** What to tell the person. */
  message: Scalars['String']['output'];
};

/** What one person says about one product. */
export type Review = Node & {
  /** The global id. */
  id: Scalars['ID']['output'];
  /** Stars, 1 to 5. */
  rating: Scalars['Int']['output'];
  /** A few words. */
  title: Scalars['String']['output'];
  /** What the author says. */
  body: Scalars['String']['output'];
  /** How many people found it helpful. */
  helpfulCount: Scalars['Int']['output'];
  /** Whether the author bought the product here. */
  verifiedPurchase: Scalars['Boolean']['output'];
  /** When it was written. */
  createdAt: Scalars['DateTime']['output'];
  /** Who wrote it; null when the account is gone. */
  author?: Maybe<PublicProfile>;
  /** What it is about. */
  product?: Maybe<Product>;
};

/** A page of reviews. */
export type ReviewConnection = {
  /** The reviews of this page, each with its cursor. */
  edges: Array<ReviewEdge>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** How many reviews there are over all pages. */
  totalCount: Scalars['Int']['output'];
};

/** A review in a list. */
export type ReviewEdge = {
  /** Marks this place in the list; give it as `after` to continue behind it. */
  cursor: Scalars['String']['output'];
  /** The review. */
  node: Review;
};

/** All ratings of a product in a few numbers. */
export type RatingSummary = {
  /** The mean of all ratings to one decimal; null without reviews. */
  average?: Maybe<Scalars['Float']['output']>;
  /** How many reviews there are. */
  count: Scalars['Int']['output'];
  /** How the reviews spread, from 1 star to 5. */
  histogram: Array<RatingCount>;
};

/** How many reviews give so many stars. */
export type RatingCount = {
  /** Stars, 1 to 5. */
  stars: Scalars['Int']['output'];
  /** Reviews that give them. */
  count: Scalars['Int']['output'];
};

/**
 * Where every read starts. A field that needs a service of its own is nullable: while that service is down, the field is
 * null and the rest of the answer is there.
 */
export type Query = {
  /** Anything with a global id; null when there is no such thing, or it is not yours to see. */
  node?: Maybe<Node>;
  /** Several things by their global ids, in the order asked; null for each that `node` would not find. */
  nodes: Array<Maybe<Node>>;
  /** The categories at the top of the tree, in the order to show them. */
  categories?: Maybe<Array<Category>>;
  /** One category; null when there is none with this id. */
  category?: Maybe<Category>;
  /** One product; null when there is none with this id. */
  product?: Maybe<Product>;
  /** Products of a category, or of the whole shop, a page at a time. */
  browse?: Maybe<ProductSearchConnection>;
  /** Products that the words are about, a page at a time. */
  search?: Maybe<ProductSearchConnection>;
  /** The person who is signed in; null for anonymous callers. */
  viewer?: Maybe<Viewer>;
};

/**
 * Where every read starts. A field that needs a service of its own is nullable: while that service is down, the field is
 * null and the rest of the answer is there.
 */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};

/**
 * Where every read starts. A field that needs a service of its own is nullable: while that service is down, the field is
 * null and the rest of the answer is there.
 */
export type QueryNodesArgs = {
  ids: Array<Scalars['ID']['input']>;
};

/**
 * Where every read starts. A field that needs a service of its own is nullable: while that service is down, the field is
 * null and the rest of the answer is there.
 */
export type QueryCategoryArgs = {
  id: Scalars['ID']['input'];
};

/**
 * Where every read starts. A field that needs a service of its own is nullable: while that service is down, the field is
 * null and the rest of the answer is there.
 */
export type QueryProductArgs = {
  id: Scalars['ID']['input'];
};

/**
 * Where every read starts. A field that needs a service of its own is nullable: while that service is down, the field is
 * null and the rest of the answer is there.
 */
export type QueryBrowseArgs = {
  categoryId?: InputMaybe<Scalars['ID']['input']>;
  filter?: InputMaybe<ProductFilter>;
  sort?: ProductSort;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
  facets?: Array<FacetName>;
};

/**
 * Where every read starts. A field that needs a service of its own is nullable: while that service is down, the field is
 * null and the rest of the answer is there.
 */
export type QuerySearchArgs = {
  text: Scalars['String']['input'];
  filter?: InputMaybe<ProductFilter>;
  sort?: ProductSort;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
  facets?: Array<FacetName>;
};

/**
 * Where every change starts. Changes of one request are made one after another, in the order they are written. Sign in
 * first; give the HTTP header `Idempotency-Key` a value of your own, the same for every attempt at the same work: what was
 * done once is not done again, its first answer comes again. What can be expected to go wrong is a member of the payload,
 * so ask every payload for `... on Refusal { message }`, too.
 */
export type Mutation = {
  /** Puts pieces of a product into your cart, on top of those that are in it. */
  addToCart?: Maybe<AddToCartPayload>;
  /** Sets how many pieces of a product are in your cart. */
  updateCartItem?: Maybe<UpdateCartItemPayload>;
  /** Takes a product out of your cart; one that is not in it is no error. */
  removeCartItem?: Maybe<RemoveCartItemPayload>;
  /**
   * Buys what is in your cart: everything or nothing, at the total you were shown. Unless the answer is CheckoutSuccess,
   * nothing is charged and nothing is ordered; when no answer came at all, ask again with the same `Idempotency-Key`.
   */
  checkout?: Maybe<CheckoutPayload>;
  /** Cancels an order within a day: the money comes back. Cancelling again changes nothing. */
  cancelOrder?: Maybe<CancelOrderPayload>;
  /** Says what you think of a product; its ratings follow. */
  writeReview?: Maybe<WriteReviewPayload>;
  /** Changes your own profile. */
  updateProfile?: Maybe<UpdateProfilePayload>;
};

/**
 * Where every change starts. Changes of one request are made one after another, in the order they are written. Sign in
 * first; give the HTTP header `Idempotency-Key` a value of your own, the same for every attempt at the same work: what was
 * done once is not done again, its first answer comes again. What can be expected to go wrong is a member of the payload,
 * so ask every payload for `... on Refusal { message }`, too.
 */
export type MutationAddToCartArgs = {
  input: AddToCartInput;
};

/**
 * Where every change starts. Changes of one request are made one after another, in the order they are written. Sign in
 * first; give the HTTP header `Idempotency-Key` a value of your own, the same for every attempt at the same work: what was
 * done once is not done again, its first answer comes again. What can be expected to go wrong is a member of the payload,
 * so ask every payload for `... on Refusal { message }`, too.
 */
export type MutationUpdateCartItemArgs = {
  input: UpdateCartItemInput;
};

/**
 * Where every change starts. Changes of one request are made one after another, in the order they are written. Sign in
 * first; give the HTTP header `Idempotency-Key` a value of your own, the same for every attempt at the same work: what was
 * done once is not done again, its first answer comes again. What can be expected to go wrong is a member of the payload,
 * so ask every payload for `... on Refusal { message }`, too.
 */
export type MutationRemoveCartItemArgs = {
  input: RemoveCartItemInput;
};

/**
 * Where every change starts. Changes of one request are made one after another, in the order they are written. Sign in
 * first; give the HTTP header `Idempotency-Key` a value of your own, the same for every attempt at the same work: what was
 * done once is not done again, its first answer comes again. What can be expected to go wrong is a member of the payload,
 * so ask every payload for `... on Refusal { message }`, too.
 */
export type MutationCheckoutArgs = {
  input: CheckoutInput;
};

/**
 * Where every change starts. Changes of one request are made one after another, in the order they are written. Sign in
 * first; give the HTTP header `Idempotency-Key` a value of your own, the same for every attempt at the same work: what was
 * done once is not done again, its first answer comes again. What can be expected to go wrong is a member of the payload,
 * so ask every payload for `... on Refusal { message }`, too.
 */
export type MutationCancelOrderArgs = {
  input: CancelOrderInput;
};

/**
 * Where every change starts. Changes of one request are made one after another, in the order they are written. Sign in
 * first; give the HTTP header `Idempotency-Key` a value of your own, the same for every attempt at the same work: what was
 * done once is not done again, its first answer comes again. What can be expected to go wrong is a member of the payload,
 * so ask every payload for `... on Refusal { message }`, too.
 */
export type MutationWriteReviewArgs = {
  input: WriteReviewInput;
};

/**
 * Where every change starts. Changes of one request are made one after another, in the order they are written. Sign in
 * first; give the HTTP header `Idempotency-Key` a value of your own, the same for every attempt at the same work: what was
 * done once is not done again, its first answer comes again. What can be expected to go wrong is a member of the payload,
 * so ask every payload for `... on Refusal { message }`, too.
 */
export type MutationUpdateProfileArgs = {
  input: UpdateProfileInput;
};

/** Anything that can be fetched again by its id alone (Relay, Global Object Identification). */
export type Node = {
  /** The global id: unique over all types, opaque, the same for ever. */
  id: Scalars['ID']['output'];
};

/** Where a page stands in its list (Relay, Cursor Connections). */
export type PageInfo = {
  /** Whether more items follow; give `endCursor` as `after` to get them. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Always false: lists are paged forwards, what came before is not looked up. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the page's first item; null on an empty page. */
  startCursor?: Maybe<Scalars['String']['output']>;
  /** Cursor of the page's last item; null on an empty page. */
  endCursor?: Maybe<Scalars['String']['output']>;
};

/** What products must have to be found; a product must fit all that is given. */
export type ProductFilter = {
  /** In one of these categories or below it, at most 100 global ids. With `browse`, give either these or `categoryId`. */
  categoryIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Of one of these brands, at most 50. */
  brands?: InputMaybe<Array<Scalars['String']['input']>>;
  /** At least this price, in the currency's minor unit. */
  minPriceMinor?: InputMaybe<Scalars['Int']['input']>;
  /** At most this price, in the currency's minor unit. */
  maxPriceMinor?: InputMaybe<Scalars['Int']['input']>;
  /** `true`: only products whose price is reduced; `false`: only those whose price is not. */
  reduced?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Orders of products. */
export const ProductSort = {
  /** The best match of the words first; without words the same as POPULARITY. */
  RELEVANCE: 'RELEVANCE',
  /** The most bought first. */
  POPULARITY: 'POPULARITY',
  /** The newest in the catalog first. */
  NEWEST: 'NEWEST',
  /** The cheapest first. */
  PRICE_ASCENDING: 'PRICE_ASCENDING',
  /** The dearest first. */
  PRICE_DESCENDING: 'PRICE_DESCENDING'
} as const;

export type ProductSort = typeof ProductSort[keyof typeof ProductSort];
/** A page of products found, and how all that were found spread. */
export type ProductSearchConnection = {
  /** The products of this page, each with its cursor. */
  edges: Array<ProductEdge>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** How many products were found over all pages. */
  totalCount: Scalars['Int']['output'];
  /** The facets asked for, counted over all pages; each leaves out the filter on its own property. */
  facets: Array<Facet>;
};

/** How the products found spread over one property. */
export type Facet = {
  /** The property. */
  name: FacetName;
  /** Its values, at most 100; those without products are left out. */
  values: Array<FacetValue>;
};

/** Properties that products can be counted by. */
export const FacetName = {
  /** By category; filter with `categoryIds`. */
  CATEGORY: 'CATEGORY',
  /** By brand; filter with `brands`. */
  BRAND: 'BRAND',
  /** By range of prices; filter with `minPriceMinor` and `maxPriceMinor`. */
  PRICE: 'PRICE'
} as const;

export type FacetName = typeof FacetName[keyof typeof FacetName];
/** One value of a facet. */
export type FacetValue = {
  /**
   * What to filter by: a category's global id, a brand, or the range `minimum-maximum` in minor units, both inclusive, the
   * maximum empty where the range is open.
   */
  value: Scalars['String']['output'];
  /** What to show. */
  label: Scalars['String']['output'];
  /** How many products have it. */
  count: Scalars['Int']['output'];
};

/** How many pieces of a product can be ordered. */
export type Stock = {
  /** Pieces that can be ordered now. */
  available: Scalars['Int']['output'];
  /** The same in a word. */
  status: StockStatus;
  /** When more are expected; null when none are ordered. */
  restockAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the number last changed. */
  updatedAt: Scalars['DateTime']['output'];
};

/** What a stock means for somebody who wants to buy. */
export const StockStatus = {
  /** Can be ordered. */
  IN_STOCK: 'IN_STOCK',
  /** Can be ordered, but only few are left. */
  LOW_STOCK: 'LOW_STOCK',
  /** Cannot be ordered now. */
  OUT_OF_STOCK: 'OUT_OF_STOCK'
} as const;

export type StockStatus = typeof StockStatus[keyof typeof StockStatus];
/** New values; what is left out stays as it is. */
export type UpdateProfileInput = {
  /** First name, at most 100 characters; null changes nothing. */
  givenName?: InputMaybe<Scalars['String']['input']>;
  /** Last name, at most 100 characters; null changes nothing. */
  familyName?: InputMaybe<Scalars['String']['input']>;
  /** The name others see, at most 50 characters; null changes nothing. */
  displayName?: InputMaybe<Scalars['String']['input']>;
  /** The language and region you prefer, a BCP 47 tag such as `de-DE`; null changes nothing. */
  locale?: InputMaybe<Scalars['String']['input']>;
  /** E.164 number, for example `+4930123456`; null takes away the one that is there. */
  phone?: InputMaybe<Scalars['String']['input']>;
};

/** What became of changing a profile. */
export type UpdateProfilePayload = UpdateProfileSuccess | ValidationFailed;

/** The profile is changed. */
export type UpdateProfileSuccess = {
  /** The person, with the new values. */
  viewer: Viewer;
};

/** The person who is signed in, as only they see themselves. */
export type Viewer = Node & {
  /** The global id. */
  id: Scalars['ID']['output'];
  /** The name others see. */
  displayName: Scalars['String']['output'];
  /** Where mail goes. */
  email: Scalars['String']['output'];
  /** First name. */
  givenName: Scalars['String']['output'];
  /** Last name. */
  familyName: Scalars['String']['output'];
  /** The language and region the person prefers, a BCP 47 tag such as `de-DE`. */
  locale: Scalars['String']['output'];
  /** E.164 number; null when none was given. */
  phone?: Maybe<Scalars['String']['output']>;
  /** When the account was opened. */
  memberSince: Scalars['DateTime']['output'];
  /** Where parcels may go. */
  addresses?: Maybe<AddressConnection>;
  /** What the person is about to buy; empty at first. */
  cart?: Maybe<Cart>;
  /** What the person bought, newest first. */
  orders?: Maybe<OrderConnection>;
};

/** The person who is signed in, as only they see themselves. */
export type ViewerAddressesArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** The person who is signed in, as only they see themselves. */
export type ViewerOrdersArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** What everybody may see of a person. */
export type PublicProfile = Node & {
  /** The global id. */
  id: Scalars['ID']['output'];
  /** The name the person chose to be seen under. */
  displayName: Scalars['String']['output'];
  /** When the account was opened. */
  memberSince: Scalars['DateTime']['output'];
};

/** Where a person wants parcels to go. */
export type Address = Node & {
  /** The global id. */
  id: Scalars['ID']['output'];
  /** What the person calls it, for example Home. */
  label: Scalars['String']['output'];
  /** Who takes the parcel. */
  recipient: Scalars['String']['output'];
  /** Street and number. */
  street: Scalars['String']['output'];
  /** As the country writes it. */
  postalCode: Scalars['String']['output'];
  /** Town or city. */
  city: Scalars['String']['output'];
  /** ISO 3166-1 alpha-2 code, for example `DE`. */
  country: Scalars['String']['output'];
  /** Whether it is preselected at checkout. */
  isDefault: Scalars['Boolean']['output'];
};

/** A page of addresses. */
export type AddressConnection = {
  /** The addresses of this page, each with its cursor. */
  edges: Array<AddressEdge>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** How many addresses there are over all pages. */
  totalCount: Scalars['Int']['output'];
};

/** An address in a list. */
export type AddressEdge = {
  /** Marks this place in the list; give it as `after` to continue behind it. */
  cursor: Scalars['String']['output'];
  /** The address. */
  node: Address;
};

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

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Refusal:
    | ( NotInCartMapper )
    | ( OutOfStockMapper )
    | ( PriceChangedMapper )
    | ( PaymentDeclinedMapper )
    | ( CartEmptyMapper )
    | ( ReservationExpiredMapper )
    | ( CheckoutUnderWayMapper )
    | ( OrderNotCancellableMapper )
    | ( OrderNotFoundMapper )
    | ( ValidationFailedMapper )
    | ( AlreadyReviewedMapper )
  ;
  Node:
    | ( CartMapper )
    | ( CategoryMapper )
    | ( OrderMapper )
    | ( PaymentMapper )
    | ( ProductMapper )
    | ( ReviewMapper )
    | ( ViewerMapper )
    | ( PublicProfileMapper )
    | ( AddressMapper )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Cart: ResolverTypeWrapper<CartMapper>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  CartItem: ResolverTypeWrapper<CartItemMapper>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  AddToCartInput: AddToCartInput;
  AddToCartPayload: ResolverTypeWrapper<AddToCartPayloadMapper>;
  AddToCartSuccess: ResolverTypeWrapper<AddToCartSuccessMapper>;
  UpdateCartItemInput: UpdateCartItemInput;
  UpdateCartItemPayload: ResolverTypeWrapper<UpdateCartItemPayloadMapper>;
  UpdateCartItemSuccess: ResolverTypeWrapper<UpdateCartItemSuccessMapper>;
  NotInCart: ResolverTypeWrapper<NotInCartMapper>;
  RemoveCartItemInput: RemoveCartItemInput;
  RemoveCartItemPayload: ResolverTypeWrapper<RemoveCartItemPayloadMapper>;
  RemoveCartItemSuccess: ResolverTypeWrapper<RemoveCartItemSuccessMapper>;
  Category: ResolverTypeWrapper<CategoryMapper>;
  CheckoutInput: CheckoutInput;
  CheckoutPayload: ResolverTypeWrapper<CheckoutPayloadMapper>;
  CheckoutSuccess: ResolverTypeWrapper<CheckoutSuccessMapper>;
  OutOfStock: ResolverTypeWrapper<OutOfStockMapper>;
  Shortage: ResolverTypeWrapper<ShortageMapper>;
  PriceChanged: ResolverTypeWrapper<PriceChangedMapper>;
  PaymentDeclined: ResolverTypeWrapper<PaymentDeclinedMapper>;
  CartEmpty: ResolverTypeWrapper<CartEmptyMapper>;
  ReservationExpired: ResolverTypeWrapper<ReservationExpiredMapper>;
  CheckoutUnderWay: ResolverTypeWrapper<CheckoutUnderWayMapper>;
  Image: ResolverTypeWrapper<ImageMapper>;
  Money: ResolverTypeWrapper<Money>;
  Order: ResolverTypeWrapper<OrderMapper>;
  OrderStatus: OrderStatus;
  OrderItem: ResolverTypeWrapper<OrderItemMapper>;
  OrderAddress: ResolverTypeWrapper<OrderAddress>;
  OrderConnection: ResolverTypeWrapper<OrderConnectionMapper>;
  OrderEdge: ResolverTypeWrapper<OrderEdgeMapper>;
  CancelOrderInput: CancelOrderInput;
  CancelOrderPayload: ResolverTypeWrapper<CancelOrderPayloadMapper>;
  CancelOrderSuccess: ResolverTypeWrapper<CancelOrderSuccessMapper>;
  OrderNotCancellable: ResolverTypeWrapper<OrderNotCancellableMapper>;
  OrderNotFound: ResolverTypeWrapper<OrderNotFoundMapper>;
  Payment: ResolverTypeWrapper<PaymentMapper>;
  PaymentStatus: PaymentStatus;
  DeclineReason: DeclineReason;
  PaymentConnection: ResolverTypeWrapper<PaymentConnectionMapper>;
  PaymentEdge: ResolverTypeWrapper<PaymentEdgeMapper>;
  Product: ResolverTypeWrapper<ProductMapper>;
  ProductAttribute: ResolverTypeWrapper<ProductAttribute>;
  ProductConnection: ResolverTypeWrapper<ProductConnectionMapper>;
  ProductEdge: ResolverTypeWrapper<ProductEdgeMapper>;
  Refusal: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Refusal']>;
  ValidationFailed: ResolverTypeWrapper<ValidationFailedMapper>;
  InvalidField: ResolverTypeWrapper<InvalidField>;
  WriteReviewInput: WriteReviewInput;
  WriteReviewPayload: ResolverTypeWrapper<WriteReviewPayloadMapper>;
  WriteReviewSuccess: ResolverTypeWrapper<WriteReviewSuccessMapper>;
  AlreadyReviewed: ResolverTypeWrapper<AlreadyReviewedMapper>;
  Review: ResolverTypeWrapper<ReviewMapper>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  ReviewConnection: ResolverTypeWrapper<ReviewConnectionMapper>;
  ReviewEdge: ResolverTypeWrapper<ReviewEdgeMapper>;
  RatingSummary: ResolverTypeWrapper<RatingSummaryMapper>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  RatingCount: ResolverTypeWrapper<RatingCount>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<NodeMapper>;
  PageInfo: ResolverTypeWrapper<PageInfoMapper>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  ProductFilter: ProductFilter;
  ProductSort: ProductSort;
  ProductSearchConnection: ResolverTypeWrapper<ProductSearchConnectionMapper>;
  Facet: ResolverTypeWrapper<Facet>;
  FacetName: FacetName;
  FacetValue: ResolverTypeWrapper<FacetValue>;
  Stock: ResolverTypeWrapper<StockMapper>;
  StockStatus: StockStatus;
  UpdateProfileInput: UpdateProfileInput;
  UpdateProfilePayload: ResolverTypeWrapper<UpdateProfilePayloadMapper>;
  UpdateProfileSuccess: ResolverTypeWrapper<UpdateProfileSuccessMapper>;
  Viewer: ResolverTypeWrapper<ViewerMapper>;
  PublicProfile: ResolverTypeWrapper<PublicProfileMapper>;
  Address: ResolverTypeWrapper<AddressMapper>;
  AddressConnection: ResolverTypeWrapper<AddressConnectionMapper>;
  AddressEdge: ResolverTypeWrapper<AddressEdgeMapper>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Cart: CartMapper;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  CartItem: CartItemMapper;
  String: Scalars['String']['output'];
  AddToCartInput: AddToCartInput;
  AddToCartPayload: AddToCartPayloadMapper;
  AddToCartSuccess: AddToCartSuccessMapper;
  UpdateCartItemInput: UpdateCartItemInput;
  UpdateCartItemPayload: UpdateCartItemPayloadMapper;
  UpdateCartItemSuccess: UpdateCartItemSuccessMapper;
  NotInCart: NotInCartMapper;
  RemoveCartItemInput: RemoveCartItemInput;
  RemoveCartItemPayload: RemoveCartItemPayloadMapper;
  RemoveCartItemSuccess: RemoveCartItemSuccessMapper;
  Category: CategoryMapper;
  CheckoutInput: CheckoutInput;
  CheckoutPayload: CheckoutPayloadMapper;
  CheckoutSuccess: CheckoutSuccessMapper;
  OutOfStock: OutOfStockMapper;
  Shortage: ShortageMapper;
  PriceChanged: PriceChangedMapper;
  PaymentDeclined: PaymentDeclinedMapper;
  CartEmpty: CartEmptyMapper;
  ReservationExpired: ReservationExpiredMapper;
  CheckoutUnderWay: CheckoutUnderWayMapper;
  Image: ImageMapper;
  Money: Money;
  Order: OrderMapper;
  OrderItem: OrderItemMapper;
  OrderAddress: OrderAddress;
  OrderConnection: OrderConnectionMapper;
  OrderEdge: OrderEdgeMapper;
  CancelOrderInput: CancelOrderInput;
  CancelOrderPayload: CancelOrderPayloadMapper;
  CancelOrderSuccess: CancelOrderSuccessMapper;
  OrderNotCancellable: OrderNotCancellableMapper;
  OrderNotFound: OrderNotFoundMapper;
  Payment: PaymentMapper;
  PaymentConnection: PaymentConnectionMapper;
  PaymentEdge: PaymentEdgeMapper;
  Product: ProductMapper;
  ProductAttribute: ProductAttribute;
  ProductConnection: ProductConnectionMapper;
  ProductEdge: ProductEdgeMapper;
  Refusal: ResolversInterfaceTypes<ResolversParentTypes>['Refusal'];
  ValidationFailed: ValidationFailedMapper;
  InvalidField: InvalidField;
  WriteReviewInput: WriteReviewInput;
  WriteReviewPayload: WriteReviewPayloadMapper;
  WriteReviewSuccess: WriteReviewSuccessMapper;
  AlreadyReviewed: AlreadyReviewedMapper;
  Review: ReviewMapper;
  Boolean: Scalars['Boolean']['output'];
  ReviewConnection: ReviewConnectionMapper;
  ReviewEdge: ReviewEdgeMapper;
  RatingSummary: RatingSummaryMapper;
  Float: Scalars['Float']['output'];
  RatingCount: RatingCount;
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
  Node: NodeMapper;
  PageInfo: PageInfoMapper;
  DateTime: Scalars['DateTime']['output'];
  ProductFilter: ProductFilter;
  ProductSearchConnection: ProductSearchConnectionMapper;
  Facet: Facet;
  FacetValue: FacetValue;
  Stock: StockMapper;
  UpdateProfileInput: UpdateProfileInput;
  UpdateProfilePayload: UpdateProfilePayloadMapper;
  UpdateProfileSuccess: UpdateProfileSuccessMapper;
  Viewer: ViewerMapper;
  PublicProfile: PublicProfileMapper;
  Address: AddressMapper;
  AddressConnection: AddressConnectionMapper;
  AddressEdge: AddressEdgeMapper;
};

export type CartResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['Cart'] = ResolversParentTypes['Cart']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  items?: Resolver<Array<ResolversTypes['CartItem']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  itemCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CartItemResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['CartItem'] = ResolversParentTypes['CartItem']> = {
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unitPrice?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  linePrice?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type AddToCartPayloadResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['AddToCartPayload'] = ResolversParentTypes['AddToCartPayload']> = {
  __resolveType: TypeResolveFn<'AddToCartSuccess' | 'ValidationFailed', ParentType, ContextType>;
};

export type AddToCartSuccessResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['AddToCartSuccess'] = ResolversParentTypes['AddToCartSuccess']> = {
  cart?: Resolver<Maybe<ResolversTypes['Cart']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateCartItemPayloadResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['UpdateCartItemPayload'] = ResolversParentTypes['UpdateCartItemPayload']> = {
  __resolveType: TypeResolveFn<'UpdateCartItemSuccess' | 'NotInCart' | 'ValidationFailed', ParentType, ContextType>;
};

export type UpdateCartItemSuccessResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['UpdateCartItemSuccess'] = ResolversParentTypes['UpdateCartItemSuccess']> = {
  cart?: Resolver<Maybe<ResolversTypes['Cart']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NotInCartResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['NotInCart'] = ResolversParentTypes['NotInCart']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  cart?: Resolver<Maybe<ResolversTypes['Cart']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RemoveCartItemPayloadResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['RemoveCartItemPayload'] = ResolversParentTypes['RemoveCartItemPayload']> = {
  __resolveType: TypeResolveFn<'RemoveCartItemSuccess' | 'ValidationFailed', ParentType, ContextType>;
};

export type RemoveCartItemSuccessResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['RemoveCartItemSuccess'] = ResolversParentTypes['RemoveCartItemSuccess']> = {
  cart?: Resolver<Maybe<ResolversTypes['Cart']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CategoryResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['Category'] = ResolversParentTypes['Category']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  productCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  image?: Resolver<ResolversTypes['Image'], ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Category']>, ParentType, ContextType>;
  children?: Resolver<Maybe<Array<ResolversTypes['Category']>>, ParentType, ContextType>;
  products?: Resolver<Maybe<ResolversTypes['ProductConnection']>, ParentType, ContextType, RequireFields<CategoryProductsArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CheckoutPayloadResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['CheckoutPayload'] = ResolversParentTypes['CheckoutPayload']> = {
  __resolveType: TypeResolveFn<'CheckoutSuccess' | 'OutOfStock' | 'PriceChanged' | 'PaymentDeclined' | 'CartEmpty' | 'ReservationExpired' | 'CheckoutUnderWay' | 'ValidationFailed', ParentType, ContextType>;
};

export type CheckoutSuccessResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['CheckoutSuccess'] = ResolversParentTypes['CheckoutSuccess']> = {
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
  cart?: Resolver<Maybe<ResolversTypes['Cart']>, ParentType, ContextType>;
  viewer?: Resolver<Maybe<ResolversTypes['Viewer']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OutOfStockResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['OutOfStock'] = ResolversParentTypes['OutOfStock']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  items?: Resolver<Array<ResolversTypes['Shortage']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ShortageResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['Shortage'] = ResolversParentTypes['Shortage']> = {
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  available?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PriceChangedResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['PriceChanged'] = ResolversParentTypes['PriceChanged']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  cart?: Resolver<Maybe<ResolversTypes['Cart']>, ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PaymentDeclinedResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['PaymentDeclined'] = ResolversParentTypes['PaymentDeclined']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['DeclineReason'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CartEmptyResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['CartEmpty'] = ResolversParentTypes['CartEmpty']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  cart?: Resolver<Maybe<ResolversTypes['Cart']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReservationExpiredResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['ReservationExpired'] = ResolversParentTypes['ReservationExpired']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CheckoutUnderWayResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['CheckoutUnderWay'] = ResolversParentTypes['CheckoutUnderWay']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ImageResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['Image'] = ResolversParentTypes['Image']> = {
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<ImageUrlArgs>>;
  alt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  width?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  height?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MoneyResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  amountMinor?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type OrderResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OrderStatus'], ParentType, ContextType>;
  items?: Resolver<Array<ResolversTypes['OrderItem']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  itemCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  address?: Resolver<ResolversTypes['OrderAddress'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  payments?: Resolver<Maybe<ResolversTypes['PaymentConnection']>, ParentType, ContextType, RequireFields<OrderPaymentsArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrderItemResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['OrderItem'] = ResolversParentTypes['OrderItem']> = {
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unitPrice?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  linePrice?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type OrderAddressResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['OrderAddress'] = ResolversParentTypes['OrderAddress']> = {
  recipient?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  street?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  postalCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  city?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  country?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type OrderConnectionResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['OrderConnection'] = ResolversParentTypes['OrderConnection']> = {
  edges?: Resolver<Array<ResolversTypes['OrderEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OrderEdgeResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['OrderEdge'] = ResolversParentTypes['OrderEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
};

export type CancelOrderPayloadResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['CancelOrderPayload'] = ResolversParentTypes['CancelOrderPayload']> = {
  __resolveType: TypeResolveFn<'CancelOrderSuccess' | 'OrderNotCancellable' | 'OrderNotFound', ParentType, ContextType>;
};

export type CancelOrderSuccessResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['CancelOrderSuccess'] = ResolversParentTypes['CancelOrderSuccess']> = {
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrderNotCancellableResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['OrderNotCancellable'] = ResolversParentTypes['OrderNotCancellable']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrderNotFoundResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['OrderNotFound'] = ResolversParentTypes['OrderNotFound']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PaymentResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['Payment'] = ResolversParentTypes['Payment']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PaymentStatus'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  cardLabel?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  declineReason?: Resolver<Maybe<ResolversTypes['DeclineReason']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PaymentConnectionResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['PaymentConnection'] = ResolversParentTypes['PaymentConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PaymentEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PaymentEdgeResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['PaymentEdge'] = ResolversParentTypes['PaymentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Payment'], ParentType, ContextType>;
};

export type ProductResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  brand?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  category?: Resolver<Maybe<ResolversTypes['Category']>, ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  compareAtPrice?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  image?: Resolver<ResolversTypes['Image'], ParentType, ContextType>;
  images?: Resolver<Array<ResolversTypes['Image']>, ParentType, ContextType>;
  attributes?: Resolver<Array<ResolversTypes['ProductAttribute']>, ParentType, ContextType>;
  tags?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  stock?: Resolver<Maybe<ResolversTypes['Stock']>, ParentType, ContextType>;
  ratingSummary?: Resolver<Maybe<ResolversTypes['RatingSummary']>, ParentType, ContextType>;
  reviews?: Resolver<Maybe<ResolversTypes['ReviewConnection']>, ParentType, ContextType, RequireFields<ProductReviewsArgs, 'first'>>;
  related?: Resolver<Maybe<ResolversTypes['ProductConnection']>, ParentType, ContextType, RequireFields<ProductRelatedArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProductAttributeResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['ProductAttribute'] = ResolversParentTypes['ProductAttribute']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ProductConnectionResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['ProductConnection'] = ResolversParentTypes['ProductConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ProductEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ProductEdgeResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['ProductEdge'] = ResolversParentTypes['ProductEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Product'], ParentType, ContextType>;
};

export type RefusalResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['Refusal'] = ResolversParentTypes['Refusal']> = {
  __resolveType: TypeResolveFn<'NotInCart' | 'OutOfStock' | 'PriceChanged' | 'PaymentDeclined' | 'CartEmpty' | 'ReservationExpired' | 'CheckoutUnderWay' | 'OrderNotCancellable' | 'OrderNotFound' | 'ValidationFailed' | 'AlreadyReviewed', ParentType, ContextType>;
};

export type ValidationFailedResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['ValidationFailed'] = ResolversParentTypes['ValidationFailed']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  fields?: Resolver<Array<ResolversTypes['InvalidField']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvalidFieldResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['InvalidField'] = ResolversParentTypes['InvalidField']> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type WriteReviewPayloadResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['WriteReviewPayload'] = ResolversParentTypes['WriteReviewPayload']> = {
  __resolveType: TypeResolveFn<'WriteReviewSuccess' | 'AlreadyReviewed' | 'ValidationFailed', ParentType, ContextType>;
};

export type WriteReviewSuccessResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['WriteReviewSuccess'] = ResolversParentTypes['WriteReviewSuccess']> = {
  review?: Resolver<ResolversTypes['Review'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AlreadyReviewedResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['AlreadyReviewed'] = ResolversParentTypes['AlreadyReviewed']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReviewResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['Review'] = ResolversParentTypes['Review']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  rating?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  body?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  helpfulCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  verifiedPurchase?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  author?: Resolver<Maybe<ResolversTypes['PublicProfile']>, ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReviewConnectionResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['ReviewConnection'] = ResolversParentTypes['ReviewConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ReviewEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ReviewEdgeResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['ReviewEdge'] = ResolversParentTypes['ReviewEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Review'], ParentType, ContextType>;
};

export type RatingSummaryResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['RatingSummary'] = ResolversParentTypes['RatingSummary']> = {
  average?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  histogram?: Resolver<Array<ResolversTypes['RatingCount']>, ParentType, ContextType>;
};

export type RatingCountResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['RatingCount'] = ResolversParentTypes['RatingCount']> = {
  stars?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['Node']>>, ParentType, ContextType, RequireFields<QueryNodesArgs, 'ids'>>;
  categories?: Resolver<Maybe<Array<ResolversTypes['Category']>>, ParentType, ContextType>;
  category?: Resolver<Maybe<ResolversTypes['Category']>, ParentType, ContextType, RequireFields<QueryCategoryArgs, 'id'>>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType, RequireFields<QueryProductArgs, 'id'>>;
  browse?: Resolver<Maybe<ResolversTypes['ProductSearchConnection']>, ParentType, ContextType, RequireFields<QueryBrowseArgs, 'sort' | 'first' | 'facets'>>;
  search?: Resolver<Maybe<ResolversTypes['ProductSearchConnection']>, ParentType, ContextType, RequireFields<QuerySearchArgs, 'text' | 'sort' | 'first' | 'facets'>>;
  viewer?: Resolver<Maybe<ResolversTypes['Viewer']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addToCart?: Resolver<Maybe<ResolversTypes['AddToCartPayload']>, ParentType, ContextType, RequireFields<MutationAddToCartArgs, 'input'>>;
  updateCartItem?: Resolver<Maybe<ResolversTypes['UpdateCartItemPayload']>, ParentType, ContextType, RequireFields<MutationUpdateCartItemArgs, 'input'>>;
  removeCartItem?: Resolver<Maybe<ResolversTypes['RemoveCartItemPayload']>, ParentType, ContextType, RequireFields<MutationRemoveCartItemArgs, 'input'>>;
  checkout?: Resolver<Maybe<ResolversTypes['CheckoutPayload']>, ParentType, ContextType, RequireFields<MutationCheckoutArgs, 'input'>>;
  cancelOrder?: Resolver<Maybe<ResolversTypes['CancelOrderPayload']>, ParentType, ContextType, RequireFields<MutationCancelOrderArgs, 'input'>>;
  writeReview?: Resolver<Maybe<ResolversTypes['WriteReviewPayload']>, ParentType, ContextType, RequireFields<MutationWriteReviewArgs, 'input'>>;
  updateProfile?: Resolver<Maybe<ResolversTypes['UpdateProfilePayload']>, ParentType, ContextType, RequireFields<MutationUpdateProfileArgs, 'input'>>;
};

export type NodeResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Cart' | 'Category' | 'Order' | 'Payment' | 'Product' | 'Review' | 'Viewer' | 'PublicProfile' | 'Address', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type ProductSearchConnectionResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['ProductSearchConnection'] = ResolversParentTypes['ProductSearchConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ProductEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  facets?: Resolver<Array<ResolversTypes['Facet']>, ParentType, ContextType>;
};

export type FacetResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['Facet'] = ResolversParentTypes['Facet']> = {
  name?: Resolver<ResolversTypes['FacetName'], ParentType, ContextType>;
  values?: Resolver<Array<ResolversTypes['FacetValue']>, ParentType, ContextType>;
};

export type FacetValueResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['FacetValue'] = ResolversParentTypes['FacetValue']> = {
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type StockResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['Stock'] = ResolversParentTypes['Stock']> = {
  available?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['StockStatus'], ParentType, ContextType>;
  restockAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type UpdateProfilePayloadResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['UpdateProfilePayload'] = ResolversParentTypes['UpdateProfilePayload']> = {
  __resolveType: TypeResolveFn<'UpdateProfileSuccess' | 'ValidationFailed', ParentType, ContextType>;
};

export type UpdateProfileSuccessResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['UpdateProfileSuccess'] = ResolversParentTypes['UpdateProfileSuccess']> = {
  viewer?: Resolver<ResolversTypes['Viewer'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  givenName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  familyName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  locale?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  memberSince?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  addresses?: Resolver<Maybe<ResolversTypes['AddressConnection']>, ParentType, ContextType, RequireFields<ViewerAddressesArgs, 'first'>>;
  cart?: Resolver<Maybe<ResolversTypes['Cart']>, ParentType, ContextType>;
  orders?: Resolver<Maybe<ResolversTypes['OrderConnection']>, ParentType, ContextType, RequireFields<ViewerOrdersArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PublicProfileResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['PublicProfile'] = ResolversParentTypes['PublicProfile']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  memberSince?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AddressResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['Address'] = ResolversParentTypes['Address']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recipient?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  street?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  postalCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  city?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  country?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isDefault?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AddressConnectionResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['AddressConnection'] = ResolversParentTypes['AddressConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AddressEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AddressEdgeResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['AddressEdge'] = ResolversParentTypes['AddressEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
};

export type Resolvers<ContextType = ResolverContext> = {
  Cart?: CartResolvers<ContextType>;
  CartItem?: CartItemResolvers<ContextType>;
  AddToCartPayload?: AddToCartPayloadResolvers<ContextType>;
  AddToCartSuccess?: AddToCartSuccessResolvers<ContextType>;
  UpdateCartItemPayload?: UpdateCartItemPayloadResolvers<ContextType>;
  UpdateCartItemSuccess?: UpdateCartItemSuccessResolvers<ContextType>;
  NotInCart?: NotInCartResolvers<ContextType>;
  RemoveCartItemPayload?: RemoveCartItemPayloadResolvers<ContextType>;
  RemoveCartItemSuccess?: RemoveCartItemSuccessResolvers<ContextType>;
  Category?: CategoryResolvers<ContextType>;
  CheckoutPayload?: CheckoutPayloadResolvers<ContextType>;
  CheckoutSuccess?: CheckoutSuccessResolvers<ContextType>;
  OutOfStock?: OutOfStockResolvers<ContextType>;
  Shortage?: ShortageResolvers<ContextType>;
  PriceChanged?: PriceChangedResolvers<ContextType>;
  PaymentDeclined?: PaymentDeclinedResolvers<ContextType>;
  CartEmpty?: CartEmptyResolvers<ContextType>;
  ReservationExpired?: ReservationExpiredResolvers<ContextType>;
  CheckoutUnderWay?: CheckoutUnderWayResolvers<ContextType>;
  Image?: ImageResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  OrderItem?: OrderItemResolvers<ContextType>;
  OrderAddress?: OrderAddressResolvers<ContextType>;
  OrderConnection?: OrderConnectionResolvers<ContextType>;
  OrderEdge?: OrderEdgeResolvers<ContextType>;
  CancelOrderPayload?: CancelOrderPayloadResolvers<ContextType>;
  CancelOrderSuccess?: CancelOrderSuccessResolvers<ContextType>;
  OrderNotCancellable?: OrderNotCancellableResolvers<ContextType>;
  OrderNotFound?: OrderNotFoundResolvers<ContextType>;
  Payment?: PaymentResolvers<ContextType>;
  PaymentConnection?: PaymentConnectionResolvers<ContextType>;
  PaymentEdge?: PaymentEdgeResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  ProductAttribute?: ProductAttributeResolvers<ContextType>;
  ProductConnection?: ProductConnectionResolvers<ContextType>;
  ProductEdge?: ProductEdgeResolvers<ContextType>;
  Refusal?: RefusalResolvers<ContextType>;
  ValidationFailed?: ValidationFailedResolvers<ContextType>;
  InvalidField?: InvalidFieldResolvers<ContextType>;
  WriteReviewPayload?: WriteReviewPayloadResolvers<ContextType>;
  WriteReviewSuccess?: WriteReviewSuccessResolvers<ContextType>;
  AlreadyReviewed?: AlreadyReviewedResolvers<ContextType>;
  Review?: ReviewResolvers<ContextType>;
  ReviewConnection?: ReviewConnectionResolvers<ContextType>;
  ReviewEdge?: ReviewEdgeResolvers<ContextType>;
  RatingSummary?: RatingSummaryResolvers<ContextType>;
  RatingCount?: RatingCountResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  ProductSearchConnection?: ProductSearchConnectionResolvers<ContextType>;
  Facet?: FacetResolvers<ContextType>;
  FacetValue?: FacetValueResolvers<ContextType>;
  Stock?: StockResolvers<ContextType>;
  UpdateProfilePayload?: UpdateProfilePayloadResolvers<ContextType>;
  UpdateProfileSuccess?: UpdateProfileSuccessResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  PublicProfile?: PublicProfileResolvers<ContextType>;
  Address?: AddressResolvers<ContextType>;
  AddressConnection?: AddressConnectionResolvers<ContextType>;
  AddressEdge?: AddressEdgeResolvers<ContextType>;
};
