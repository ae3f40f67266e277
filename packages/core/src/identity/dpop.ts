/** Decides whether a caller may use its access token: one that is bound to a key needs a proof of that key (RFC 9449). */
import { hash } from 'node:crypto';
import type { Principal } from '../context/request-context.ts';
import { FacetError } from '../errors/facet-error.ts';
import { type DpopClaims, readDpopProof, verifyDpopProof } from './dpop-proof.ts';
import { createDpopReplays, type NoteProof } from './dpop-replays.ts';

/** `off`: proofs are not taken, and bound tokens are no good; `accept`: both kinds of token are; `require`: bound ones only. */
export type DpopMode = 'off' | 'accept' | 'require';

/** How a token comes: the `Authorization` scheme, in lower case. */
export type Scheme = 'bearer' | 'dpop';

/** What a caller has to know of how tokens are taken. */
export interface TokenSchemes {
  isTaken(scheme: Scheme): boolean;
  /** `WWW-Authenticate` for a scheme that is not taken, whatever token comes with it (RFC 6750, 3.1: no `error` then). */
  readonly offer: string;
  /** `WWW-Authenticate` for a token or a proof that was refused, with every scheme that would do (RFC 9449, 7.1). */
  readonly challenge: string;
}

const dpopChallenge = 'DPoP error="invalid_token", algs="ES256 RS256"';

/** The schemes that each mode takes; the others are refused before anything is done with a token. */
export const tokenSchemes: Readonly<Record<DpopMode, TokenSchemes>> = {
  off: {
    isTaken: (scheme) => scheme === 'bearer',
    offer: 'Bearer',
    challenge: 'Bearer error="invalid_token"',
  },
  accept: {
    isTaken: () => true,
    offer: 'Bearer, DPoP algs="ES256 RS256"',
    challenge: `Bearer error="invalid_token", ${dpopChallenge}`,
  },
  require: {
    isTaken: (scheme) => scheme === 'dpop',
    offer: 'DPoP algs="ES256 RS256"',
    challenge: dpopChallenge,
  },
};

/** A proof that is older was made for another request. */
const maxAgeMs = 60_000;
/** By which the client's clock may be ahead. */
const maxAheadMs = 5_000;

/** How a verified token came. */
export interface TokenUse {
  readonly scheme: Scheme;
  readonly principal: Principal;
  readonly method: string;
  /** Absolute, as the client knows it; only asked for where there is a proof. */
  readonly url: () => string;
  /** `DPoP` header. */
  readonly proof: string | string[] | undefined;
}

/**
 * Resolves where the use is right; rejects with UNAUTHENTICATED, whose cause says why, for the log only, and as
 * `noteProof` does.
 */
export type CheckTokenUse = (use: TokenUse) => Promise<void>;

export interface DpopOptions {
  /** This process's own memory by default. */
  readonly noteProof?: NoteProof | undefined;
  /** Milliseconds since the epoch; `Date.now` by default. */
  readonly now?: () => number;
}

/**
 * Creates the check. A token that is bound to a key (`cnf.jkt`) is never good as a bearer token: whoever stole it could
 * leave the proof away. A proof is good for one request to one URL (without its query), with one token, within
 * a minute; its key is compared with the token's before anything is computed with it.
 */
export function createTokenUseCheck({ now = Date.now, ...options }: DpopOptions = {}): CheckTokenUse {
  const { noteProof = createDpopReplays({ now }) } = options;

  async function check({ scheme, principal, method, url, proof }: TokenUse): Promise<void> {
    const { boundTo, token } = principal;
    if (scheme === 'bearer') {
      if (boundTo !== undefined) throw new Error('the token is bound to a key, so it is no bearer token');
      return;
    }
    const given = readDpopProof(proof);
    if (boundTo === undefined) throw new Error('the token is not bound to a key');
    if (given.thumbprint !== boundTo) throw new Error('the token is bound to another key than the proof has');
    const claims = verifyDpopProof(given);
    assertFits(claims, { method, url: url(), token });
    const madeAt = claims.iat * 1_000;
    if (madeAt > now() + maxAheadMs || madeAt < now() - maxAgeMs) throw new Error('the proof is not of this minute');
    const isFirst = await noteProof(`${given.thumbprint} ${claims.jti}`, madeAt + maxAgeMs - now() + 1_000);
    if (!isFirst) throw new Error('the proof was used before');
  }

  return async (use) => {
    try {
      await check(use);
    } catch (cause) {
      throw cause instanceof FacetError ? cause : new FacetError('UNAUTHENTICATED', { cause });
    }
  };
}

function assertFits({ htm, htu, ath }: DpopClaims, use: { method: string; url: string; token: string }): void {
  if (htm !== use.method) throw new Error(`the proof is for ${htm}, not ${use.method}`);
  if (!URL.canParse(htu) || toTarget(htu) !== toTarget(use.url)) throw new Error('the proof is for another URL');
  if (ath !== hash('sha256', use.token, 'base64url')) throw new Error('the proof is for another token');
}

/** Without query and fragment, normalized as URLs are (RFC 9449, 4.3). */
function toTarget(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}
