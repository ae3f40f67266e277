/** Payloads and refusals: which member of its union an outcome is, and what every refusal says. */
import { from, type Outcome } from '@facet/core';
import type {
  AlreadyReviewedResolvers,
  OrderNotCancellableResolvers,
  OrderNotFoundResolvers,
  RefusalResolvers,
  ValidationFailedResolvers,
} from '../generated/resolvers.ts';
import { toInvalidFields, toMessageOf } from '../views/refusal.ts';

/**
 * The members of a payload.
 * @param refusals the type for each problem code that the command names as an outcome
 */
export function payloadOf<const Success extends string, const Refusal extends string>(
  success: Success,
  refusals: Readonly<Record<string, Refusal>>,
) {
  return {
    __resolveType: (outcome: Outcome<unknown>): Success | Refusal | null =>
      outcome.kind === 'done' ? success : (refusals[outcome.problem.code] ?? null),
  };
}

/** No field is of the interface alone: payloads say which refusal they hold. */
export const Refusal: RefusalResolvers = {
  __resolveType: () => null,
};

export const ValidationFailed: ValidationFailedResolvers = {
  message: from([], toMessageOf('ValidationFailed')),
  fields: from(['problem'], toInvalidFields),
};

export const AlreadyReviewed: AlreadyReviewedResolvers = {
  message: from([], toMessageOf('AlreadyReviewed')),
};

export const OrderNotCancellable: OrderNotCancellableResolvers = {
  message: from([], toMessageOf('OrderNotCancellable')),
};

export const OrderNotFound: OrderNotFoundResolvers = {
  message: from([], toMessageOf('OrderNotFound')),
};
