/** Every type's resolvers, in the order a screen is read. */
import type { Resolvers } from '../generated/resolvers.ts';
import { AccountAddress, AccountScreen } from './account.ts';
import { CategorySection, CategoryTile, HomeScreen } from './home.ts';
import { GalleryImage, ProductScreen, Stock } from './product.ts';
import { Query } from './query.ts';
import { Rating } from './rating.ts';
import { ReviewAuthor, ReviewCard, ReviewSection } from './review.ts';
import { FilterChip, SearchFilter, SearchScreen } from './search.ts';
import { ProductSection, ProductTile } from './tile.ts';

export const resolvers: Resolvers = {
  Query,
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
  AccountScreen,
  AccountAddress,
};
