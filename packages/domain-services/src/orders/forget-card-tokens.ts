// Brings checkouts of an older version up to date: card tokens were kept for ever, keys and orders shared their ids.
import { type Kysely, sql } from 'kysely';
import { toFingerprint } from './checkout-rows.ts';
import type { CheckoutInput, CheckoutState } from './checkout-state.ts';

interface OldRow {
  readonly id: string;
  readonly terms: string;
  readonly payload: string;
}

interface OldState {
  readonly step: CheckoutState['step'];
  readonly paymentId?: string | null;
}

const idPrefix = 'ord-';

/** What a state says now that it did not say then, and the other way round. */
function toState(state: OldState, cardToken: string): object {
  const { paymentId, ...rest } = state;
  const mayHoldMoney = paymentId !== null;
  switch (state.step) {
    case 'begun':
    case 'settled':
    case 'reserved':
      return { ...rest, cardToken };
    case 'undoing':
      return { ...rest, mayHoldMoney };
    case 'cancelling':
      return { ...rest, mayHoldMoney, reason: 'requested' };
    case 'cancelled':
      return { ...rest, reason: 'requested' };
    default:
      return state;
  }
}

export async function forgetCardTokens(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<OldRow>`select id, terms, payload from checkouts`.execute(db);
  for (const { id, terms, payload } of rows) {
    const input = JSON.parse(terms) as CheckoutInput;
    const { cardToken, ...kept } = input;
    const begunBy = id.slice(idPrefix.length);
    const fingerprint = toFingerprint(begunBy, input);
    const state = JSON.stringify(toState(JSON.parse(payload), cardToken));
    await sql`update checkouts
      set begun_by = ${begunBy}, fingerprint = ${fingerprint}, terms = ${JSON.stringify(kept)}, payload = ${state}
      where id = ${id}`.execute(db);
  }
}
