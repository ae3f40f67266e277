/** The web BFF without one of its guards, as `MUTANT` names it: prints what `/readyz` answers, after what it logs on `LOG_LEVEL`, and ends. Not to be imported, but to be run. */
import { type GuardMode, guardMutants } from './guard-mutants.ts';
import { plantChanges } from './plant-changes.ts';

const { MUTANT: name = '', ISSUER: issuer = '', MODE = '', LOG_LEVEL = 'silent' } = process.env;
const mutant = guardMutants[name];
if (mutant !== undefined) plantChanges(name, [mutant.change]);
// Core is loaded after its sources were changed.
const { createWebBff } = await import('@facet/web-bff');

// In production, sessions need an https issuer: outside of it, they are tried with everything else that can be switched on.
const modes = {
  production: { environment: 'production', trustedDocuments: 'enforce', fieldRates: { 'Mutation.checkout': 10 } },
  texts: { environment: 'production', trustedDocuments: 'off' },
  proofs: { environment: 'production', dpop: 'require', dpopOrigin: 'https://shop.example' },
  sessions: { environment: 'test', session: {}, rateLimits: 'enforce' },
} as const satisfies Record<GuardMode, object>;

const bff = await createWebBff({
  ...modes[MODE as GuardMode],
  port: 0,
  logLevel: LOG_LEVEL as 'silent' | 'info',
  // Nobody is there: guards refuse before anybody is asked.
  services: Object.fromEntries(
    ['catalog', 'inventory', 'reviews', 'accounts', 'carts', 'orders', 'payments'].map((service) => [
      service,
      { origin: 'http://localhost:1' },
    ]),
  ),
  identity: { issuer, audience: 'urn:facet:api', clientId: 'web-bff', clientSecret: 'secret' },
});
const answer = await fetch(`${await bff.listen()}/readyz`);
process.stdout.write(JSON.stringify({ httpStatus: answer.status, ...((await answer.json()) as object) }));
await bff.close();
