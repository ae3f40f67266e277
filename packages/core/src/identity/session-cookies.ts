/** The cookie of a browser's session, and what all cookies here have in common: no page can read them. */
import type { FastifyReply } from 'fastify';

/** `__Host-`: browsers take it only from this host itself, over TLS, for all paths (RFC 6265bis, 4.1.3.2). */
export const sessionCookie = '__Host-facet-session';

/** Lax: the way back from the provider is a navigation from another site. */
export const cookieAttributes = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const;

/** It ends with the browser; the server ends it sooner. */
export function setSessionCookie(reply: FastifyReply, id: string): void {
  reply.setCookie(sessionCookie, id, cookieAttributes);
}

export function clearCookie(reply: FastifyReply, name: string): void {
  reply.clearCookie(name, cookieAttributes);
}
