/** The door: rows, commands, clients and the entity types of the REST services. */
export { updateProfile } from './accounts/commands.ts';
export { addressById, addressesByAccountId, profileById, publicProfileById } from './accounts/rows.ts';
export { addCartItem, removeCartItems, updateCartItem } from './carts/commands.ts';
export { cartById } from './carts/rows.ts';
export {
  categoriesByParentId,
  categoryById,
  productById,
  relatedProductsByProductId,
  searchProducts,
} from './catalog/rows.ts';
export { type Clients, createClients } from './clients.ts';
export type { Address, Profile, PublicProfile } from './generated/accounts-operations.ts';
export type { Cart, CartItem } from './generated/carts-operations.ts';
export type { Attribute, Category, Facet, FacetValue, Image, Product } from './generated/catalog-operations.ts';
export type { Stock } from './generated/inventory-operations.ts';
export type { Order, OrderAddress, OrderItem } from './generated/orders-operations.ts';
export type { Payment } from './generated/payments-operations.ts';
export type { RatingSummary, Review } from './generated/reviews-operations.ts';
export { stockByProductId } from './inventory/rows.ts';
export { cancelOrder, createOrder } from './orders/commands.ts';
export { orderById, ownOrders } from './orders/rows.ts';
export { paymentById, paymentsByOrderId } from './payments/rows.ts';
export { createReview } from './reviews/commands.ts';
export { ratingSummaryByProductId, reviewById, reviewsByProductId } from './reviews/rows.ts';
