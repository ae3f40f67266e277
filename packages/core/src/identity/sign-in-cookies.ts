/** A browser's sign-ins under way: a cookie for each, named for its state, so that every tab comes back to its own. */
import { hash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { clearCookie, cookieAttributes } from './session-cookies.ts';
import type { SignInChecks } from './session-provider.ts';
import type { Seal } from './session-seal.ts';

/** A sign-in that this browser began and nobody else can end. */
export interface SignIn extends SignInChecks {
  /** Path on this origin. */
  readonly returnTo: string;
}

export interface SignInCookies {
  /** Keeps it with the browser for ten minutes; of more than four, the oldest are given up. */
  keep(request: FastifyRequest, reply: FastifyReply, signIn: SignIn): void;
  /** The one with this state; `undefined` where it is missing, too old, or not of this BFF. */
  find(request: FastifyRequest, state: string): SignIn | undefined;
  forget(reply: FastifyReply, state: string): void;
}

interface Kept extends SignIn {
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

const prefix = '__Host-facet-sign-in-';
const lifetimeMs = 600_000;
/** Each has 1.7 KB where its path is as long as may be; many servers take 8 KB of cookies. */
const maxUnderWay = 4;

/** What is kept is encrypted, and bound to the cookie's name: strangers who begin sign-ins take no memory here. */
export function createSignInCookies(seal: Seal, now: () => number): SignInCookies {
  function open(name: string, value: string | undefined): Kept | undefined {
    const content = value === undefined ? undefined : seal.open(Buffer.from(value, 'base64url'), name);
    return content === undefined ? undefined : (JSON.parse(content) as Kept);
  }

  function makeRoom({ cookies }: FastifyRequest, reply: FastifyReply): void {
    const names = Object.keys(cookies).filter((name) => name.startsWith(prefix));
    const kept = names.map((name) => open(name, cookies[name])).filter((signIn) => signIn !== undefined);
    const newestFirst = kept.sort((one, other) => other.expiresAt - one.expiresAt);
    for (const { state } of newestFirst.slice(maxUnderWay - 1)) clearCookie(reply, nameOf(state));
  }

  return {
    keep(request, reply, signIn) {
      makeRoom(request, reply);
      const name = nameOf(signIn.state);
      const content: Kept = { ...signIn, expiresAt: now() + lifetimeMs };
      const value = seal.seal(JSON.stringify(content), name).toString('base64url');
      reply.setCookie(name, value, { ...cookieAttributes, maxAge: lifetimeMs / 1_000 });
    },
    find(request, state) {
      const name = nameOf(state);
      // Where a limit refused the request, nobody has read them yet.
      const cookies = request.cookies ?? request.server.parseCookie(request.headers.cookie ?? '');
      const kept = open(name, cookies[name]);
      return kept !== undefined && kept.state === state && kept.expiresAt > now() ? kept : undefined;
    },
    forget: (reply, state) => clearCookie(reply, nameOf(state)),
  };
}

function nameOf(state: string): string {
  return prefix + hash('sha256', state, 'base64url').slice(0, 16);
}
