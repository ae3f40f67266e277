/** Orders: their states in the words of the schema, and changes as the service takes them. */
import type { Order } from '@facet/sources';
import type { CancelOrderInput } from '../generated/resolvers.ts';
import { fromGlobalIdOf } from './global-id.ts';

const statuses = { placed: 'PLACED', paid: 'PAID', cancelled: 'CANCELLED' } as const;

export function toOrderStatus({ status }: Pick<Order, 'status'>) {
  return statuses[status];
}

export function fromCancelOrderInput({ orderId }: CancelOrderInput) {
  return { orderId: fromGlobalIdOf('Order', orderId, 'input.orderId') };
}
