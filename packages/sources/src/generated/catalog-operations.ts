// Generated from schemas/services/catalog.yaml by pnpm codegen. Do not edit.

import { operation } from '@facet/core/data';
import type { components, operations } from './catalog.ts';

export type Product = components['schemas']['Product'];
export type Image = components['schemas']['Image'];
export type Attribute = components['schemas']['Attribute'];
export type ProductQuery = components['schemas']['ProductQuery'];
export type Category = components['schemas']['Category'];
export type Facet = components['schemas']['Facet'];
export type FacetValue = components['schemas']['FacetValue'];

// Left out: getImage, because it has no JSON answer with 200 or 201.

export const catalog = {
  /** Products, newest first or by id. */
  listProducts: operation<operations['listProducts']>({
    service: 'catalog',
    operationId: 'listProducts',
    method: 'GET',
    path: '/v1/products',
    parameters: {
      ids: { in: 'query', style: 'form', explode: false, list: { maxItems: 100 } },
      fields: {
        in: 'query',
        style: 'form',
        explode: false,
        list: {
          maxItems: 50,
          values: [
            'id',
            'slug',
            'name',
            'description',
            'brand',
            'categoryId',
            'priceAmount',
            'currency',
            'compareAtAmount',
            'images',
            'attributes',
            'tags',
            'popularity',
            'createdAt',
            'updatedAt',
          ],
        },
      },
      limit: { in: 'query', style: 'form', explode: true },
      after: { in: 'query', style: 'form', explode: true },
    },
    fields: 'fields',
    fieldsAt: ['/items'],
    postVariant: {
      operationId: 'queryProducts',
      path: '/v1/products/query',
      lists: { ids: { maxItems: 500 }, fields: { maxItems: 50 } },
    },
    scopes: ['catalog:read'],
  }),
  /**
   * The answer of listProducts, for more ids than a URL can carry.
   * Changes nothing. The body has the query parameters of listProducts, and room for more ids.
   */
  queryProducts: operation<operations['queryProducts']>({
    service: 'catalog',
    operationId: 'queryProducts',
    method: 'POST',
    path: '/v1/products/query',
    parameters: {},
    scopes: ['catalog:read'],
  }),
  /** For each product, others that people look at next. */
  listRelatedProducts: operation<operations['listRelatedProducts']>({
    service: 'catalog',
    operationId: 'listRelatedProducts',
    method: 'GET',
    path: '/v1/related-products',
    parameters: {
      productIds: { in: 'query', style: 'form', explode: false, required: true, list: { maxItems: 100 } },
      fields: {
        in: 'query',
        style: 'form',
        explode: false,
        list: {
          maxItems: 50,
          values: [
            'id',
            'slug',
            'name',
            'description',
            'brand',
            'categoryId',
            'priceAmount',
            'currency',
            'compareAtAmount',
            'images',
            'attributes',
            'tags',
            'popularity',
            'createdAt',
            'updatedAt',
          ],
        },
      },
      limit: { in: 'query', style: 'form', explode: true },
      after: { in: 'query', style: 'form', explode: true },
    },
    fields: 'fields',
    fieldsAt: ['/groups/items'],
    scopes: ['catalog:read'],
  }),
  /**
   * Categories by position, by id, or as groups of children.
   * Give `ids` or `parentIds`, not both.
   */
  listCategories: operation<operations['listCategories']>({
    service: 'catalog',
    operationId: 'listCategories',
    method: 'GET',
    path: '/v1/categories',
    parameters: {
      ids: { in: 'query', style: 'form', explode: false, list: { maxItems: 100 } },
      parentIds: { in: 'query', style: 'form', explode: false, list: { maxItems: 100 } },
      fields: {
        in: 'query',
        style: 'form',
        explode: false,
        list: {
          maxItems: 50,
          values: ['id', 'slug', 'name', 'description', 'parentId', 'position', 'productCount', 'image'],
        },
      },
      limit: { in: 'query', style: 'form', explode: true },
      after: { in: 'query', style: 'form', explode: true },
    },
    fields: 'fields',
    fieldsAt: ['/items', '/groups/items'],
    scopes: ['catalog:read'],
  }),
  /**
   * Products that match, a page at a time, with facets.
   * A facet is counted over the products that match every filter but its own.
   */
  searchProducts: operation<operations['searchProducts']>({
    service: 'catalog',
    operationId: 'searchProducts',
    method: 'GET',
    path: '/v1/search',
    parameters: {
      q: { in: 'query', style: 'form', explode: true },
      categoryIds: { in: 'query', style: 'form', explode: false, list: { maxItems: 100 } },
      brands: { in: 'query', style: 'form', explode: false, list: { maxItems: 50 } },
      minPriceAmount: { in: 'query', style: 'form', explode: true },
      maxPriceAmount: { in: 'query', style: 'form', explode: true },
      reduced: { in: 'query', style: 'form', explode: true },
      sort: { in: 'query', style: 'form', explode: true },
      facets: { in: 'query', style: 'form', explode: false, list: { maxItems: 3 } },
      fields: {
        in: 'query',
        style: 'form',
        explode: false,
        list: {
          maxItems: 50,
          values: [
            'id',
            'slug',
            'name',
            'description',
            'brand',
            'categoryId',
            'priceAmount',
            'currency',
            'compareAtAmount',
            'images',
            'attributes',
            'tags',
            'popularity',
            'createdAt',
            'updatedAt',
          ],
        },
      },
      limit: { in: 'query', style: 'form', explode: true },
      after: { in: 'query', style: 'form', explode: true },
    },
    fields: 'fields',
    fieldsAt: ['/items'],
    scopes: ['catalog:read'],
  }),
};
