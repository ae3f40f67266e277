import { describe, expect, it } from '@jest/globals';
import { fromUpdateProfileInput } from './viewer.ts';

describe('fromUpdateProfileInput', () => {
  it('sends what is given, and nothing else', () => {
    expect(fromUpdateProfileInput({}, 'acc-001')).toEqual({ profileId: 'acc-001', body: {} });
    expect(fromUpdateProfileInput({ givenName: 'Ada', familyName: null }, 'acc-001').body).toEqual({
      givenName: 'Ada',
    });
  });

  it('takes a phone number away with null only', () => {
    expect(fromUpdateProfileInput({ phone: null }, 'acc-001').body).toEqual({ phone: null });
    expect(fromUpdateProfileInput({ phone: '+4930123456' }, 'acc-001').body).toEqual({ phone: '+4930123456' });
  });

  it('sends well-formed text', () => {
    expect(fromUpdateProfileInput({ displayName: 'A\ud800' }, 'acc-001').body).toEqual({ displayName: 'A\ufffd' });
  });
});
