// Generated from schemas/services/accounts.yaml by pnpm codegen. Do not edit.

export interface paths {
    "/v1/public-profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What everybody may see of a person. */
        get: operations["listPublicProfiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's own profile; the profiles of others are left out. */
        get: operations["listProfiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/profiles/{profileId}": {
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
        /** Changes the caller's own profile; what is left out stays. */
        patch: operations["updateProfile"];
        trace?: never;
    };
    "/v1/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The caller's own addresses, by id or as groups by account; those of others are left out.
         * @description Give `ids` or `accountIds`, not both. The service orders may act for a person.
         */
        get: operations["listAddresses"];
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
        /** @description What everybody may see of a person. */
        PublicProfile: {
            id: components["schemas"]["Id"];
            /** @description The name the person chose to be seen under. */
            displayName: string;
            /**
             * Format: date-time
             * @description When the account was opened.
             */
            memberSince: string;
        };
        /** @description One page of PublicProfile items. */
        PublicProfilePage: {
            items: components["schemas"]["PublicProfile"][];
            next: components["schemas"]["Next"];
            total: components["schemas"]["Total"];
        };
        /** @description What the person sees of their own account. */
        Profile: {
            id: components["schemas"]["Id"];
            /**
             * Format: email
             * @description Where mail goes.
             */
            email: string;
            /** @description First name. */
            givenName: string;
            /** @description Last name. */
            familyName: string;
            /** @description The name others see. */
            displayName: string;
            /** @description BCP 47 tag, for example de-DE. */
            locale: string;
            /** @description E.164 number. */
            phone: string | null;
            /**
             * Format: date-time
             * @description When the account was opened.
             */
            memberSince: string;
        };
        /** @description One page of Profile items. */
        ProfilePage: {
            items: components["schemas"]["Profile"][];
            next: components["schemas"]["Next"];
            total: components["schemas"]["Total"];
        };
        /** @description Where a person wants parcels to go. */
        Address: {
            id: components["schemas"]["Id"];
            accountId: components["schemas"]["Id"];
            /** @description For example Home. */
            label: string;
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
            /** @description Preselected at checkout. */
            isDefault: boolean;
        };
        /** @description One page of Address items. */
        AddressPage: {
            items: components["schemas"]["Address"][];
            next: components["schemas"]["Next"];
            total: components["schemas"]["Total"];
        };
        /** @description One group of Address items a parent, in the order asked. */
        AddressGroups: {
            groups: components["schemas"]["AddressGroup"][];
        };
        /** @description One page of a parent's Address items; empty where the parent has none or is unknown. */
        AddressGroup: {
            parentId: components["schemas"]["Id"];
            items: components["schemas"]["Address"][];
            next: components["schemas"]["Next"];
            total: components["schemas"]["Total"];
        };
        /** @description New values; what is left out stays. */
        ProfileChange: {
            /** @description First name. */
            givenName?: string;
            /** @description Last name. */
            familyName?: string;
            /** @description The name others see. */
            displayName?: string;
            /** @description BCP 47 tag, for example de-DE. */
            locale?: string;
            /** @description E.164 number. */
            phone?: string | null;
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
        /** @description Keep only these properties of every PublicProfile. */
        PublicProfileFields: ("id" | "displayName" | "memberSince")[];
        /** @description Keep only these properties of every Profile. */
        ProfileFields: ("id" | "email" | "givenName" | "familyName" | "displayName" | "locale" | "phone" | "memberSince")[];
        /** @description Keep only these properties of every Address. */
        AddressFields: ("id" | "accountId" | "label" | "recipient" | "street" | "postalCode" | "city" | "country" | "isDefault")[];
        /** @description Items by id; unknown ids are left out, the order is that of `ids`. */
        ids: components["schemas"]["Id"][];
        /** @description Items a page; 20 when left out, and with `ids` all of them. */
        limit: number;
        /** @description Continue behind this cursor, the `next` of an earlier page or the id of an item of it. */
        after: string;
        /** @description The `ETag` of an answer the caller still has (RFC 9110, 13.1.2). */
        ifNoneMatch: string;
        /**
         * @description Items a page; where a list of parents is given, items for each parent, and then at most 20.
         *     20 when left out, and with `ids` all of them.
         */
        limitOrLimitPerParent: number;
        /** @description The account that a service acts for; people leave it out, their token says who they are. */
        subject: components["schemas"]["Id"];
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
    listPublicProfiles: {
        parameters: {
            query?: {
                /** @description Items by id; unknown ids are left out, the order is that of `ids`. */
                ids?: components["parameters"]["ids"];
                /** @description Keep only these properties of every PublicProfile. */
                fields?: components["parameters"]["PublicProfileFields"];
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
            /** @description What everybody may see of a person. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProfilePage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            default: components["responses"]["Problem"];
        };
    };
    listProfiles: {
        parameters: {
            query?: {
                /** @description Items by id; unknown ids are left out, the order is that of `ids`. */
                ids?: components["parameters"]["ids"];
                /** @description Keep only these properties of every Profile. */
                fields?: components["parameters"]["ProfileFields"];
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
            /** @description The caller's own profile; the profiles of others are left out. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfilePage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    updateProfile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The account's id. */
                profileId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** @description What to change. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileChange"];
            };
        };
        responses: {
            /** @description Changes the caller's own profile; what is left out stays. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
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
    listAddresses: {
        parameters: {
            query?: {
                /** @description Items by id; unknown ids are left out, the order is that of `ids`. */
                ids?: components["parameters"]["ids"];
                /** @description Addresses of these accounts; the groups of others are empty. */
                accountIds?: components["schemas"]["Id"][];
                /** @description Keep only these properties of every Address. */
                fields?: components["parameters"]["AddressFields"];
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
            /** @description The caller's own addresses, by id or as groups by account; those of others are left out. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddressPage"] | components["schemas"]["AddressGroups"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
}
