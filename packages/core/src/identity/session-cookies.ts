/** The two cookies of a browser: its session, and its sign-in under way. Neither can be read by a page. */
import type { FastifyReply } from 'fastify';
import type { SignInChecks } from './session-provider.ts';
import type { Seal } from './session-seal.ts';

/** `__Host-`: browsers take it only from this host itself, over TLS, for all paths (RFC 6265bis, 4.1.3.2). */
export const sessionCookie = '__Host-facet-session';
export const signInCookie = '__Host-facet-sign-in';

/** Lax: the way back from the provider is a navigation from another site. */
const attributes = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const;

const signInMs = 600_000;

/** It ends with the browser; the server ends it sooner. */
export function setSessionCookie(reply: FastifyReply, id: string): void {
  reply.setCookie(sessionCookie, id, attributes);
}

export function clearCookie(reply: FastifyReply, name: string): void {
  reply.clearCookie(name, attributes);
}

/** A sign-in that this browser began and nobody else can end. */
export interface SignIn extends SignInChecks {
  /** Path on this origin. */
  readonly returnTo: string;
}

/** Keeps it with the browser, encrypted, for ten minutes: strangers who begin sign-ins take no memory here. */
export function setSignInCookie(reply: FastifyReply, seal: Seal, signIn: SignIn, now: number): void {
  const content = JSON.stringify({ ...signIn, expiresAt: now + signInMs });
  const value = seal.seal(content, signInCookie).toString('base64url');
  reply.setCookie(signInCookie, value, { ...attributes, maxAge: signInMs / 1_000 });
}

/** `undefined` for one that is missing, too old, or not of this BFF. */
export function openSignInCookie(value: string | undefined, seal: Seal, now: number): SignIn | undefined {
  if (value === undefined) return undefined;
  const content = seal.open(Buffer.from(value, 'base64url'), signInCookie);
  if (content === undefined) return undefined;
  const { expiresAt, ...signIn } = JSON.parse(content) as SignIn & { expiresAt: number };
  return expiresAt > now ? signIn : undefined;
}
