/** The payments service by its contract: payments. */
import { type Call, createServiceClient } from '@facet/core/data';
import { payments } from '../generated/payments-operations.ts';

export function createPaymentsClient(call: Call) {
  return createServiceClient(payments, call);
}
