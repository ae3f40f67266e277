/** The door: rows, clients and the entity types of the REST services. */
export { addressById, addressesByAccountId, profileById, publicProfileById } from './accounts/rows.ts';
export {
  categoriesByParentId,
  categoryById,
  productById,
  relatedProductsByProductId,
  searchProducts,
} from './catalog/rows.ts';
export { type Clients, createClients } from './clients.ts';
export type { Address, Profile, PublicProfile } from './generated/accounts-operations.ts';
export type { Attribute, Category, Facet, FacetValue, Image, Product } from './generated/catalog-operations.ts';
export type { Stock } from './generated/inventory-operations.ts';
export type { RatingSummary, Review } from './generated/reviews-operations.ts';
export { stockByProductId } from './inventory/rows.ts';
export { ratingSummaryByProductId, reviewById, reviewsByProductId } from './reviews/rows.ts';
