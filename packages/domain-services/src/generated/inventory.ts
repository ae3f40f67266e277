// Generated from schemas/services/inventory.yaml by pnpm codegen. Do not edit.

export interface paths {
    "/v1/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Stock by product; `ids` are product ids. */
        get: operations["listStock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reservations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reservations, newest first or by id.
         * @description Only for the service orders.
         */
        get: operations["listReservations"];
        put?: never;
        /**
         * Holds pieces for an order for a while: all of them or none.
         * @description Only for the service orders. 409 OUT_OF_STOCK says what is left.
         */
        post: operations["createReservation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reservations/{reservationId}/commit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sells what is held; committing again changes nothing.
         * @description Only for the service orders. 409 RESERVATION_EXPIRED when it is no longer held.
         */
        post: operations["commitReservation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reservations/{reservationId}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives back what is held or was sold; releasing again changes nothing.
         * @description Only for the service orders.
         */
        post: operations["releaseReservation"];
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
        /** @description The stock of one product. */
        Stock: {
            productId: components["schemas"]["Id"];
            /** @description Pieces that can be ordered now. */
            available: number;
            /** @enum {string} */
            status: "inStock" | "lowStock" | "outOfStock";
            /**
             * Format: date-time
             * @description When more are expected, null when none are ordered.
             */
            restockAt: string | null;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updatedAt: string;
        };
        /** @description One page of Stock items. */
        StockPage: {
            items: components["schemas"]["Stock"][];
            next: components["schemas"]["Next"];
            total: components["schemas"]["Total"];
        };
        /** @description Pieces that are held for an order, or sold with it. */
        Reservation: {
            id: components["schemas"]["Id"];
            orderId: components["schemas"]["Id"];
            /** @enum {string} */
            status: "held" | "committed" | "released" | "expired";
            items: components["schemas"]["ReservationItem"][];
            /**
             * Format: date-time
             * @description Until when the pieces are held.
             */
            expiresAt: string;
            /**
             * Format: date-time
             * @description When they were reserved.
             */
            createdAt: string;
        };
        /** @description One page of Reservation items. */
        ReservationPage: {
            items: components["schemas"]["Reservation"][];
            next: components["schemas"]["Next"];
            total: components["schemas"]["Total"];
        };
        /** @description Pieces of one product. */
        ReservationItem: {
            productId: components["schemas"]["Id"];
            /** @description Pieces. */
            quantity: number;
        };
        /** @description Pieces to hold. */
        NewReservation: {
            orderId: components["schemas"]["Id"];
            items: components["schemas"]["ReservationItem"][];
            /** @description How long to hold them; 600 when left out. */
            expiresInSeconds?: number;
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
        /** @description Keep only these properties of every Stock. */
        StockFields: ("productId" | "available" | "status" | "restockAt" | "updatedAt")[];
        /** @description Keep only these properties of every Reservation. */
        ReservationFields: ("id" | "orderId" | "status" | "items" | "expiresAt" | "createdAt")[];
        /** @description Items by id; unknown ids are left out, the order is that of `ids`. */
        ids: components["schemas"]["Id"][];
        /** @description Items a page; 20 when left out, and with `ids` all of them. */
        limit: number;
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
    listStock: {
        parameters: {
            query?: {
                /** @description Items by id; unknown ids are left out, the order is that of `ids`. */
                ids?: components["parameters"]["ids"];
                /** @description Keep only these properties of every Stock. */
                fields?: components["parameters"]["StockFields"];
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
            /** @description Stock by product; `ids` are product ids. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            default: components["responses"]["Problem"];
        };
    };
    listReservations: {
        parameters: {
            query?: {
                /** @description Items by id; unknown ids are left out, the order is that of `ids`. */
                ids?: components["parameters"]["ids"];
                /** @description Keep only these properties of every Reservation. */
                fields?: components["parameters"]["ReservationFields"];
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
            /** @description Reservations, newest first or by id. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReservationPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    createReservation: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, the same for every attempt at the same work, another for other work. */
                "Idempotency-Key": components["parameters"]["idempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description What to hold. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewReservation"];
            };
        };
        responses: {
            /** @description Holds pieces for an order for a while: all of them or none. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
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
    commitReservation: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, the same for every attempt at the same work, another for other work. */
                "Idempotency-Key": components["parameters"]["idempotencyKey"];
            };
            path: {
                /** @description The reservation. */
                reservationId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sells what is held; committing again changes nothing. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
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
    releaseReservation: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, the same for every attempt at the same work, another for other work. */
                "Idempotency-Key": components["parameters"]["idempotencyKey"];
            };
            path: {
                /** @description The reservation. */
                reservationId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gives back what is held or was sold; releasing again changes nothing. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
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
