/** Which DPoP proofs were used: each is good for one request (RFC 9449, 11.1). */
import { hash } from 'node:crypto';
import { FacetError } from '../errors/facet-error.ts';

/**
 * Notes that a proof was used, for as long as it could be used again; `false` where it was before. Fails with
 * UPSTREAM_UNAVAILABLE where it cannot note any more.
 */
export type NoteProof = (proofId: string, ttlMs: number) => boolean | Promise<boolean>;

export interface DpopReplaysOptions {
  /** Proofs that are remembered, 100,000 by default: some 1,600 requests a second. Further ones are refused. */
  readonly maxProofs?: number;
  /** Milliseconds since the epoch; `Date.now` by default. */
  readonly now?: () => number;
}

/** Remembers proofs in this process; where several answer for one name, a proof is good once at each. */
export function createDpopReplays({ maxProofs = 100_000, now = Date.now }: DpopReplaysOptions = {}): NoteProof {
  const usedUntil = new Map<string, number>();
  return (proofId, ttlMs) => {
    for (const [oldest, until] of usedUntil) {
      if (until > now()) break;
      usedUntil.delete(oldest);
    }
    const key = hash('sha256', proofId, 'base64url');
    if (usedUntil.has(key)) return false;
    if (usedUntil.size >= maxProofs) throw new FacetError('UPSTREAM_UNAVAILABLE', { cause: 'too many DPoP proofs' });
    usedUntil.set(key, now() + ttlMs);
    return true;
  };
}

export interface SharedDpopReplaysOptions extends DpopReplaysOptions {
  /** `send` rejects where Redis does not answer in time. */
  readonly redis: { send(command: readonly string[]): Promise<unknown> };
  /** Begins the name of every key. */
  readonly namespace: string;
}

/**
 * Remembers proofs in Redis, for all processes that answer for one name, and in this process: while Redis is away, a
 * proof is good once at each, which is better than nobody being let in.
 */
export function createSharedDpopReplays({ redis, namespace, ...options }: SharedDpopReplaysOptions): NoteProof {
  const noteHere = createDpopReplays(options);
  return async (proofId, ttlMs) => {
    if (!(await noteHere(proofId, ttlMs))) return false;
    const key = `${namespace}:dpop:${hash('sha256', proofId, 'base64url')}`;
    const isNoted = (reply: unknown) => reply !== null;
    return redis.send(['SET', key, '1', 'NX', 'PX', String(Math.ceil(ttlMs))]).then(isNoted, () => true);
  };
}
