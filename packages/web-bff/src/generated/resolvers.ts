// Generated from schemas/web/*.graphql by pnpm codegen. Do not edit.

import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AddressConnectionMapper, AddressMapper, CategoryMapper, ImageMapper, NodeMapper, PageInfoMapper, ProductConnectionMapper, ProductMapper, ProductSearchConnectionMapper, PublicProfileMapper, RatingSummaryMapper, ReviewConnectionMapper, ReviewMapper, StockMapper, ViewerMapper } from '../mappers.ts';
import type { ResolverContext } from '@facet/core';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
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
};

/** The person who is signed in, as only they see themselves. */
export type ViewerAddressesArgs = {
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

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Category: ResolverTypeWrapper<CategoryMapper>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Image: ResolverTypeWrapper<ImageMapper>;
  Money: ResolverTypeWrapper<Money>;
  Product: ResolverTypeWrapper<ProductMapper>;
  ProductAttribute: ResolverTypeWrapper<ProductAttribute>;
  ProductConnection: ResolverTypeWrapper<ProductConnectionMapper>;
  ProductEdge: ResolverTypeWrapper<Omit<ProductEdge, 'node'> & { node: ResolversTypes['Product'] }>;
  Review: ResolverTypeWrapper<ReviewMapper>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  ReviewConnection: ResolverTypeWrapper<ReviewConnectionMapper>;
  ReviewEdge: ResolverTypeWrapper<Omit<ReviewEdge, 'node'> & { node: ResolversTypes['Review'] }>;
  RatingSummary: ResolverTypeWrapper<RatingSummaryMapper>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  RatingCount: ResolverTypeWrapper<RatingCount>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
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
  Viewer: ResolverTypeWrapper<ViewerMapper>;
  PublicProfile: ResolverTypeWrapper<PublicProfileMapper>;
  Address: ResolverTypeWrapper<AddressMapper>;
  AddressConnection: ResolverTypeWrapper<AddressConnectionMapper>;
  AddressEdge: ResolverTypeWrapper<Omit<AddressEdge, 'node'> & { node: ResolversTypes['Address'] }>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Category: CategoryMapper;
  ID: Scalars['ID']['output'];
  String: Scalars['String']['output'];
  Int: Scalars['Int']['output'];
  Image: ImageMapper;
  Money: Money;
  Product: ProductMapper;
  ProductAttribute: ProductAttribute;
  ProductConnection: ProductConnectionMapper;
  ProductEdge: Omit<ProductEdge, 'node'> & { node: ResolversParentTypes['Product'] };
  Review: ReviewMapper;
  Boolean: Scalars['Boolean']['output'];
  ReviewConnection: ReviewConnectionMapper;
  ReviewEdge: Omit<ReviewEdge, 'node'> & { node: ResolversParentTypes['Review'] };
  RatingSummary: RatingSummaryMapper;
  Float: Scalars['Float']['output'];
  RatingCount: RatingCount;
  Query: Record<PropertyKey, never>;
  Node: NodeMapper;
  PageInfo: PageInfoMapper;
  DateTime: Scalars['DateTime']['output'];
  ProductFilter: ProductFilter;
  ProductSearchConnection: ProductSearchConnectionMapper;
  Facet: Facet;
  FacetValue: FacetValue;
  Stock: StockMapper;
  Viewer: ViewerMapper;
  PublicProfile: PublicProfileMapper;
  Address: AddressMapper;
  AddressConnection: AddressConnectionMapper;
  AddressEdge: Omit<AddressEdge, 'node'> & { node: ResolversParentTypes['Address'] };
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

export type NodeResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Category' | 'Product' | 'Review' | 'Viewer' | 'PublicProfile' | 'Address', ParentType, ContextType>;
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
  Category?: CategoryResolvers<ContextType>;
  Image?: ImageResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  ProductAttribute?: ProductAttributeResolvers<ContextType>;
  ProductConnection?: ProductConnectionResolvers<ContextType>;
  ProductEdge?: ProductEdgeResolvers<ContextType>;
  Review?: ReviewResolvers<ContextType>;
  ReviewConnection?: ReviewConnectionResolvers<ContextType>;
  ReviewEdge?: ReviewEdgeResolvers<ContextType>;
  RatingSummary?: RatingSummaryResolvers<ContextType>;
  RatingCount?: RatingCountResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  ProductSearchConnection?: ProductSearchConnectionResolvers<ContextType>;
  Facet?: FacetResolvers<ContextType>;
  FacetValue?: FacetValueResolvers<ContextType>;
  Stock?: StockResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  PublicProfile?: PublicProfileResolvers<ContextType>;
  Address?: AddressResolvers<ContextType>;
  AddressConnection?: AddressConnectionResolvers<ContextType>;
  AddressEdge?: AddressEdgeResolvers<ContextType>;
};
