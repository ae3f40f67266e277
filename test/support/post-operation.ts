/** Sends operations as a client does. */
import { request } from 'undici';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into data of any shape
  readonly data: any;
  readonly errors: { message: string; path?: (string | number)[]; extensions: { code: string; traceId?: string } }[];
  readonly text: string;
}

export interface Operation {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly headers?: Record<string, string>;
  /** Sent as it is instead of the query. */
  readonly body?: string;
}

export async function postOperation(url: string, { query, variables, headers = {}, body }: Operation): Promise<Answer> {
  const {
    statusCode,
    headers: answered,
    body: stream,
  } = await request(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: body ?? JSON.stringify({ query, variables }),
  });
  const text = await stream.text();
  const { data = null, errors = [] } = text.startsWith('{') ? JSON.parse(text) : {};
  return { status: statusCode, headers: answered, data, errors, text };
}
