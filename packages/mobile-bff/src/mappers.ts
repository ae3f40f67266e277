/** What resolvers pass on instead of the client's types: `XMapper` is the REST shape that type `X` is made from. */
import type {
  Address,
  Cart,
  Category,
  Facet,
  FacetValue,
  Image,
  Order,
  Payment,
  Product,
  Profile,
  PublicProfile,
  RatingSummary,
  Review,
  Stock,
} from '@facet/sources';
import type { Short } from './views/checkout.ts';
import type { Line } from './views/line.ts';
import type { Told } from './views/told.ts';

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
export type AccountChangeMapper = Told<Profile>;

export type CartScreenMapper = Cart;
export type ItemLineMapper = Line;
export type CartChangeMapper = Told<Cart>;
export type CheckoutResultMapper = Told<Order>;
export type ShortageMapper = Short;

export type OrdersScreenMapper = {
  readonly items: Order[];
  readonly next: string | null;
  readonly total: number;
};
export type OrderRowMapper = Order;
export type OrderScreenMapper = Order;
export type OrderPaymentMapper = { readonly items: Payment[] };
export type OrderChangeMapper = Told<Order>;

export type ReviewResultMapper = Told<Review>;
