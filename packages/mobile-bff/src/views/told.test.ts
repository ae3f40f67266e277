import { describe, expect, it } from '@jest/globals';
import { toFieldMessages, toOutcome } from './told.ts';

describe('toOutcome', () => {
  const refused = (code: string) => toOutcome({ kind: 'refused', problem: { code } }, 'DONE', { CONFLICT: 'AGAIN' });

  it('names what happened', () => {
    expect(toOutcome({ kind: 'done' }, 'DONE', {})).toBe('DONE');
    expect(refused('CONFLICT')).toBe('AGAIN');
  });

  it('refuses a refusal without a name as an answer that cannot be used', () => {
    expect(() => refused('TEAPOT')).toThrow(expect.objectContaining({ code: 'UPSTREAM_INVALID_RESPONSE' }));
  });
});

describe('toFieldMessages', () => {
  const fields = (...parameters: string[]) => {
    const errors = parameters.map((parameter) => ({ parameter, detail: 'must be integer' }));
    return toFieldMessages({ problem: { code: 'VALIDATION_FAILED', errors } }, {}, { locale: 'en-GB' });
  };

  it("uses the app's own field names, each once", () => {
    expect(fields('rating', 'rating', 'totalAmount', 'currency').map(({ field }) => field)).toEqual([
      'stars',
      'totalToken',
    ]);
  });

  it('never shows the text of a service, for whatever field', () => {
    expect(fields('quantity', 'constructor')).toEqual([
      { field: 'quantity', message: 'Choose a number from 1 to 99.' },
      { field: 'constructor', message: 'Please check this.' },
    ]);
  });

  it('is empty where nothing was refused', () => {
    expect(toFieldMessages({}, {}, { locale: 'en-GB' })).toEqual([]);
  });
});
