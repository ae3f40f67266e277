/** What an answer tells of a rate: `RateLimit-*`, and `Retry-After` where it was refused (RFC 9110, 10.2.3). */
import type { FastifyReply } from 'fastify';
import type { Rate } from './rate-window.ts';

/**
 * Sets `RateLimit-Limit`, `-Remaining` and `-Reset` (draft-ietf-httpapi-ratelimit-headers-06, which clients know; the
 * single `RateLimit` field of later drafts is not settled). Where several rates count, the answer has the one of which
 * the smallest part is left, and `RateLimit-Policy` lists them all by `what` they count.
 */
export function tellRate(reply: FastifyReply, what: string, { limit, remaining, resetMs, isBeyond }: Rate): void {
  const policies = reply.getHeader('ratelimit-policy');
  const policy = `${limit};w=60;comment="${what}"`;
  reply.header('ratelimit-policy', policies === undefined ? policy : `${policies}, ${policy}`);
  const told = reply.getHeader('ratelimit-limit');
  if (told !== undefined && !isBeyond) {
    const toldRemaining = Number(reply.getHeader('ratelimit-remaining'));
    if (toldRemaining / Number(told) <= remaining / limit) return;
  }
  reply.header('ratelimit-limit', limit);
  reply.header('ratelimit-remaining', remaining);
  reply.header('ratelimit-reset', toSeconds(resetMs));
}

/** Tells a rate that is beyond its limit, and when to come back. */
export function tellRefusal(reply: FastifyReply, what: string, rate: Rate): void {
  tellRate(reply, what, rate);
  reply.header('retry-after', toSeconds(rate.resetMs));
}

/** Rounded up: who comes back then is not refused again. */
export function toSeconds(milliseconds: number): number {
  return Math.max(Math.ceil(milliseconds / 1_000), 1);
}
