/** What a process asks of itself, and must refuse: one probe for each guard. */
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { Probe } from './readiness.ts';
import { type Inject, type ProbeRequest, postOf, type Refusals, type Send } from './self-probe.ts';

/** At worst, it is answered with the name of a type. */
const anything = '{ selfProbe: __typename }';

/** How a probe names a document: by its text, or by an id where texts are not taken. */
export type AskFor = { readonly query: string } | { readonly documentId: string };

/** A body that is said to be longer than one may be. */
export function createBodyProbe(send: Send, maxBodyBytes: number): Probe {
  const guard = 'body-size';
  const tooLong = postOf({ query: anything }, { 'content-length': `${maxBodyBytes + 1}` });
  return { guard, mode: 'enforce', run: () => send(guard, tooLong, ['PAYLOAD_TOO_LARGE']) };
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

export interface TokenProbesOptions {
  readonly issuer: string;
  readonly audience: string;
  /** A key that the issuer really has: its id, and the public key in PEM. */
  readonly key: () => { readonly id: string; readonly publicKey: string };
}

/** Tokens that are good but for their signature: of another key, without one, and of the public key as a shared secret. */
export function createTokenProbes(send: Send, { issuer, audience, key }: TokenProbesOptions): Probe[] {
  const toToken = (alg: string, sign: (signed: string) => string) => {
    const seconds = Math.floor(Date.now() / 1_000);
    const times = { iat: seconds, exp: seconds + 60 };
    const payload = { iss: issuer, aud: audience, sub: randomUUID(), client_id: 'self', ...times };
    const signed = `${encoded({ alg, typ: 'at+jwt', kid: key().id })}.${encoded(payload)}`;
    return `${signed}.${sign(signed)}`;
  };
  const isRefused = (guard: string, token: string) =>
    send(guard, postOf({ query: anything }, { authorization: `Bearer ${token}` }), ['UNAUTHENTICATED']);
  const forged = () => toToken('RS256', () => randomBytes(256).toString('base64url'));
  const unsigned = () => toToken('none', () => '');
  const confused = () =>
    toToken('HS256', (signed) => createHmac('sha256', key().publicKey).update(signed).digest('base64url'));
  const algorithm = 'token-algorithm';
  return [
    { guard: 'token-signature', mode: 'enforce', run: () => isRefused('token-signature', forged()) },
    {
      guard: algorithm,
      mode: 'enforce',
      run: async () => (await isRefused(algorithm, unsigned())) && (await isRefused(algorithm, confused())),
    },
  ];
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
  readonly refusals: Refusals;
}

/** A document that a limit is there for. */
export function createLimitProbe(send: Send, { guard, mode, document, refusals }: LimitProbe): Probe {
  if (document === undefined) return { guard, mode: 'off', run: async () => false };
  return { guard, mode, run: () => send(guard, postOf(document), refusals) };
}

/** A rate cannot be exceeded at every start; that it counts stands in the headers of what is refused afterwards, too. */
export function createRateProbe(inject: Inject, mode: Probe['mode']): Probe {
  const guard = 'anonymous-rate';
  const run = async () =>
    (await inject(guard, toSimplePost({ query: anything }))).headers['ratelimit-limit'] !== undefined;
  return { guard, mode, run };
}

/** As a form can send it, or `fetch` without asking first. */
function toSimplePost(document: AskFor): ProbeRequest {
  return { ...postOf(document), headers: { 'content-type': 'text/plain' } };
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
