/** What resolvers pass on: `XMapper` is the REST shape that the GraphQL type `X` is made from. */
import type { Address, Category, Facet, Product, Profile, PublicProfile, Review } from '@facet/sources';

export type {
  Address as AddressMapper,
  Category as CategoryMapper,
  Image as ImageMapper,
  Product as ProductMapper,
  Profile as ViewerMapper,
  PublicProfile as PublicProfileMapper,
  RatingSummary as RatingSummaryMapper,
  Review as ReviewMapper,
  Stock as StockMapper,
} from '@facet/sources';

/** A page of a collection, or the group of one parent. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
  readonly total: number;
}

export type AddressConnectionMapper = Page<Address>;
export type ProductConnectionMapper = Page<Product>;
export type ReviewConnectionMapper = Page<Review>;
export type ProductSearchConnectionMapper = Page<Product> & { readonly facets: readonly Facet[] };

/** The page alone is enough to tell where it stands. */
export type PageInfoMapper = Page<{ readonly id: string }>;

/** REST shapes of what has a global id, by GraphQL type. */
export interface NodeShapes {
  readonly Address: Address;
  readonly Category: Category;
  readonly Product: Product;
  readonly PublicProfile: PublicProfile;
  readonly Review: Review;
  readonly Viewer: Profile;
}
export type NodeType = keyof NodeShapes;

/** A REST shape says not by itself of which type it is. */
export type NodeMapper = { [Type in NodeType]: { readonly __typename: Type } & NodeShapes[Type] }[NodeType];
