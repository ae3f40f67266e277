// Generated from schemas/services/payments.yaml by pnpm codegen. Do not edit.

export interface paths {
    "/v1/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The caller's own payments, newest first, by id, or as groups by order; those of others are left out.
         * @description Give `ids` or `orderIds`, not both. The service orders may act for a person.
         */
        get: operations["listPayments"];
        put?: never;
        /**
         * Asks the card's bank to hold the amount; a refusal is an answer too, with status `declined`.
         * @description Only the service orders may call it, for a person. 409 CONFLICT when the order has an open payment already, or
         *     its payments are closed.
         */
        post: operations["authorizePayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{paymentId}/capture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes the held amount; once captured, capturing again changes nothing.
         * @description Only the service orders may call it, for a person. Another state than it needs is 409 NOT_CAPTURABLE.
         */
        post: operations["capturePayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{paymentId}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives up the held amount; once voided, voiding again changes nothing.
         * @description Only the service orders may call it, for a person. Another state than it needs is 409 NOT_CAPTURABLE.
         */
        post: operations["voidPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{paymentId}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives the captured amount back; once refunded, refunding again changes nothing.
         * @description Only the service orders may call it, for a person. Another state than it needs is 409 NOT_CAPTURABLE.
         */
        post: operations["refundPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/order-payments/{orderId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends the payments of an order: held amounts are given up, captured ones given back, none can follow.
         * @description Only the service orders may call it, for a person. It needs no payment's id, so it also ends one whose
         *     authorisation was never answered, or arrives later: that is 409 CONFLICT then. An order that has no payment
         *     is closed too; closing again changes nothing.
         */
        post: operations["closeOrderPayments"];
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
        /** @description Money of one order. */
        Payment: {
            id: components["schemas"]["Id"];
            orderId: components["schemas"]["Id"];
            accountId: components["schemas"]["Id"];
            /** @enum {string} */
            status: "authorized" | "captured" | "voided" | "refunded" | "declined";
            /** @description Minor units of `currency`. */
            amount: number;
            /** @description ISO 4217 code. */
            currency: string;
            declineReason: components["schemas"]["DeclineReason"] | null;
            /** @description What a person knows the card by, for example Visa ending in 4242. */
            cardLabel: string;
            /**
             * Format: date-time
             * @description When it was asked for.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updatedAt: string;
        };
        /** @description One page of Payment items. */
        PaymentPage: {
            items: components["schemas"]["Payment"][];
            next: components["schemas"]["Next"];
            total: components["schemas"]["Total"];
        };
        /** @description One group of Payment items a parent, in the order asked. */
        PaymentGroups: {
            groups: components["schemas"]["PaymentGroup"][];
        };
        /** @description One page of a parent's Payment items; empty where the parent has none or is unknown. */
        PaymentGroup: {
            parentId: components["schemas"]["Id"];
            items: components["schemas"]["Payment"][];
            next: components["schemas"]["Next"];
            total: components["schemas"]["Total"];
        };
        /** @description What became of the money of an order whose payments are closed. */
        ClosedPayments: {
            orderId: components["schemas"]["Id"];
            /** @description Held, then given up, in minor units. */
            voidedAmount: number;
            /** @description Captured, then given back, in minor units. */
            refundedAmount: number;
        };
        /** @description An amount to hold on a card. */
        NewPayment: {
            orderId: components["schemas"]["Id"];
            /** @description Minor units of `currency`. */
            amount: number;
            /** @description ISO 4217 code. */
            currency: string;
            /** @description Stands for a card. Test cards: `card-visa` and `card-mastercard` are good; `card-no-funds`, `card-expired` and `card-refused` are declined; `card-try-again` is declined with `tryAgain` at the first attempt of an order and good at the second; `card-slow` answers after 10 s. */
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
        /** @description Keep only these properties of every Payment. */
        PaymentFields: ("id" | "orderId" | "accountId" | "status" | "amount" | "currency" | "declineReason" | "cardLabel" | "createdAt" | "updatedAt")[];
        /** @description Items by id; unknown ids are left out, the order is that of `ids`. */
        ids: components["schemas"]["Id"][];
        /**
         * @description Items a page; where a list of parents is given, items for each parent, and then at most 20.
         *     20 when left out, and with `ids` all of them.
         */
        limitOrLimitPerParent: number;
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
    listPayments: {
        parameters: {
            query?: {
                /** @description Items by id; unknown ids are left out, the order is that of `ids`. */
                ids?: components["parameters"]["ids"];
                /** @description Payments of these orders. */
                orderIds?: components["schemas"]["Id"][];
                /** @description Keep only these properties of every Payment. */
                fields?: components["parameters"]["PaymentFields"];
                /**
                 * @description Items a page; where a list of parents is given, items for each parent, and then at most 20.
                 *     20 when left out, and with `ids` all of them.
                 */
                limit?: components["parameters"]["limitOrLimitPerParent"];
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
            /** @description The caller's own payments, newest first, by id, or as groups by order; those of others are left out. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentPage"] | components["schemas"]["PaymentGroups"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    authorizePayment: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, the same for every attempt at the same work, another for other work. */
                "Idempotency-Key": components["parameters"]["idempotencyKey"];
                /** @description The account that a service acts for; people leave it out, their token says who they are. */
                "Facet-Subject"?: components["parameters"]["subject"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description What to hold. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPayment"];
            };
        };
        responses: {
            /** @description Asks the card's bank to hold the amount; a refusal is an answer too, with status `declined`. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payment"];
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
    capturePayment: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, the same for every attempt at the same work, another for other work. */
                "Idempotency-Key": components["parameters"]["idempotencyKey"];
                /** @description The account that a service acts for; people leave it out, their token says who they are. */
                "Facet-Subject"?: components["parameters"]["subject"];
            };
            path: {
                /** @description The payment. */
                paymentId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Takes the held amount; once captured, capturing again changes nothing. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payment"];
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
    voidPayment: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, the same for every attempt at the same work, another for other work. */
                "Idempotency-Key": components["parameters"]["idempotencyKey"];
                /** @description The account that a service acts for; people leave it out, their token says who they are. */
                "Facet-Subject"?: components["parameters"]["subject"];
            };
            path: {
                /** @description The payment. */
                paymentId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gives up the held amount; once voided, voiding again changes nothing. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payment"];
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
    refundPayment: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, the same for every attempt at the same work, another for other work. */
                "Idempotency-Key": components["parameters"]["idempotencyKey"];
                /** @description The account that a service acts for; people leave it out, their token says who they are. */
                "Facet-Subject"?: components["parameters"]["subject"];
            };
            path: {
                /** @description The payment. */
                paymentId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gives the captured amount back; once refunded, refunding again changes nothing. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payment"];
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
    closeOrderPayments: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller, the same for every attempt at the same work, another for other work. */
                "Idempotency-Key": components["parameters"]["idempotencyKey"];
                /** @description The account that a service acts for; people leave it out, their token says who they are. */
                "Facet-Subject"?: components["parameters"]["subject"];
            };
            path: {
                /** @description The order. */
                orderId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ends the payments of an order: held amounts are given up, captured ones given back, none can follow. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosedPayments"];
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
}
