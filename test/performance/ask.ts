/** One request, outside of any measurement: what a system answers. */
import { isDeepStrictEqual } from 'node:util';
import { request } from 'undici';
import { type Asking, bodyOf } from './load/load.ts';

export interface GraphqlAnswer {
  // biome-ignore lint/suspicious/noExplicitAny: any document's data
  readonly data?: any;
  readonly errors?: readonly object[];
}

/** Throws when the answer is no GraphQL answer. */
export async function ask(url: string, asking: Asking): Promise<GraphqlAnswer> {
  const headers = { 'content-type': 'application/json', ...asking.headers };
  const { statusCode, body } = await request(url, { method: 'POST', headers, body: bodyOf(asking, 0) });
  const text = await body.text();
  if (!text.startsWith('{')) throw new Error(`${url} answered ${statusCode}: ${text.slice(0, 200)}`);
  return JSON.parse(text) as GraphqlAnswer;
}

/** Says how an answer differs from what is right; undefined when it does not. */
export function differenceOf(answer: GraphqlAnswer, right: GraphqlAnswer): string | undefined {
  if (answer.errors !== undefined) return `it answered with errors: ${JSON.stringify(answer.errors).slice(0, 300)}`;
  if (isDeepStrictEqual(answer.data, right.data)) return undefined;
  return `it answered otherwise than the floor: ${JSON.stringify(answer.data).slice(0, 200)} …`;
}
