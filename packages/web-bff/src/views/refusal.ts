/** Refusals: problems of services in words that a person may read. */
import type { Refused } from '../mappers.ts';

/** Names of the web's inputs for what the services call otherwise. */
const fieldNames: Readonly<Record<string, string>> = { productIds: 'productId', totalAmount: 'totalMinor' };

/** By the services' own names. */
const fieldMessages: ReadonlyMap<string, string> = new Map([
  ['quantity', 'Choose 1 to 99 pieces; a cart holds at most 99 of one product.'],
  ['productId', 'This cannot be put in: the shop does not have it, or the cart is full.'],
  ['productIds', 'This cannot be taken out: it is no product that a cart can hold.'],
  ['rating', 'Give 1 to 5 stars.'],
  ['title', 'Write 1 to 120 characters.'],
  ['body', 'Write 1 to 5,000 characters.'],
  ['givenName', 'Write 1 to 100 characters.'],
  ['familyName', 'Write 1 to 100 characters.'],
  ['displayName', 'Write 1 to 50 characters.'],
  ['locale', 'Choose a language and region, such as de-DE.'],
  ['phone', 'Write the number with its country, such as +4930123456.'],
  ['totalAmount', 'This cannot be the total of a cart.'],
  ['currency', 'The shop does not sell in this currency.'],
  ['addressId', 'Choose one of your addresses.'],
  ['cardToken', 'Enter a card.'],
]);

const messages = {
  AlreadyReviewed: 'You have already reviewed this product.',
  CartEmpty: 'Your cart is empty.',
  CheckoutUnderWay:
    'Another order of yours is being placed, or this one took too long. This one charged nothing; look at your orders before you order again.',
  NotInCart: 'This product is no longer in your cart.',
  OrderNotCancellable: 'It is too late to cancel this order: that is possible for a day.',
  OrderNotFound: 'There is no such order.',
  OutOfStock: 'There are not enough pieces left. Nothing was charged.',
  PriceChanged: 'The total has changed. Nothing was charged; look at the new total, then order again.',
  ReservationExpired: 'The pieces were held for too long and went back. Nothing was charged; order again.',
  ValidationFailed: 'Some of what you entered cannot be taken as it is.',
} as const;

/** The view of a refusal's `message`, where it is the same for every refusal of the type. */
export function toMessageOf(type: keyof typeof messages): () => string {
  return () => messages[type];
}

/** One entry a field, by the web's own names; what the web has no field for is left out. */
export function toInvalidFields({ problem }: Pick<Refused, 'problem'>) {
  const parameters = new Set((problem.errors ?? []).map(({ parameter }) => parameter));
  return [...parameters].flatMap((parameter) => {
    const message = fieldMessages.get(parameter);
    return message === undefined ? [] : [{ field: fieldNames[parameter] ?? parameter, message }];
  });
}
