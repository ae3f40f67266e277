// Generated from schemas/services/orders.yaml by pnpm codegen. Do not edit.

export interface paths {
    "/v1/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The caller's own orders, newest first, by id, or as groups by account; those of others are left out.
         * @description Give `ids` or `accountIds`, not both. A checkout under way is no order yet.
         */
        get: operations["listOrders"];
        put?: never;
        /**
         * Buys what is in the caller's cart: reserves the stock, authorises the payment, places the order, captures.
         * @description 409 is CART_EMPTY, PRICE_CHANGED (with the total now), OUT_OF_STOCK (with what is left), PAYMENT_DECLINED (with
         *     the reason), RESERVATION_EXPIRED (held for too long), or CONFLICT (another checkout of the account is under
         *     way, or this one took too long); nothing is charged then, and nothing stays reserved. 503 UNAVAILABLE: the
         *     outcome is not known yet, it is brought about all the same, and the same Idempotency-Key tells it.
         *     When the money cannot be taken yet, the order is `placed`, and taking it is tried again for a day. After that,
         *     or when it is refused for good, the order is `cancelled` for `paymentFailed`: nothing is charged, and the
         *     pieces go back.
         */
        post: operations["createOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{orderId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancels an order: gives the money back and the pieces too; once cancelled, cancelling again changes nothing.
         * @description 409 NOT_CANCELLABLE a day after it was ordered; 503 while not all is given back yet, which happens all the same.
         */
        post: operations["cancelOrder"];
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
        /** @description What one person bought at once. */
        Order: {
            id: components["schemas"]["Id"];
            accountId: components["schemas"]["Id"];
            /**
             * @description `placed` while the money is held but not taken yet; then `paid`, or `cancelled` with a reason.
             * @enum {string}
             */
            status: "placed" | "paid" | "cancelled";
            /**
             * @description Why it was cancelled: the person asked for it, or the held money could not be taken. Null while it is not.
             * @enum {string|null}
             */
            cancelReason?: "requested" | "paymentFailed" | null;
            items: components["schemas"]["OrderItem"][];
            /** @description ISO 4217 code. */
            currency: string;
            /** @description Minor units of `currency`. */
            totalAmount: number;
            address: components["schemas"]["OrderAddress"];
            paymentId: components["schemas"]["Id"];
            /**
             * Format: date-time
             * @description When it was ordered.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updatedAt: string;
        };
        /** @description One page of Order items. */
        OrderPage: {
            items: components["schemas"]["Order"][];
            next: components["schemas"]["Next"];
            total: components["schemas"]["Total"];
        };
        /** @description One group of Order items a parent, in the order asked. */
        OrderGroups: {
            groups: components["schemas"]["OrderGroup"][];
        };
        /** @description One page of a parent's Order items; empty where the parent has none or is unknown. */
        OrderGroup: {
            parentId: components["schemas"]["Id"];
            items: components["schemas"]["Order"][];
            next: components["schemas"]["Next"];
            total: components["schemas"]["Total"];
        };
        /** @description Pieces of one product. */
        OrderItem: {
            productId: components["schemas"]["Id"];
            /** @description The product's name when it was ordered. */
            name: string;
            /** @description Pieces. */
            quantity: number;
            /** @description Price of one piece when it was ordered, in minor units. */
            unitAmount: number;
            /** @description Price of all pieces, in minor units. */
            lineAmount: number;
        };
        /** @description Where the parcel goes, as it was when it was ordered. */
        OrderAddress: {
            /** @description Who takes the parcel. */
            recipient: string;
            /** @description Street and number. */
            street: string;
            /** @description As the country writes it. */
            postalCode: string;
            /** @description Town or city. */
            city: string;
            /** @description ISO 3166-1 alpha-2 code. */
            country: string;
        };
        /** @description What the person agreed to: this total, this card, this address. */
        Checkout: {
            /** @description The cart's total as it was shown, in minor units. */
            totalAmount: number;
            /** @description ISO 4217 code. */
            currency: string;
            addressId: components["schemas"]["Id"];
            /** @description Stands for a card, see payments. */
            cardToken: string;
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
        /** @description Keep only these properties of every Order. */
        OrderFields: ("id" | "accountId" | "status" | "cancelReason" | "items" | "currency" | "totalAmount" | "address" | "paymentId" | "createdAt" | "updatedAt")[];
        /** @description Items by id; unknown ids are left out, the order is that of `ids`. */
        ids: components["schemas"]["Id"][];
        /**
         * @description Items a page; where a list of parents is given, items for each parent, and then at most 20.
         *     20 when left out, and with `ids` all of them.
         */
        limitOrLimitPerParent: number;
        /** @description Continue behind this cursor, the `next` of an earlier page or the id of an item of it. */
        after: string;
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
    listOrders: {
        parameters: {
            query?: {
                /** @description Items by id; unknown ids are left out, the order is that of `ids`. */
                ids?: components["parameters"]["ids"];
                /** @description Orders of these accounts; the groups of others are empty. */
                accountIds?: components["schemas"]["Id"][];
                /** @description Keep only these properties of every Order. */
                fields?: components["parameters"]["OrderFields"];
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
            /** @description The caller's own orders, newest first, by id, or as groups by account; those of others are left out. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderPage"] | components["schemas"]["OrderGroups"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    createOrder: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, the same for every attempt at the same work, another for other work. */
                "Idempotency-Key": components["parameters"]["idempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description What the person agreed to. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["Checkout"];
            };
        };
        responses: {
            /** @description Buys what is in the caller's cart: reserves the stock, authorises the payment, places the order, captures. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            default: components["responses"]["Problem"];
        };
    };
    cancelOrder: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, the same for every attempt at the same work, another for other work. */
                "Idempotency-Key": components["parameters"]["idempotencyKey"];
            };
            path: {
                /** @description The order. */
                orderId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Cancels an order: gives the money back and the pieces too; once cancelled, cancelling again changes nothing. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
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
}
