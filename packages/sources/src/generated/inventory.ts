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
        Id: string;
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
            code: "BAD_REQUEST" | "UNAUTHENTICATED" | "FORBIDDEN" | "NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "UNSUPPORTED_MEDIA_TYPE" | "INTERNAL_ERROR" | "UNAVAILABLE";
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
    };
    parameters: {
        /** @description Keep only these properties of every Stock. */
        StockFields: ("productId" | "available" | "status" | "restockAt" | "updatedAt")[];
        /** @description Items by id; unknown ids are left out, the order is that of `ids`. */
        ids: components["schemas"]["Id"][];
        /** @description Items a page; 20 when left out, and with `ids` all of them. */
        limit: number;
        /** @description Continue behind this cursor, the `next` of an earlier page or the id of an item of it. */
        after: string;
        /** @description The `ETag` of an answer the caller still has (RFC 9110, 13.1.2). */
        ifNoneMatch: string;
    };
    requestBodies: never;
    headers: {
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
}
