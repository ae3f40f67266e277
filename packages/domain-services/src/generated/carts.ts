// Generated from schemas/services/carts.yaml by pnpm codegen. Do not edit.

export interface paths {
    "/v1/carts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The caller's own cart; `ids` are account ids, and the carts of others are left out.
         * @description Every account has a cart, an empty one at first. Prices are read from the catalog at every reading. The service orders may act for a person.
         */
        get: operations["listCarts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/carts/{cartId}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts pieces of a product into the cart, on top of those that are in it. */
        post: operations["addCartItem"];
        /**
         * Takes products out of the cart, however many pieces; those that are not in it are no error.
         * @description The service orders may act for a person.
         */
        delete: operations["removeCartItems"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/carts/{cartId}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes pieces of products out of the cart and leaves the rest; what is not in it is no error.
         * @description For who bought the pieces: those that were added meanwhile stay. A product of which fewer are left goes
         *     altogether. The service orders may act for a person.
         */
        post: operations["takeFromCart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/carts/{cartId}/items/{productId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Sets how many pieces of a product are in the cart. */
        patch: operations["updateCartItem"];
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description What one person is about to buy; its id is the account's. */
        Cart: {
            id: components["schemas"]["Id"];
            items: components["schemas"]["CartItem"][];
            /** @description ISO 4217 code. */
            currency: string;
            /** @description Sum of the items at the prices of now, in minor units. */
            totalAmount: number;
            /** @description Pieces over all items. */
            itemCount: number;
            /**
             * Format: date-time
             * @description When it last changed; null for a cart that never held anything.
             */
            updatedAt: string | null;
        };
        /** @description One page of Cart items. */
        CartPage: {
            items: components["schemas"]["Cart"][];
            next: components["schemas"]["Next"];
            total: components["schemas"]["Total"];
        };
        /** @description Pieces of one product. */
        CartItem: {
            productId: components["schemas"]["Id"];
            /** @description The product's name now. */
            name: string;
            /** @description Pieces. */
            quantity: number;
            /** @description Price of one piece now, in minor units. */
            unitAmount: number;
            /** @description Price of all pieces now, in minor units. */
            lineAmount: number;
        };
        /** @description Pieces to add; more than 99 of one product are refused. */
        NewCartItem: {
            productId: components["schemas"]["Id"];
            /** @description Pieces. */
            quantity: number;
        };
        /** @description Pieces to take out; those of a product that is named twice add up. */
        TakenItems: {
            items: components["schemas"]["TakenItem"][];
        };
        /** @description Pieces of one product. */
        TakenItem: {
            productId: components["schemas"]["Id"];
            /** @description Pieces. */
            quantity: number;
        };
        /** @description The new number of pieces. */
        CartItemChange: {
            /** @description Pieces. */
            quantity: number;
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
        /**
         * @description The token is good, but does not allow this (its scopes do not, or what belongs to a person is asked for with
         *     another token than that person's).
         */
        Forbidden: {
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
        /** @description The request contradicts the current state; `code` says how. */
        Conflict: {
            headers: {
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
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
    };
    parameters: {
        /** @description Keep only these properties of every Cart. */
        CartFields: ("id" | "items" | "currency" | "totalAmount" | "itemCount" | "updatedAt")[];
        /** @description Items by id; unknown ids are left out, the order is that of `ids`. */
        ids: components["schemas"]["Id"][];
        /** @description Items a page; 20 when left out, and with `ids` all of them. */
        limit: number;
        /** @description Continue behind this cursor, the `next` of an earlier page or the id of an item of it. */
        after: string;
        /** @description The account that a service acts for; people leave it out, their token says who they are. */
        subject: components["schemas"]["Id"];
        /** @description The `ETag` of an answer the caller still has (RFC 9110, 13.1.2). */
        ifNoneMatch: string;
        /** @description Chosen by the caller, the same for every attempt at the same work, another for other work. */
        idempotencyKey: string;
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
    listCarts: {
        parameters: {
            query?: {
                /** @description Items by id; unknown ids are left out, the order is that of `ids`. */
                ids?: components["parameters"]["ids"];
                /** @description Keep only these properties of every Cart. */
                fields?: components["parameters"]["CartFields"];
                /** @description Items a page; 20 when left out, and with `ids` all of them. */
                limit?: components["parameters"]["limit"];
                /** @description Continue behind this cursor, the `next` of an earlier page or the id of an item of it. */
                after?: components["parameters"]["after"];
            };
            header?: {
                /** @description The account that a service acts for; people leave it out, their token says who they are. */
                "Facet-Subject"?: components["parameters"]["subject"];
                /** @description The `ETag` of an answer the caller still has (RFC 9110, 13.1.2). */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The caller's own cart; `ids` are account ids, and the carts of others are left out. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CartPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    addCartItem: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, the same for every attempt at the same work, another for other work. */
                "Idempotency-Key": components["parameters"]["idempotencyKey"];
            };
            path: {
                /** @description The account's id. */
                cartId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** @description What to add. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCartItem"];
            };
        };
        responses: {
            /** @description Puts pieces of a product into the cart, on top of those that are in it. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cart"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            default: components["responses"]["Problem"];
        };
    };
    removeCartItems: {
        parameters: {
            query: {
                /** @description The products to take out. */
                productIds: components["schemas"]["Id"][];
            };
            header?: {
                /** @description The account that a service acts for; people leave it out, their token says who they are. */
                "Facet-Subject"?: components["parameters"]["subject"];
            };
            path: {
                /** @description The account's id. */
                cartId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Takes products out of the cart; those that are not in it are no error. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cart"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Problem"];
        };
    };
    takeFromCart: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, the same for every attempt at the same work, another for other work. */
                "Idempotency-Key": components["parameters"]["idempotencyKey"];
                /** @description The account that a service acts for; people leave it out, their token says who they are. */
                "Facet-Subject"?: components["parameters"]["subject"];
            };
            path: {
                /** @description The account's id. */
                cartId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** @description What to take out. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakenItems"];
            };
        };
        responses: {
            /** @description Takes pieces of products out of the cart and leaves the rest; what is not in it is no error. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cart"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            default: components["responses"]["Problem"];
        };
    };
    updateCartItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The account's id. */
                cartId: components["schemas"]["Id"];
                /** @description A product that is in the cart. */
                productId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** @description What to change. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CartItemChange"];
            };
        };
        responses: {
            /** @description Sets how many pieces of a product are in the cart. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cart"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Unprocessable"];
            default: components["responses"]["Problem"];
        };
    };
}
