/** What the rooms of the web session share: types only. */
import type { FastifyRequest } from 'fastify';
import type { Log } from '../context/request-context.ts';
import type { CheckCsrf } from './csrf.ts';
import type { SessionProvider } from './session-provider.ts';
import type { Seal } from './session-seal.ts';
import type { SessionStore } from './session-store.ts';
import type { VerifyToken } from './token-verifier.ts';

export type OnSignIn = (
  request: FastifyRequest,
  event: {
    readonly event: 'sign-in' | 'sign-out';
    readonly outcome: 'success' | 'refused';
    readonly subject?: string | undefined;
  },
) => void;

export interface SessionParts {
  readonly store: SessionStore;
  readonly provider: SessionProvider;
  readonly seal: Seal;
  readonly checkCsrf: CheckCsrf;
  readonly verifyToken: VerifyToken;
  /** The BFF's origin as browsers know it, for example `https://shop.example`. */
  readonly origin: () => string;
  readonly lifetimeMs: number;
  readonly log: Log;
  /** Hears who signed in or out, and whose sign-in came to nothing. */
  readonly onSignIn?: OnSignIn | undefined;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}
