// Generated from schemas/services/catalog.yaml by pnpm codegen. Do not edit.

export interface paths {
    "/v1/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Products, newest first or by id. */
        get: operations["listProducts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The answer of listProducts, for more ids than a URL can carry.
         * @description Changes nothing. The body has the query parameters of listProducts, and room for more ids.
         */
        post: operations["queryProducts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/related-products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** For each product, others that people look at next. */
        get: operations["listRelatedProducts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Categories by position, by id, or as groups of children.
         * @description Give `ids` or `parentIds`, not both.
         */
        get: operations["listCategories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Products that match, a page at a time, with facets.
         * @description A facet is counted over the products that match every filter but its own.
         */
        get: operations["searchProducts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/images/{imageId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An image as SVG, in any size.
         * @description The one operation without a token, because an `img` element cannot send one. It holds nothing about anybody.
         */
        get: operations["getImage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description A thing the shop sells. */
        Product: {
            id: components["schemas"]["Id"];
            /** @description Name for URLs, unique. */
            slug: string;
            /** @description What the product is called. */
            name: string;
            /** @description Two to four sentences. */
            description: string;
            /** @description Who makes it. */
            brand: string;
            categoryId: components["schemas"]["Id"];
            /** @description Price in minor units of `currency`. */
            priceAmount: number;
            /** @description ISO 4217 code. */
            currency: string;
            /** @description Price before the reduction in minor units, null when it is not reduced. */
            compareAtAmount: number | null;
            images: components["schemas"]["Image"][];
            attributes: components["schemas"]["Attribute"][];
            tags: string[];
            /** @description Units sold over the last 30 days. */
            popularity: number;
            /**
             * Format: date-time
             * @description When it came into the catalog.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updatedAt: string;
        };
        /** @description A picture; add `width` and `height` to its URL for another size. */
        Image: {
            id: components["schemas"]["Id"];
            /** @description Absolute URL of the SVG. */
            url: string;
            /** @description What it shows, for those who do not see it. */
            alt: string;
            /** @description Pixels. */
            width: number;
            /** @description Pixels. */
            height: number;
        };
        /** @description A property that products of the category are compared by. */
        Attribute: {
            /** @description For example Material. */
            name: string;
            /** @description For example Solid oak. */
            value: string;
        };
        ProductFieldNames: ("id" | "slug" | "name" | "description" | "brand" | "categoryId" | "priceAmount" | "currency" | "compareAtAmount" | "images" | "attributes" | "tags" | "popularity" | "createdAt" | "updatedAt")[];
        /** @description What listProducts is asked, in a body. */
        ProductQuery: {
            /** @description As the parameter of listProducts. */
            ids?: components["schemas"]["Id"][];
            fields?: components["schemas"]["ProductFieldNames"];
            /** @description As the parameter of listProducts. */
            limit?: number;
            /** @description As the parameter of listProducts. */
            after?: string;
        };
        /** @description One page of Product items. */
        ProductPage: {
            items: components["schemas"]["Product"][];
            next: components["schemas"]["Next"];
            total: components["schemas"]["Total"];
        };
        /** @description One group of Product items a parent, in the order asked. */
        ProductGroups: {
            groups: components["schemas"]["ProductGroup"][];
        };
        /** @description One page of a parent's Product items; empty where the parent has none or is unknown. */
        ProductGroup: {
            parentId: components["schemas"]["Id"];
            items: components["schemas"]["Product"][];
            next: components["schemas"]["Next"];
            total: components["schemas"]["Total"];
        };
        /** @description A place in the category tree. */
        Category: {
            id: components["schemas"]["Id"];
            /** @description Name for URLs, unique. */
            slug: string;
            /** @description What the category is called. */
            name: string;
            /** @description One sentence. */
            description: string;
            /** @description The category above, null at the top. */
            parentId: string | null;
            /** @description Place among its siblings. */
            position: number;
            /** @description Products in it and below it. */
            productCount: number;
            image: components["schemas"]["Image"];
        };
        /** @description One page of Category items. */
        CategoryPage: {
            items: components["schemas"]["Category"][];
            next: components["schemas"]["Next"];
            total: components["schemas"]["Total"];
        };
        /** @description One group of Category items a parent, in the order asked. */
        CategoryGroups: {
            groups: components["schemas"]["CategoryGroup"][];
        };
        /** @description One page of a parent's Category items; empty where the parent has none or is unknown. */
        CategoryGroup: {
            parentId: components["schemas"]["Id"];
            items: components["schemas"]["Category"][];
            next: components["schemas"]["Next"];
            total: components["schemas"]["Total"];
        };
        /** @description One page of products found. */
        SearchPage: {
            items: components["schemas"]["Product"][];
            next: components["schemas"]["Next"];
            total: components["schemas"]["Total"];
            facets: components["schemas"]["Facet"][];
        };
        /** @description How the products found spread over one property. */
        Facet: {
            /** @enum {string} */
            name: "category" | "brand" | "price";
            values: components["schemas"]["FacetValue"][];
        };
        /** @description One value of a facet. */
        FacetValue: {
            /** @description What to filter by: a category id, a brand, or `minimum-maximum` in minor units, both inclusive; `maximum` is empty for the last price range. */
            value: string;
            /** @description What to show. */
            label: string;
            /** @description Products with it. */
            count: number;
        };
        Id: string;
        /**
         * @description Why a card was declined, in words a person may be told.
         * @enum {string}
         */
        DeclineReason: "insufficientFunds" | "cardExpired" | "cardRefused" | "tryAgain";
        /** @description RFC 9457 problem details. */
        Problem: {
            /** @description A URI that names the kind of problem; `about:blank` where the status says it all. */
            type: string;
            title: string;
            status: number;
            /** @description What was wrong in this request and what to do. */
            detail?: string;
            /** @description The request's id. */
            instance?: string;
            /** @enum {string} */
            code: "BAD_REQUEST" | "UNAUTHENTICATED" | "FORBIDDEN" | "NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "UNSUPPORTED_MEDIA_TYPE" | "VALIDATION_FAILED" | "IDEMPOTENCY_KEY_IN_USE" | "IDEMPOTENCY_KEY_REUSED" | "OUT_OF_STOCK" | "RESERVATION_EXPIRED" | "PRICE_CHANGED" | "PAYMENT_DECLINED" | "CART_EMPTY" | "NOT_CANCELLABLE" | "NOT_CAPTURABLE" | "INTERNAL_ERROR" | "UNAVAILABLE";
            /** @description With OUT_OF_STOCK, what is left of each product that falls short. */
            available?: {
                productId: components["schemas"]["Id"];
                available: number;
            }[];
            declineReason?: components["schemas"]["DeclineReason"];
            /** @description With PRICE_CHANGED, the total now, in minor units. */
            totalAmount?: number;
            /** @description One entry a parameter or property that is wrong. */
            errors?: {
                parameter: string;
                detail: string;
            }[];
        };
        /** @description Cursor of the next page, null on the last. */
        Next: string | null;
        /** @description How many items there are over all pages. */
        Total: number;
    };
    responses: {
        /** @description Any other problem. */
        Problem: {
            headers: {
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The caller's answer is still current. */
        NotModified: {
            headers: {
                ETag: components["headers"]["ETag"];
                "Cache-Control": components["headers"]["CacheControl"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description A parameter is missing, unknown or outside its bounds. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No token, or one that is expired, forged or meant for somebody else. */
        Unauthorized: {
            headers: {
                "WWW-Authenticate": string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is well formed but cannot be accepted (`VALIDATION_FAILED`), or its key was used for another (`IDEMPOTENCY_KEY_REUSED`). */
        Unprocessable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such resource. */
        NotFound: {
            headers: {
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description Keep only these properties of every Product. */
        ProductFields: components["schemas"]["ProductFieldNames"];
        /** @description Keep only these properties of every Category. */
        CategoryFields: ("id" | "slug" | "name" | "description" | "parentId" | "position" | "productCount" | "image")[];
        /** @description Items by id; unknown ids are left out, the order is that of `ids`. */
        ids: components["schemas"]["Id"][];
        /** @description Items a page; 20 when left out, and with `ids` all of them. */
        limit: number;
        /** @description Continue behind this cursor, the `next` of an earlier page or the id of an item of it. */
        after: string;
        /** @description The `ETag` of an answer the caller still has (RFC 9110, 13.1.2). */
        ifNoneMatch: string;
        /** @description Items for each parent. */
        limitPerParent: number;
        /**
         * @description Items a page; where a list of parents is given, items for each parent, and then at most 20.
         *     20 when left out, and with `ids` all of them.
         */
        limitOrLimitPerParent: number;
    };
    requestBodies: never;
    headers: {
        /** @description `true` where this answer was given before, under the same key; only where there is an `Idempotency-Key`. */
        IdempotencyReplayed: "true";
        /** @description Validator of this answer (RFC 9110, 8.8.3). */
        ETag: string;
        /** @description How long, and by whom, this answer may be kept (RFC 9111). */
        CacheControl: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listProducts: {
        parameters: {
            query?: {
                /** @description Items by id; unknown ids are left out, the order is that of `ids`. */
                ids?: components["parameters"]["ids"];
                /** @description Keep only these properties of every Product. */
                fields?: components["parameters"]["ProductFields"];
                /** @description Items a page; 20 when left out, and with `ids` all of them. */
                limit?: components["parameters"]["limit"];
                /** @description Continue behind this cursor, the `next` of an earlier page or the id of an item of it. */
                after?: components["parameters"]["after"];
            };
            header?: {
                /** @description The `ETag` of an answer the caller still has (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Products, newest first or by id. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            default: components["responses"]["Problem"];
        };
    };
    queryProducts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProductQuery"];
            };
        };
        responses: {
            /** @description Products, newest first or by id. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            422: components["responses"]["Unprocessable"];
            default: components["responses"]["Problem"];
        };
    };
    listRelatedProducts: {
        parameters: {
            query: {
                /** @description The products to start from. */
                productIds: components["schemas"]["Id"][];
                /** @description Keep only these properties of every Product. */
                fields?: components["parameters"]["ProductFields"];
                /** @description Items for each parent. */
                limit?: components["parameters"]["limitPerParent"];
                /** @description Continue behind this cursor, the `next` of an earlier page or the id of an item of it. */
                after?: components["parameters"]["after"];
            };
            header?: {
                /** @description The `ETag` of an answer the caller still has (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description For each product, others that people look at next. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductGroups"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            default: components["responses"]["Problem"];
        };
    };
    listCategories: {
        parameters: {
            query?: {
                /** @description Items by id; unknown ids are left out, the order is that of `ids`. */
                ids?: components["parameters"]["ids"];
                /** @description Children of these categories; `root` stands for the top. */
                parentIds?: components["schemas"]["Id"][];
                /** @description Keep only these properties of every Category. */
                fields?: components["parameters"]["CategoryFields"];
                /**
                 * @description Items a page; where a list of parents is given, items for each parent, and then at most 20.
                 *     20 when left out, and with `ids` all of them.
                 */
                limit?: components["parameters"]["limitOrLimitPerParent"];
                /** @description Continue behind this cursor, the `next` of an earlier page or the id of an item of it. */
                after?: components["parameters"]["after"];
            };
            header?: {
                /** @description The `ETag` of an answer the caller still has (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Categories by position, by id, or as groups of children. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryPage"] | components["schemas"]["CategoryGroups"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            default: components["responses"]["Problem"];
        };
    };
    searchProducts: {
        parameters: {
            query?: {
                /** @description Up to ten words, each of which name, brand, tags or description must contain; case and accents do not matter. */
                q?: string;
                /** @description Only products in these categories or below them. */
                categoryIds?: components["schemas"]["Id"][];
                /** @description Only products of these brands. */
                brands?: string[];
                /** @description Lowest price in minor units */
                minPriceAmount?: number;
                /** @description Highest price in minor units */
                maxPriceAmount?: number;
                /** @description Only products whose price is reduced */
                reduced?: boolean;
                /** @description Order of the items; relevance needs `q` and is otherwise the same as popularity. */
                sort?: "relevance" | "popularity" | "newest" | "priceAscending" | "priceDescending";
                /** @description Which facets to count over all pages; none when left out. */
                facets?: ("category" | "brand" | "price")[];
                /** @description Keep only these properties of every Product. */
                fields?: components["parameters"]["ProductFields"];
                /** @description Items a page; 20 when left out, and with `ids` all of them. */
                limit?: components["parameters"]["limit"];
                /** @description Continue behind this cursor, the `next` of an earlier page or the id of an item of it. */
                after?: components["parameters"]["after"];
            };
            header?: {
                /** @description The `ETag` of an answer the caller still has (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Products that match, a page at a time, with facets. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            default: components["responses"]["Problem"];
        };
    };
    getImage: {
        parameters: {
            query?: {
                /** @description Pixels */
                width?: number;
                /** @description Pixels; the image's own proportions when left out */
                height?: number;
            };
            header?: {
                /** @description The `ETag` of an answer the caller still has (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
            };
            path: {
                imageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The image. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "image/svg+xml": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Problem"];
        };
    };
}
