/** A good request of every operation that writes, with all that must be there before. */
import { buy, fillCart, newKey, readTerms } from './buy.ts';
import type { ObservedServices } from './observed-services.ts';
import type { Parameters } from './outside-contract.ts';

export interface WriteRequest {
  readonly parameters: Parameters;
  readonly body?: Readonly<Record<string, unknown>>;
}

export interface WriteCase {
  /** A request that succeeds, another one each time. */
  make(): Promise<WriteRequest>;
  /** A body that the same key must not be used for. */
  readonly otherBody?: Readonly<Record<string, unknown>>;
  /** The same where what it is about is not there; a request of somebody else when left out. */
  readonly missing?: Parameters;
}

/** Who writes in all cases, and somebody else. */
export const writer = 'acc-003';
export const stranger = 'acc-004';

/** By operation; `product` is one of which there are plenty. */
export function createWriteCases(
  observed: ObservedServices,
  product: () => string,
): Readonly<Record<string, WriteCase>> {
  let count = 0;
  const piece = () => ({ productId: product(), quantity: 1 });
  const newOrderId = () => `ord-case-${++count}`;
  const cart = { cartId: writer };

  async function post(service: string, target: string, body?: unknown): Promise<{ id: string }> {
    const person = service === 'payments' ? { 'facet-subject': writer } : {};
    const headers = { 'idempotency-key': newKey(), ...person };
    const response = await observed.ask(service, target, { as: 'orders', method: 'POST', headers, body });
    return (await response.json()) as { id: string };
  }
  const newPayment = () => ({ orderId: newOrderId(), amount: 990, currency: 'EUR', cardToken: 'card-visa' });
  const newReservation = () => ({ orderId: newOrderId(), items: [piece()] });
  const onPayment = (captured: boolean): WriteCase => ({
    make: async () => {
      const { id: paymentId } = await post('payments', '/v1/payments', newPayment());
      if (captured) await post('payments', `/v1/payments/${paymentId}/capture`);
      return { parameters: { paymentId } };
    },
  });
  const onReservation: WriteCase = {
    make: async () => ({
      parameters: { reservationId: (await post('inventory', '/v1/reservations', newReservation())).id },
    }),
    missing: { reservationId: 'res-nothing' },
  };

  return {
    queryProducts: { make: async () => ({ parameters: {}, body: { ids: [product()] } }) },
    addCartItem: {
      make: async () => ({ parameters: cart, body: piece() }),
      otherBody: { quantity: 2 },
    },
    updateCartItem: {
      make: async () => {
        await fillCart(observed, writer, [piece()]);
        return { parameters: { ...cart, productId: product() }, body: { quantity: 3 } };
      },
    },
    removeCartItems: {
      make: async () => {
        await fillCart(observed, writer, [piece()]);
        return { parameters: { ...cart, productIds: [product(), 'prd-nothing'] } };
      },
    },
    takeFromCart: {
      make: async () => {
        await fillCart(observed, writer, [piece()]);
        return { parameters: cart, body: { items: [piece()] } };
      },
      otherBody: { items: [{ productId: 'prd-nothing', quantity: 2 }] },
    },
    createOrder: {
      make: async () => {
        await fillCart(observed, writer, [piece()]);
        return { parameters: {}, body: { ...(await readTerms(observed, writer)) } };
      },
      otherBody: { cardToken: 'card-mastercard' },
    },
    cancelOrder: {
      make: async () => ({ parameters: { orderId: (await buy(observed, writer, [piece()])).id } }),
    },
    authorizePayment: {
      make: async () => ({ parameters: {}, body: newPayment() }),
      otherBody: { amount: 991 },
    },
    capturePayment: onPayment(false),
    voidPayment: onPayment(false),
    refundPayment: onPayment(true),
    closeOrderPayments: {
      make: async () => {
        const payment = newPayment();
        await post('payments', '/v1/payments', payment);
        return { parameters: { orderId: payment.orderId } };
      },
    },
    createReservation: {
      make: async () => ({ parameters: {}, body: newReservation() }),
      otherBody: { expiresInSeconds: 60 },
    },
    commitReservation: onReservation,
    releaseReservation: onReservation,
    createReview: {
      make: async () => {
        const productId = `prd-${String(1900 + ++count)}`;
        return { parameters: {}, body: { productId, rating: 4, title: 'Good', body: 'Does what it should.' } };
      },
      otherBody: { rating: 1 },
    },
    updateProfile: {
      make: async () => ({ parameters: { profileId: writer }, body: { displayName: `Name ${++count}`, phone: null } }),
    },
  };
}
