/** What a process asks of itself, and must refuse: one probe for each guard. */
import { randomBytes } from 'node:crypto';
import type { Probe } from './readiness.ts';
import { type ProbeRequest, postOf, type Refusals, type Send } from './self-probe.ts';

/** At worst, it is answered with the name of a type. */
export const anything = '{ selfProbe: __typename }';

/** How a probe names a document: by its text, or by an id where texts are not taken. */
export type AskFor = { readonly query: string } | { readonly documentId: string };

/** A body that is said to be longer than one may be. */
export function createBodyProbe(send: Send, maxBodyBytes: number, mode: Probe['mode'] = 'enforce'): Probe {
  const guard = 'body-size';
  const tooLong = postOf({ query: anything }, { 'content-length': `${maxBodyBytes + 1}` });
  return { guard, mode, run: () => send(guard, tooLong, ['PAYLOAD_TOO_LARGE']) };
}

/** A request in the name of a build of an app that is answered no more. */
export function createBuildProbe(send: Send, { platform, version }: Build): Probe {
  const guard = 'retired-builds';
  const headers = { 'apollographql-client-name': platform, 'apollographql-client-version': version };
  const retired = postOf({ query: anything }, headers);
  return { guard, mode: 'enforce', run: () => send(guard, retired, ['CLIENT_BUILD_RETIRED']) };
}

export interface Build {
  readonly platform: string;
  readonly version: string;
}

/** What any page in a browser could have sent without asking first, of a document that is answered otherwise. */
export function createPreflightProbes(send: Send, document: AskFor): Probe[] {
  const simpleGet = { method: 'GET', query: document } as const;
  return [
    {
      guard: 'content-type',
      mode: 'enforce',
      run: () => send('content-type', toSimplePost(document), ['BAD_REQUEST', 'UNSUPPORTED_MEDIA_TYPE']),
    },
    { guard: 'preflight', mode: 'enforce', run: () => send('preflight', simpleGet, ['BAD_REQUEST']) },
  ];
}

/** A mutation that changes nothing, by GET. */
export function createGetMutationProbe(send: Send, document: AskFor): Probe {
  const guard = 'get-mutation';
  const request = { method: 'GET', query: document, headers: { 'apollo-require-preflight': '1' } } as const;
  return { guard, mode: 'enforce', run: () => send(guard, request, ['BAD_REQUEST']) };
}

/** A cookie that no page of the site has sent: without the header that only such a page can send, and from elsewhere. */
export function createCookieProbe(send: Send, cookie: string): Probe {
  const guard = 'csrf';
  const headers = { cookie: `${cookie}=${randomBytes(32).toString('base64url')}` };
  const simple = postOf({ query: anything }, headers);
  const foreign = postOf({ query: anything }, { ...headers, 'x-csrf': '1', origin: 'https://self-probe.invalid' });
  const run = async () => (await send(guard, simple, ['FORBIDDEN'])) && (await send(guard, foreign, ['FORBIDDEN']));
  return { guard, mode: 'enforce', run };
}

/** A document that no app was built with, by its id and by its text. */
export function createDocumentProbe(send: Send, mode: Probe['mode']): Probe {
  const guard = 'trusted-documents';
  const byId = postOf({ documentId: `sha256:${randomBytes(32).toString('hex')}` });
  const run = async () =>
    (await send(guard, byId, ['PERSISTED_QUERY_NOT_FOUND'])) &&
    (await send(guard, postOf({ query: anything }), ['PERSISTED_QUERY_ONLY']));
  return { guard, mode, run };
}

export interface LimitProbe {
  readonly guard: string;
  readonly mode: Probe['mode'];
  /** What is to be refused; without it, nothing can be, and the guard counts as off. */
  readonly document: AskFor | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly refusals: Refusals;
}

/** A document, or what comes with it, that a limit is there for. */
export function createLimitProbe(send: Send, { guard, mode, document, variables, refusals }: LimitProbe): Probe {
  if (document === undefined) return toOff(guard);
  return { guard, mode, run: () => send(guard, postOf({ ...document, variables }), refusals) };
}

/** A guard that cannot be tried. */
export function toOff(guard: string): Probe {
  return { guard, mode: 'off', run: async () => false };
}

/** As a form can send it, or `fetch` without asking first. */
export function toSimplePost(document: AskFor): ProbeRequest {
  return { ...postOf(document), headers: { 'content-type': 'text/plain' } };
}
