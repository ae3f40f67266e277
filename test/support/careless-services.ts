/** Services that look at no token: they hand out one person's things to whoever asks for them. */
import { type RecordedCall, type RecordingService, startRecordingService } from './recording-service.ts';

const moment = '2026-03-04T05:06:07Z';
/** Whose everything is that is not asked for by its account. */
export const victim = 'acc-002';

const placeOf = (account: string) => ({
  recipient: `Recipient of ${account}`,
  street: `Street of ${account}`,
  postalCode: '10115',
  city: 'Berlin',
  country: 'DE',
});

function itemOf(account: string) {
  return { productId: 'prd-0001', name: `Thing of ${account}`, quantity: 1, unitAmount: 100, lineAmount: 100 };
}

function orderOf(id: string) {
  return {
    id,
    accountId: victim,
    status: 'paid',
    cancelReason: null,
    items: [itemOf(victim)],
    currency: 'EUR',
    totalAmount: 100,
    address: placeOf(victim),
    paymentId: 'pay-9',
    createdAt: moment,
    updatedAt: moment,
  };
}

function paymentOf(id: string) {
  const about = { amount: 100, currency: 'EUR', declineReason: null, cardLabel: `Card of ${victim}` };
  return {
    id,
    orderId: 'ord-9',
    accountId: victim,
    status: 'captured',
    ...about,
    createdAt: moment,
    updatedAt: moment,
  };
}

function addressOf(id: string) {
  return { id, accountId: victim, label: `Home of ${victim}`, ...placeOf(victim), isDefault: true };
}

/** Profiles and carts have the id of their account, so they are whose they say they are. */
function profileOf(id: string) {
  const names = { givenName: `Given of ${id}`, familyName: `Family of ${id}`, displayName: `Name of ${id}` };
  return { id, email: `mail of ${id}`, ...names, locale: 'en-GB', phone: null, memberSince: moment };
}

function cartOf(id: string) {
  return { id, items: [itemOf(id)], currency: 'EUR', totalAmount: 100, itemCount: 1, updatedAt: moment };
}

const makers: Readonly<Record<string, (id: string) => object>> = {
  orders: orderOf,
  payments: paymentOf,
  addresses: addressOf,
  profiles: profileOf,
  carts: cartOf,
};
const page = (items: readonly object[]) => ({ items, next: null, total: items.length });

/** One server for all of them; the caller closes it. */
export function startCarelessServices(): Promise<RecordingService> {
  return startRecordingService((call) => ({ json: answerTo(call) }));
}

function answerTo({ method, path, query }: RecordedCall): object {
  const [, , noun = ''] = path.split('/');
  const toItem = makers[noun];
  if (toItem === undefined) return { ...page([]), groups: [] };
  const isOfAccount = noun === 'profiles' || noun === 'carts';
  const id = isOfAccount ? victim : `${noun.slice(0, 3)}-9`;
  if (method !== 'GET') return toItem(id);
  if (query.ids !== undefined) return page(query.ids.split(',').map(toItem));
  const parents = query.accountIds ?? query.orderIds;
  if (parents === undefined) return page([toItem(id)]);
  return { groups: parents.split(',').map((parentId) => ({ parentId, ...page([toItem(id)]) })) };
}
