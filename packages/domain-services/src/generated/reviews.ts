// Generated from schemas/services/reviews.yaml by pnpm codegen. Do not edit.

export interface paths {
    "/v1/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reviews, newest first, by id, or as groups by product.
         * @description Give `ids` or `productIds`, not both.
         */
        get: operations["listReviews"];
        put?: never;
        /**
         * Says what the caller thinks of a product; its rating summary follows.
         * @description A person's second review of a product is 409 CONFLICT.
         */
        post: operations["createReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rating-summaries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rating summaries; `ids` are product ids. */
        get: operations["listRatingSummaries"];
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
        /** @description What one person says about one product. */
        Review: {
            id: components["schemas"]["Id"];
            productId: components["schemas"]["Id"];
            accountId: components["schemas"]["Id"];
            rating: number;
            /** @description A few words. */
            title: string;
            /** @description What the author says. */
            body: string;
            /** @description People who found it helpful. */
            helpfulCount: number;
            /** @description The author bought the product here. */
            verifiedPurchase: boolean;
            /**
             * Format: date-time
             * @description When it was written.
             */
            createdAt: string;
        };
        /** @description One page of Review items. */
        ReviewPage: {
            items: components["schemas"]["Review"][];
            next: components["schemas"]["Next"];
            total: components["schemas"]["Total"];
        };
        /** @description One group of Review items a parent, in the order asked. */
        ReviewGroups: {
            groups: components["schemas"]["ReviewGroup"][];
        };
        /** @description One page of a parent's Review items; empty where the parent has none or is unknown. */
        ReviewGroup: {
            parentId: components["schemas"]["Id"];
            items: components["schemas"]["Review"][];
            next: components["schemas"]["Next"];
            total: components["schemas"]["Total"];
        };
        /** @description All ratings of one product. */
        RatingSummary: {
            productId: components["schemas"]["Id"];
            /** @description Mean rating to one decimal, null without reviews. */
            average: number | null;
            /** @description Reviews there are. */
            count: number;
            /** @description Reviews with 1, 2, 3, 4 and 5 stars. */
            histogram: number[];
        };
        /** @description One page of RatingSummary items. */
        RatingSummaryPage: {
            items: components["schemas"]["RatingSummary"][];
            next: components["schemas"]["Next"];
            total: components["schemas"]["Total"];
        };
        /** @description A review to be. */
        NewReview: {
            productId: components["schemas"]["Id"];
            rating: number;
            /** @description A few words. */
            title: string;
            /** @description What the author says. */
            body: string;
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
    };
    parameters: {
        /** @description Keep only these properties of every Review. */
        ReviewFields: ("id" | "productId" | "accountId" | "rating" | "title" | "body" | "helpfulCount" | "verifiedPurchase" | "createdAt")[];
        /** @description Keep only these properties of every RatingSummary. */
        RatingSummaryFields: ("productId" | "average" | "count" | "histogram")[];
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
        /** @description Items a page; 20 when left out, and with `ids` all of them. */
        limit: number;
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
    listReviews: {
        parameters: {
            query?: {
                /** @description Items by id; unknown ids are left out, the order is that of `ids`. */
                ids?: components["parameters"]["ids"];
                /** @description Reviews of these products. */
                productIds?: components["schemas"]["Id"][];
                /** @description Keep only these properties of every Review. */
                fields?: components["parameters"]["ReviewFields"];
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
            /** @description Reviews, newest first, by id, or as groups by product. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewPage"] | components["schemas"]["ReviewGroups"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            default: components["responses"]["Problem"];
        };
    };
    createReview: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, the same for every attempt at the same work, another for other work. */
                "Idempotency-Key": components["parameters"]["idempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description What to say. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewReview"];
            };
        };
        responses: {
            /** @description Says what the caller thinks of a product; its rating summary follows. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
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
    listRatingSummaries: {
        parameters: {
            query?: {
                /** @description Items by id; unknown ids are left out, the order is that of `ids`. */
                ids?: components["parameters"]["ids"];
                /** @description Keep only these properties of every RatingSummary. */
                fields?: components["parameters"]["RatingSummaryFields"];
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
            /** @description Rating summaries; `ids` are product ids. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RatingSummaryPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            default: components["responses"]["Problem"];
        };
    };
}
