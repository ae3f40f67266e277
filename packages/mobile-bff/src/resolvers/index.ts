/** Every type's resolvers, in the order a screen is read. */
import type { Resolvers } from '../generated/resolvers.ts';
import { AccountAddress, AccountChange, AccountScreen } from './account.ts';
import { CartChange, CartScreen } from './cart.ts';
import { CheckoutResult, Shortage } from './checkout.ts';
import { CategorySection, CategoryTile, HomeScreen } from './home.ts';
import { ItemLine } from './line.ts';
import { Mutation } from './mutation.ts';
import { OrderChange, OrderPayment, OrderRow, OrderScreen, OrdersScreen } from './order.ts';
import { GalleryImage, ProductScreen, Stock } from './product.ts';
import { Query } from './query.ts';
import { Rating } from './rating.ts';
import { ReviewAuthor, ReviewCard, ReviewResult, ReviewSection } from './review.ts';
import { FilterChip, SearchFilter, SearchScreen } from './search.ts';
import { ProductSection, ProductTile } from './tile.ts';

export const resolvers: Resolvers = {
  Query,
  Mutation,
  HomeScreen,
  CategorySection,
  CategoryTile,
  ProductSection,
  ProductTile,
  SearchScreen,
  SearchFilter,
  FilterChip,
  ProductScreen,
  GalleryImage,
  Stock,
  Rating,
  ReviewSection,
  ReviewCard,
  ReviewAuthor,
  ReviewResult,
  AccountScreen,
  AccountAddress,
  AccountChange,
  CartScreen,
  ItemLine,
  CartChange,
  CheckoutResult,
  Shortage,
  OrdersScreen,
  OrderRow,
  OrderScreen,
  OrderPayment,
  OrderChange,
};
