/** What resolvers pass on instead of the client's types: `XMapper` is the REST shape that type `X` is made from. */
import type {
  Address,
  Category,
  Facet,
  FacetValue,
  Image,
  Product,
  Profile,
  PublicProfile,
  RatingSummary,
  Review,
  Stock,
} from '@facet/sources';

/** The screen's sections stand alone: there is nothing they share. */
export type HomeScreenMapper = object;
export type CategorySectionMapper = { readonly items: Category[] };
export type CategoryTileMapper = Category;

export type ProductSectionMapper = { readonly items: Product[] };
export type ProductTileMapper = Product;
export type ProductScreenMapper = Product;
export type GalleryImageMapper = Image;
export type StockMapper = Stock;

export type RatingMapper = RatingSummary;
export type ReviewSectionMapper = { readonly items: Review[]; readonly total: number };
export type ReviewCardMapper = Review;
export type ReviewAuthorMapper = PublicProfile;

export type SearchScreenMapper = {
  readonly items: Product[];
  readonly next: string | null;
  readonly total: number;
  readonly facets: Facet[];
};
export type SearchFilterMapper = Facet;
export type FilterChipMapper = FacetValue;

export type AccountScreenMapper = Profile;
export type AccountAddressMapper = { readonly items: Address[] };
