/** Services whose every answer names whose token came with the call, and whom it was about, and which would let anybody keep any of them. */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Random } from './coherence-random.ts';

export interface TelltaleServices {
  /** Of all of them. */
  readonly origin: string;
  /** Calls for what is the same for everybody that came with somebody's token, and calls that came with none. */
  readonly mistakes: readonly string[];
  /** Calls that were answered, and those of them with 304. */
  readonly counts: { answered: number; unchanged: number };
  close(): Promise<void>;
}

const moment = '2026-03-04T05:06:07Z';
const page = (items: readonly object[]) => ({ items, next: null, total: items.length });

/** Makers of what each path answers for one subject: an item for an id. */
const makers: Readonly<Record<string, (id: string, who: string) => object>> = {
  profiles: (id, who) => ({
    ...{ id, email: `mail of ${who}`, displayName: `Name of ${id}`, givenName: who, familyName: who },
    ...{ locale: 'en-GB', phone: null, memberSince: moment },
  }),
  carts: (id, who) => ({
    ...{ id, items: [itemOf(who), itemOf(id)], currency: 'EUR', totalAmount: 100, itemCount: 1, updatedAt: moment },
  }),
  orders: (id, who) => ({
    ...{ id, accountId: who, status: 'paid', cancelReason: null, items: [itemOf(who)], currency: 'EUR' },
    ...{ totalAmount: 100, address: placeOf(who), paymentId: null, createdAt: moment, updatedAt: moment },
  }),
  addresses: (id, who) => ({ id, accountId: who, label: `Home of ${who}`, ...placeOf(who), isDefault: true }),
  search: (id, who) => ({
    ...{ id, slug: id, name: `Thing of ${who}`, brand: `Brand of ${who}`, priceAmount: 100, currency: 'EUR' },
  }),
};
const isPublic = (noun: string) => noun === 'search';

function itemOf(who: string) {
  return { productId: 'prd-0001', name: `Thing of ${who}`, quantity: 1, unitAmount: 100, lineAmount: 100 };
}

function placeOf(who: string) {
  return {
    recipient: `Recipient of ${who}`,
    street: `Street of ${who}`,
    postalCode: '10115',
    city: 'Berlin',
    country: 'DE',
  };
}

/** One server for all of them, which answers some calls later than others; the caller closes it. */
export async function startTelltaleServices(random: Random): Promise<TelltaleServices> {
  const mistakes: string[] = [];
  const counts = { answered: 0, unchanged: 0 };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const [, , noun = ''] = pathname.split('/');
    const who = subjectOf(request.headers.authorization);
    const isPersons = who.startsWith('acc-');
    if (isPersons === isPublic(noun)) mistakes.push(`${request.method} ${request.url} came with the token of ${who}`);
    for (let turns = random.below(20); turns > 0; turns -= 1) await new Promise(setImmediate);
    const body = JSON.stringify(toAnswer(request.method, noun, searchParams, who));
    const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
    const isUnchanged = request.headers['if-none-match'] === etag;
    const headers = { 'content-type': 'application/json', 'cache-control': 'public, max-age=1', etag };
    counts.answered += 1;
    counts.unchanged += isUnchanged ? 1 : 0;
    response.writeHead(isUnchanged ? 304 : 200, headers).end(isUnchanged ? undefined : body);
  }

  const server = createServer((request, response) => {
    answer(request.resume(), response).catch((reason: Error) => response.writeHead(500).end(reason.message));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    mistakes,
    counts,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function toAnswer(method: string | undefined, noun: string, query: URLSearchParams, who: string): object {
  const toItem = (id: string) => (makers[noun] ?? ((each) => ({ id: each })))(id, who);
  if (method !== 'GET') return toItem(who);
  const ids = query.get('ids');
  if (ids !== null) return page(ids.split(',').map(toItem));
  const parents = query.get('accountIds');
  if (parents !== null)
    return { groups: parents.split(',').map((parentId) => ({ parentId, ...page([toItem('adr-1')]) })) };
  return page([toItem(`${noun.slice(0, 3)}-1`), toItem(`${noun.slice(0, 3)}-2`)]);
}

/** `sub`, unverified; `nobody` without a token. */
function subjectOf(authorization = ''): string {
  const [, payload = ''] = authorization.split('.');
  return payload === '' ? 'nobody' : JSON.parse(Buffer.from(payload, 'base64url').toString()).sub;
}
