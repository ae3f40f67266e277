import { describe, expect, it } from '@jest/globals';
import { createDpopKey } from './dpop-key.ts';
import { readDpopProof, verifyDpopProof } from './dpop-proof.ts';

describe('createDpopKey', () => {
  const use = { method: 'POST', url: 'https://app.example/graphql', token: 'a.b.c' };

  it('makes proofs of itself, for one request with one token, each another', () => {
    const key = createDpopKey();
    const proofs = [key.prove(use), key.prove(use)].map(readDpopProof);
    expect(proofs.map(({ thumbprint }) => thumbprint)).toEqual([key.thumbprint, key.thumbprint]);
    const [one, other] = proofs.map(verifyDpopProof);
    expect(one).toMatchObject({ htm: 'POST', htu: use.url });
    expect(Math.abs(Date.now() / 1_000 - (one?.iat ?? 0))).toBeLessThan(5);
    expect(one?.jti).not.toBe(other?.jti);
  });

  it('is another one each time', () => {
    expect(createDpopKey().thumbprint).not.toBe(createDpopKey().thumbprint);
  });
});
