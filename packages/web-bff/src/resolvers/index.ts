/** Every type's fields: the map that the schema is wired with. */
import type { Resolvers } from '../generated/resolvers.ts';
import { Category, categoryQueries } from './category.ts';
import { PageInfo } from './connection.ts';
import { DateTime } from './date-time.ts';
import { Image } from './image.ts';
import { Node, nodeQueries } from './node.ts';
import { Product, ProductConnection, productQueries } from './product.ts';
import { RatingSummary, Review, ReviewConnection } from './review.ts';
import { ProductSearchConnection, searchQueries } from './search.ts';
import { Stock } from './stock.ts';
import { Address, AddressConnection, PublicProfile, Viewer, viewerQueries } from './viewer.ts';

export const resolvers: Resolvers = {
  Query: { ...nodeQueries, ...productQueries, ...categoryQueries, ...searchQueries, ...viewerQueries },
  Node,
  PageInfo,
  DateTime,
  Product,
  ProductConnection,
  ProductSearchConnection,
  Category,
  Image,
  Stock,
  Review,
  ReviewConnection,
  RatingSummary,
  Viewer,
  PublicProfile,
  Address,
  AddressConnection,
};
