/** Every type's fields: the map that the schema is wired with. */
import type { Resolvers } from '../generated/resolvers.ts';
import {
  AddToCartPayload,
  AddToCartSuccess,
  Cart,
  CartItem,
  cartMutations,
  NotInCart,
  RemoveCartItemPayload,
  RemoveCartItemSuccess,
  UpdateCartItemPayload,
  UpdateCartItemSuccess,
} from './cart.ts';
import { Category, categoryQueries } from './category.ts';
import {
  CartEmpty,
  CheckoutPayload,
  CheckoutSuccess,
  CheckoutUnderWay,
  checkoutMutations,
  OutOfStock,
  PaymentDeclined,
  PriceChanged,
  ReservationExpired,
  Shortage,
} from './checkout.ts';
import { PageInfo } from './connection.ts';
import { DateTime } from './date-time.ts';
import { Image } from './image.ts';
import { Node, nodeQueries } from './node.ts';
import {
  CancelOrderPayload,
  CancelOrderSuccess,
  Order,
  OrderConnection,
  OrderEdge,
  OrderItem,
  orderMutations,
} from './order.ts';
import { AlreadyReviewed, OrderNotCancellable, OrderNotFound, Refusal, ValidationFailed } from './payload.ts';
import { Payment, PaymentConnection, PaymentEdge } from './payment.ts';
import { Product, ProductConnection, ProductEdge, productQueries } from './product.ts';
import {
  RatingSummary,
  Review,
  ReviewConnection,
  ReviewEdge,
  reviewMutations,
  WriteReviewPayload,
  WriteReviewSuccess,
} from './review.ts';
import { ProductSearchConnection, searchQueries } from './search.ts';
import { Stock } from './stock.ts';
import {
  Address,
  AddressConnection,
  AddressEdge,
  PublicProfile,
  UpdateProfilePayload,
  UpdateProfileSuccess,
  Viewer,
  viewerMutations,
  viewerQueries,
} from './viewer.ts';

const payloads = {
  AddToCartPayload,
  AddToCartSuccess,
  UpdateCartItemPayload,
  UpdateCartItemSuccess,
  RemoveCartItemPayload,
  RemoveCartItemSuccess,
  CheckoutPayload,
  CheckoutSuccess,
  CancelOrderPayload,
  CancelOrderSuccess,
  WriteReviewPayload,
  WriteReviewSuccess,
  UpdateProfilePayload,
  UpdateProfileSuccess,
};

const refusals = {
  Refusal,
  ValidationFailed,
  NotInCart,
  OutOfStock,
  PriceChanged,
  PaymentDeclined,
  CartEmpty,
  ReservationExpired,
  CheckoutUnderWay,
  OrderNotCancellable,
  OrderNotFound,
  AlreadyReviewed,
};

export const resolvers: Resolvers = {
  Query: { ...nodeQueries, ...productQueries, ...categoryQueries, ...searchQueries, ...viewerQueries },
  Mutation: { ...cartMutations, ...checkoutMutations, ...orderMutations, ...reviewMutations, ...viewerMutations },
  ...payloads,
  ...refusals,
  Node,
  PageInfo,
  DateTime,
  Product,
  ProductConnection,
  ProductEdge,
  ProductSearchConnection,
  Category,
  Image,
  Stock,
  Review,
  ReviewConnection,
  ReviewEdge,
  RatingSummary,
  Viewer,
  PublicProfile,
  Address,
  AddressConnection,
  AddressEdge,
  Cart,
  CartItem,
  Shortage,
  Order,
  OrderItem,
  OrderConnection,
  OrderEdge,
  Payment,
  PaymentConnection,
  PaymentEdge,
};
