// Generated from schemas/mobile/*.graphql by pnpm codegen. Do not edit.

import type { GraphQLResolveInfo } from 'graphql';
import type { AccountAddressMapper, AccountScreenMapper, CategorySectionMapper, CategoryTileMapper, FilterChipMapper, GalleryImageMapper, HomeScreenMapper, ProductScreenMapper, ProductSectionMapper, ProductTileMapper, RatingMapper, ReviewAuthorMapper, ReviewCardMapper, ReviewSectionMapper, SearchFilterMapper, SearchScreenMapper, StockMapper } from '../mappers.ts';
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
  /** Where mail goes. */
  email: Scalars['String']['output'];
  /** When the account was opened, for example `12 Mar 2024`. */
  memberSince: Scalars['String']['output'];
  /** Where parcels go unless told otherwise; null while it cannot be looked up. */
  defaultAddress?: Maybe<AccountAddress>;
};

/** An address as on a parcel. */
export type AccountAddress = {
  /** Recipient, street, town, country: one line each; empty when the person gave none. */
  lines: Array<Scalars['String']['output']>;
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
  HomeScreen: ResolverTypeWrapper<HomeScreenMapper>;
  CategorySection: ResolverTypeWrapper<CategorySectionMapper>;
  CategoryTile: ResolverTypeWrapper<CategoryTileMapper>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
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
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
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
  HomeScreen: HomeScreenMapper;
  CategorySection: CategorySectionMapper;
  CategoryTile: CategoryTileMapper;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  Float: Scalars['Float']['output'];
  ProductScreen: ProductScreenMapper;
  GalleryImage: GalleryImageMapper;
  Attribute: Attribute;
  Stock: StockMapper;
  Rating: RatingMapper;
  RatingBar: RatingBar;
  ReviewSection: ReviewSectionMapper;
  ReviewCard: ReviewCardMapper;
  ReviewAuthor: ReviewAuthorMapper;
  Query: Record<PropertyKey, never>;
  Boolean: Scalars['Boolean']['output'];
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
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  memberSince?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  defaultAddress?: Resolver<Maybe<ResolversTypes['AccountAddress']>, ParentType, ContextType>;
};

export type AccountAddressResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['AccountAddress'] = ResolversParentTypes['AccountAddress']> = {
  lines?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
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

export type QueryResolvers<ContextType = ResolverContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  homeScreen?: Resolver<ResolversTypes['HomeScreen'], ParentType, ContextType>;
  searchScreen?: Resolver<Maybe<ResolversTypes['SearchScreen']>, ParentType, ContextType, RequireFields<QuerySearchScreenArgs, 'isReduced' | 'sort' | 'first'>>;
  productScreen?: Resolver<Maybe<ResolversTypes['ProductScreen']>, ParentType, ContextType, RequireFields<QueryProductScreenArgs, 'id'>>;
  accountScreen?: Resolver<Maybe<ResolversTypes['AccountScreen']>, ParentType, ContextType>;
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
  HomeScreen?: HomeScreenResolvers<ContextType>;
  CategorySection?: CategorySectionResolvers<ContextType>;
  CategoryTile?: CategoryTileResolvers<ContextType>;
  ProductScreen?: ProductScreenResolvers<ContextType>;
  GalleryImage?: GalleryImageResolvers<ContextType>;
  Attribute?: AttributeResolvers<ContextType>;
  Stock?: StockResolvers<ContextType>;
  Rating?: RatingResolvers<ContextType>;
  RatingBar?: RatingBarResolvers<ContextType>;
  ReviewSection?: ReviewSectionResolvers<ContextType>;
  ReviewCard?: ReviewCardResolvers<ContextType>;
  ReviewAuthor?: ReviewAuthorResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  SearchScreen?: SearchScreenResolvers<ContextType>;
  SearchFilter?: SearchFilterResolvers<ContextType>;
  FilterChip?: FilterChipResolvers<ContextType>;
  SortOption?: SortOptionResolvers<ContextType>;
  ProductSection?: ProductSectionResolvers<ContextType>;
  ProductTile?: ProductTileResolvers<ContextType>;
  Badge?: BadgeResolvers<ContextType>;
};
