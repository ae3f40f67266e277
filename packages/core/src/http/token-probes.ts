/** What a process asks of itself to see that it refuses tokens that nobody signed, and those that come as none may. */
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { Probe } from './readiness.ts';
import { type Inject, postOf, type Send } from './self-probe.ts';
import { anything } from './self-probes.ts';

export interface TokenProbesOptions {
  readonly issuer: string;
  readonly audience: string;
  /** A key that the issuer really has: its id, and the public key in PEM. */
  readonly key: () => { readonly id: string; readonly publicKey: string };
  /** Where every token must be bound to a key, and come with a proof of it. */
  readonly prover?: Prover | undefined;
}

export interface Prover {
  readonly thumbprint: string;
  /** Of one POST to `/graphql`. */
  prove(token: string): string;
}

const host = 'self-probe.invalid';

/** Of requests whose proofs are for the host that they name themselves. */
export const ownOrigin = `http://${host}`;

/** Tokens that are good but for their signature: of another key, without one, and of the public key as a shared secret. */
export function createTokenProbes(send: Send, { issuer, audience, key, prover }: TokenProbesOptions): Probe[] {
  const toToken = (alg: string, toSignature: (signed: string) => string) => {
    const seconds = Math.floor(Date.now() / 1_000);
    const times = { iat: seconds, exp: seconds + 60 };
    const whose = { sub: randomUUID(), client_id: 'self', ...(prover && { cnf: { jkt: prover.thumbprint } }) };
    const payload = { iss: issuer, aud: audience, ...whose, ...times };
    const signed = `${encoded({ alg, typ: 'at+jwt', kid: key().id })}.${encoded(payload)}`;
    return `${signed}.${toSignature(signed)}`;
  };
  const toHeaders = (token: string): Record<string, string> =>
    prover === undefined
      ? { authorization: `Bearer ${token}` }
      : { host, authorization: `DPoP ${token}`, dpop: prover.prove(token) };
  const isRefused = (guard: string, token: string) =>
    send(guard, postOf({ query: anything }, toHeaders(token)), ['UNAUTHENTICATED']);
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

/** A bearer token is refused for being one, before anybody looks at it: the challenge says nothing of an error (RFC 6750, 3.1). */
export function createBoundTokensProbe(inject: Inject, mode: Probe['mode']): Probe {
  const guard = 'bound-tokens';
  const request = postOf({ query: anything }, { authorization: 'Bearer self-probe' });
  const run = async () => /^DPoP (?!.*error=)/.test(String((await inject(guard, request)).headers['www-authenticate']));
  return { guard, mode, run };
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
