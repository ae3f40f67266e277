/** Whom a request came from, as far as an address tells: what callers are counted by before they sign in. */
import { isIP, isIPv4 } from 'node:net';
import type { FastifyRequest } from 'fastify';

/**
 * The socket's address; behind a proxy that the server trusts, the last address of `X-Forwarded-For` that is not one of
 * its proxies. Whoever has one address of IPv6 has 2^64 of them, so what counts is the network (`2001:db8::/64`); an
 * address of IPv4 is written as one, also within IPv6. What is no address is no reason to count nobody: the socket's is.
 */
export function toClientAddress({ ip, socket }: FastifyRequest): string {
  return toNetwork(ip) ?? toNetwork(withoutPort(ip)) ?? toNetwork(socket.remoteAddress) ?? 'unknown';
}

/** Some proxies write one. */
function withoutPort(address = ''): string | undefined {
  const [, ofIpv6, ofIpv4] = /^(?:\[(.+)\]|([\d.]+)):\d+$/.exec(address) ?? [];
  return ofIpv6 ?? ofIpv4;
}

/** `undefined` for what is no address. */
function toNetwork(address = ''): string | undefined {
  const version = isIP(address);
  if (version !== 6) return version === 4 ? address : undefined;
  // As a socket that takes both writes it.
  const within = address.slice('::ffff:'.length);
  if (address.startsWith('::ffff:') && isIPv4(within)) return within;
  const groups = toGroups(address);
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) {
    return [groups[6], groups[7]].flatMap((group = 0) => [group >> 8, group & 255]).join('.');
  }
  const network = groups.slice(0, 4).map((group) => group.toString(16));
  return `${network.join(':')}::/64`;
}

/** The eight groups of an address of IPv6 (RFC 4291, 2.2). */
function toGroups(address: string): number[] {
  const [plain = ''] = address.split('%', 1);
  const [before = '', after = ''] = plain.split('::', 2);
  const [first, last] = [toNumbers(before), toNumbers(after)];
  return [...first, ...Array<number>(8 - first.length - last.length).fill(0), ...last];
}

function toNumbers(part: string): number[] {
  if (part === '') return [];
  return part.split(':').flatMap((group) => (group.includes('.') ? toPair(group) : Number.parseInt(group, 16)));
}

function toPair(address: string): number[] {
  const [first = 0, second = 0, third = 0, fourth = 0] = address.split('.').map(Number);
  return [first * 256 + second, third * 256 + fourth];
}
