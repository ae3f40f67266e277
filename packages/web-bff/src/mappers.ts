/** What resolvers pass on: `XMapper` is the REST shape that the GraphQL type `X` is made from. */
import type { Outcome } from '@facet/core';
import type {
  Address,
  Cart,
  CartItem,
  Category,
  Facet,
  Order,
  OrderItem,
  Payment,
  Product,
  Profile,
  PublicProfile,
  Review,
} from '@facet/sources';

export type {
  Address as AddressMapper,
  Cart as CartMapper,
  Category as CategoryMapper,
  Image as ImageMapper,
  Order as OrderMapper,
  Payment as PaymentMapper,
  Product as ProductMapper,
  Profile as ViewerMapper,
  PublicProfile as PublicProfileMapper,
  RatingSummary as RatingSummaryMapper,
  Review as ReviewMapper,
  Stock as StockMapper,
} from '@facet/sources';

/** A page of a collection, or the group of one parent. */
export interface Page<Item> {
  readonly items: Item[];
  readonly next: string | null;
  readonly total: number;
}

export type AddressConnectionMapper = Page<Address>;
export type OrderConnectionMapper = Page<Order>;
export type PaymentConnectionMapper = Page<Payment>;
export type ProductConnectionMapper = Page<Product>;
export type ReviewConnectionMapper = Page<Review>;
export type ProductSearchConnectionMapper = Page<Product> & { readonly facets: readonly Facet[] };

/** An item's id is its cursor: services continue behind ids. So an item is its own edge. */
export type {
  Address as AddressEdgeMapper,
  Order as OrderEdgeMapper,
  Payment as PaymentEdgeMapper,
  Product as ProductEdgeMapper,
  Review as ReviewEdgeMapper,
} from '@facet/sources';

/** The page alone is enough to tell where it stands. */
export type PageInfoMapper = Page<{ readonly id: string }>;

/** Amounts of a line are in the currency of what it belongs to. */
export type Line<Item extends CartItem | OrderItem> = Item & { readonly currency: string };
export type CartItemMapper = Line<CartItem>;
export type OrderItemMapper = Line<OrderItem>;

/** What a change came to, where it was made and where it was refused; each payload is one of these. */
export type Done<Value> = Extract<Outcome<Value>, { readonly kind: 'done' }>;
export type Refused = Extract<Outcome<unknown>, { readonly kind: 'refused' }>;

export type AddToCartPayloadMapper = Outcome<Cart>;
export type AddToCartSuccessMapper = Done<Cart>;
export type UpdateCartItemPayloadMapper = Outcome<Cart>;
export type UpdateCartItemSuccessMapper = Done<Cart>;
export type RemoveCartItemPayloadMapper = Outcome<Cart>;
export type RemoveCartItemSuccessMapper = Done<Cart>;
export type CheckoutPayloadMapper = Outcome<Order>;
export type CheckoutSuccessMapper = Done<Order>;
export type CancelOrderPayloadMapper = Outcome<Order>;
export type CancelOrderSuccessMapper = Done<Order>;
export type WriteReviewPayloadMapper = Outcome<Review>;
export type WriteReviewSuccessMapper = Done<Review>;
export type UpdateProfilePayloadMapper = Outcome<Profile>;
export type UpdateProfileSuccessMapper = Done<Profile>;

export type {
  Refused as AlreadyReviewedMapper,
  Refused as CartEmptyMapper,
  Refused as CheckoutUnderWayMapper,
  Refused as NotInCartMapper,
  Refused as OrderNotCancellableMapper,
  Refused as OrderNotFoundMapper,
  Refused as OutOfStockMapper,
  Refused as PaymentDeclinedMapper,
  Refused as PriceChangedMapper,
  Refused as ReservationExpiredMapper,
  Refused as ValidationFailedMapper,
};

/** How many pieces are left of a product that falls short. */
export interface ShortageMapper {
  readonly productId: string;
  readonly available: number;
}

/** REST shapes of what has a global id, by GraphQL type. */
export interface NodeShapes {
  readonly Address: Address;
  readonly Cart: Cart;
  readonly Category: Category;
  readonly Order: Order;
  readonly Payment: Payment;
  readonly Product: Product;
  readonly PublicProfile: PublicProfile;
  readonly Review: Review;
  readonly Viewer: Profile;
}
export type NodeType = keyof NodeShapes;

/** A REST shape says not by itself of which type it is. */
export type NodeMapper = { [Type in NodeType]: { readonly __typename: Type } & NodeShapes[Type] }[NodeType];
