/** The table of error codes: what each means in HTTP, in the log and to a client. */

type LogLevel = 'debug' | 'info' | 'warn' | 'error';

interface ErrorCodeEntry {
  /** HTTP status when the whole request ends with this code; a field's error leaves the status at 200. */
  readonly httpStatus: number;
  /** Whether the same request may succeed a moment later. */
  readonly retryable: boolean;
  readonly logLevel: LogLevel;
  /** What a client reads when the place that failed had nothing better to say. */
  readonly publicMessage: string;
}

function entry(httpStatus: number, logLevel: LogLevel, publicMessage: string, retryable = false): ErrorCodeEntry {
  return { httpStatus, retryable, logLevel, publicMessage };
}

export const errorCodes = {
  BAD_REQUEST: entry(400, 'info', 'The request is malformed.'),
  METHOD_NOT_ALLOWED: entry(405, 'info', 'This method is not allowed here. Use GET or POST.'),
  UNSUPPORTED_MEDIA_TYPE: entry(415, 'info', 'Send the operation as application/json.'),
  BAD_USER_INPUT: entry(400, 'info', 'The input was refused. Check the arguments of this field.'),
  UNAUTHENTICATED: entry(401, 'info', 'Sign in first: the access token is missing, expired or not valid here.'),
  FORBIDDEN: entry(403, 'info', 'You are signed in, but not allowed to do this.'),
  NOT_FOUND: entry(404, 'info', 'There is no such thing.'),
  CONFLICT: entry(409, 'info', 'This contradicts the current state. Read it again, then retry.'),
  IDEMPOTENCY_KEY_REUSED: entry(422, 'info', 'This Idempotency-Key was used for something else. Take a new one.'),
  RATE_LIMITED: entry(429, 'info', 'You asked for too much within a minute. Try again when it is over.', true),
  PAYLOAD_TOO_LARGE: entry(413, 'info', 'The request is larger than this server accepts.'),
  UPSTREAM_UNAVAILABLE: entry(503, 'error', 'A service behind this field is not available. Try again shortly.', true),
  UPSTREAM_TIMEOUT: entry(504, 'error', 'A service behind this field did not answer in time. Try again shortly.', true),
  UPSTREAM_INVALID_RESPONSE: entry(502, 'error', 'A service behind this field gave an answer that cannot be used.'),
  DEADLINE_EXCEEDED: entry(504, 'warn', 'The time for this request ran out before this field was ready.', true),
  CANCELED: entry(499, 'info', 'The caller left before this field was ready.'),
  MAX_DEPTH: entry(400, 'info', 'The operation is nested deeper than this API allows.'),
  MAX_ALIASES: entry(400, 'info', 'The operation has more aliases than this API allows.'),
  MAX_ROOT_FIELDS: entry(400, 'info', 'The operation has more root fields than this API allows.'),
  MAX_DIRECTIVES: entry(400, 'info', 'The operation has more directives than this API allows.'),
  MAX_COST: entry(400, 'info', 'The operation costs more than this API allows.'),
  MAX_PAGE_SIZE: entry(400, 'info', 'The operation asks for a longer page than this API allows.'),
  MAX_VARIABLES: entry(400, 'info', 'The variables are more, larger or deeper than this API allows.'),
  PERSISTED_QUERY_NOT_FOUND: entry(
    400,
    'info',
    'There is no document with this id. Send one that the app was built with.',
  ),
  PERSISTED_QUERY_ONLY: entry(
    400,
    'info',
    'This API answers the documents that its apps were built with, by their ids.',
  ),
  CLIENT_BUILD_RETIRED: entry(410, 'info', 'This version of the app is no longer supported. Please update the app.'),
  INTERNAL_SERVER_ERROR: entry(500, 'error', 'Something went wrong on our side.'),
} as const satisfies Record<string, ErrorCodeEntry>;

/** A stable, machine-readable name of what went wrong; `extensions.code` of a GraphQL error. */
export type ErrorCode = keyof typeof errorCodes;

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(errorCodes, value);
}
