import { describe, expect, it } from '@jest/globals';
import { toDeclineMessage, toDeclineReason, toPaymentStatus, toRefusalReason } from './payment.ts';

const refused = (declineReason?: unknown) => ({ problem: { code: 'PAYMENT_DECLINED', declineReason } });

describe('toDeclineReason', () => {
  it('is null for what was not declined', () => {
    expect(toDeclineReason({ declineReason: null })).toBeNull();
    expect(toDeclineReason({ declineReason: 'tryAgain' })).toBe('TRY_AGAIN');
  });
});

describe('toRefusalReason', () => {
  it.each([undefined, 'aReasonOfTomorrow', 'toString', 7])('gives no details for %p', (declineReason) => {
    expect(toRefusalReason(refused(declineReason))).toBe('CARD_REFUSED');
    expect(toDeclineMessage(refused(declineReason))).toContain('use another one');
  });
});

describe('toPaymentStatus', () => {
  it('has the words of the schema', () => {
    expect(toPaymentStatus({ status: 'voided' })).toBe('VOIDED');
  });
});
