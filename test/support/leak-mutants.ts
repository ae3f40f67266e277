/** Ways to mix people up, as changes of core's source: the test of leaks must find every one of them. */
import type { SourceChange } from './plant-changes.ts';

/** By what is wrong with them. */
export const leakMutants: Readonly<Record<string, readonly SourceChange[]>> = {
  'gives one person the answer that another waits for': [
    { file: 'cache/coalesce.ts', from: "audience === 'principal' ? context.principal?.token : ''", to: "''" },
  ],
  "exchanges one person's token for all": [
    { file: 'identity/token-exchange.ts', from: "hash('sha256', subjectToken, 'base64url')", to: "subjectToken && ''" },
  ],
  'knows a token by how it begins': [
    {
      file: 'identity/token-verifier.ts',
      from: "hash('sha256', token, 'base64url')",
      to: "hash('sha256', token.slice(0, 40), 'base64url')",
    },
  ],
  'takes any proof for any token': [
    { file: 'identity/dpop.ts', from: 'given.thumbprint !== boundTo', to: 'false' },
    { file: 'identity/dpop.ts', from: "ath !== hash('sha256', use.token, 'base64url')", to: 'false' },
  ],
  "sends the caller's token for what is public": [
    { file: 'identity/credentials.ts', from: "audience === 'principal' ? 'user' : 'client'", to: "'user'" },
    {
      file: 'identity/credentials.ts',
      from: "audience === 'principal' ? request.context.principal?.token : ''",
      to: 'request.context.principal?.token',
    },
    { file: 'loaders/row.ts', from: "audience === 'public' ? 'client' : 'user'", to: "'user'" },
  ],
  'takes every operation for public': [
    { file: 'operation/is-public.ts', from: "source.binding.row.audience === 'public'", to: 'true' },
    { file: 'operation/is-public.ts', from: 'if (auth !== undefined) return false;', to: '' },
    { file: 'operation/is-public.ts', from: 'guard === undefined && ', to: '' },
    { file: 'operation/is-public.ts', from: "cacheHint.scope === 'public' && ", to: '' },
    { file: 'http/shared-context.ts', from: 'return run.isPublic;', to: 'return false;' },
    { file: 'http/shared-context.ts', from: 'if (run.isPublic) run.refuse();', to: '' },
  ],
};
