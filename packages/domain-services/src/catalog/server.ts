// Catalog's operations: products, categories, search and pictures.
import type { FastifyInstance } from 'fastify';
import { toParentSelection, toSelection } from '../collections/selection.ts';
import type { operations } from '../generated/catalog.ts';
import { catalogRoutes } from '../generated/catalog-routes.ts';
import { keepFields } from '../http/fields.ts';
import { implement } from '../http/implement.ts';
import type { TokenCheck } from '../identity/token-check.ts';
import { Problem } from '../problem.ts';
import { drawImage } from './images.ts';
import type { createCatalogStore } from './store.ts';

const cacheControl = 'public, max-age=60, stale-while-revalidate=600';
const imageHeaders = {
  'content-type': 'image/svg+xml; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  'cross-origin-resource-policy': 'cross-origin',
};

export function serveCatalog(
  app: FastifyInstance,
  checkToken: TokenCheck,
  store: ReturnType<typeof createCatalogStore>,
): void {
  implement<operations, typeof catalogRoutes>(app, checkToken, catalogRoutes, {
    listProducts: {
      cacheControl,
      answer: async ({ query }) => store.listProducts(toSelection(query)),
    },
    queryProducts: {
      // A shared cache cannot tell the answer to one body from that to another (RFC 9110, 9.3.3).
      cacheControl: 'no-store',
      answer: async ({ body }) => {
        const page = await store.listProducts(toSelection(body));
        return keepFields(page, body.fields) as typeof page;
      },
    },
    listRelatedProducts: {
      cacheControl,
      answer: async ({ query: { productIds, ...query } }) =>
        store.listRelatedProducts(toParentSelection(query, { parameter: 'productIds', ids: productIds })),
    },
    listCategories: {
      cacheControl,
      answer: async ({ query: { parentIds, ...query } }) =>
        parentIds
          ? store.listChildCategories(toParentSelection(query, { parameter: 'parentIds', ids: parentIds }))
          : store.listCategories(toSelection(query)),
    },
    searchProducts: {
      cacheControl,
      answer: async ({ query }) => store.searchProducts(query),
    },
    getImage: {
      cacheControl: 'public, max-age=31536000, immutable',
      headers: imageHeaders,
      answer: async ({ params: { imageId }, query: { width = 640, height } }) => {
        const drawing = await store.findDrawing(imageId);
        if (!drawing) throw new Problem('NOT_FOUND', `There is no image ${imageId}.`);
        return drawImage(drawing, width, height ?? Math.round((width * drawing.height) / drawing.width));
      },
    },
  });
}
