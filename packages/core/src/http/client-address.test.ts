import { afterEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import Fastify, { type FastifyInstance } from 'fastify';
import { toClientAddress } from './client-address.ts';

let app: FastifyInstance | undefined;
afterEach(() => app?.close());

async function ask(remoteAddress: string, forwarded?: string, trusted: string[] = ['10.0.0.0/8']): Promise<string> {
  await app?.close();
  app = Fastify({ trustProxy: trusted.length > 0 && trusted });
  app.get('/', (request) => toClientAddress(request));
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  return (await app.inject({ url: '/', remoteAddress, headers })).body;
}

describe('toClientAddress', () => {
  it.each<[string, string, string | undefined, string]>([
    ['the socket’s', '203.0.113.7', undefined, '203.0.113.7'],
    ['the socket’s, whatever an untrusted peer says', '203.0.113.7', '1.1.1.1', '203.0.113.7'],
    ['the last that is no proxy', '10.0.0.1', '6.6.6.6, 198.51.100.4, 10.0.0.9', '198.51.100.4'],
    ['the first where all are proxies', '10.0.0.1', '10.0.0.3, 10.0.0.2', '10.0.0.3'],
    ['without the port', '10.0.0.1', '198.51.100.4:50123', '198.51.100.4'],
    ['without the port of IPv6', '10.0.0.1', '[2001:db8:0:1:2::3]:50123', '2001:db8:0:1::/64'],
    ['the proxy’s where it says nonsense', '10.0.0.1', 'unknown', '10.0.0.1'],
    ['IPv4 within IPv6', '::ffff:203.0.113.7', undefined, '203.0.113.7'],
    ['a proxy of IPv4 within IPv6', '::ffff:10.0.0.1', '198.51.100.4', '198.51.100.4'],
    ['IPv4 within IPv6, written in hexadecimal', '10.0.0.1', '0:0:0:0:0:ffff:CB00:7107', '203.0.113.7'],
    ['IPv4 within IPv6, written at length', '10.0.0.1', '0:0::0:FFFF:203.0.113.7', '203.0.113.7'],
    ['without the zone', 'fe80::1%eth0', undefined, 'fe80:0:0:0::/64'],
    ['a network that ends in nothing', '2001:db8::', undefined, '2001:db8:0:0::/64'],
    ['the network of IPv6', '2001:DB8:0:1:ffff::1', undefined, '2001:db8:0:1::/64'],
    ['loopback', '::1', undefined, '0:0:0:0::/64'],
  ])('is %s', async (_, remoteAddress, forwarded, address) => {
    expect(await ask(remoteAddress, forwarded)).toBe(address);
  });

  it('believes no header where no proxy is trusted', async () => {
    expect(await ask('10.0.0.1', '198.51.100.4', [])).toBe('10.0.0.1');
  });

  it('is the first half of any address of IPv6, however it is written', async () => {
    const property = fc.asyncProperty(fc.ipV6(), async (address) => {
      const { hostname } = new URL(`http://[${address}]`);
      const found = await ask('10.0.0.1', address);
      expect(await ask('10.0.0.1', hostname.slice(1, -1))).toBe(found);
      if (found.endsWith('::/64')) expect(new URL(`http://[${found.slice(0, -3)}]`).hostname).toBe(half(hostname));
      else expect(hostname).toMatch(/^\[::ffff:/);
    });
    await fc.assert(property, { numRuns: 200 });
  });
});

/** What the URL parser makes of the address with a second half of nothing. */
function half(hostname: string): string {
  const [before = '', after] = hostname.slice(1, -1).split('::');
  const groups = [before, after ?? ''].map((part) => (part === '' ? [] : part.split(':')));
  const missing = Array<string>(8 - groups.flat().length).fill('0');
  const all = after === undefined ? groups.flat() : [...(groups[0] ?? []), ...missing, ...(groups[1] ?? [])];
  return new URL(`http://[${all.slice(0, 4).join(':')}::]`).hostname;
}
