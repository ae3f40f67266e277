/** The web BFF without one of its guards, as `MUTANT` names it: prints what `/readyz` answers, and ends. Not to be imported, but to be run. */
import { guardMutants } from './guard-mutants.ts';
import { plantChanges } from './plant-changes.ts';

const { MUTANT: name = '', ISSUER: issuer = '', MODE = '' } = process.env;
const mutant = guardMutants[name];
if (mutant !== undefined) plantChanges(name, [mutant.change]);
// Core is loaded after its sources were changed.
const { createWebBff } = await import('@facet/web-bff');

// In production, sessions need an https issuer: outside of it, they are tried with everything else that can be switched on.
const modes = {
  production: { environment: 'production', trustedDocuments: 'enforce' },
  texts: { environment: 'production', trustedDocuments: 'off' },
  sessions: { environment: 'test', session: {}, rateLimits: 'enforce' },
} as const;

const bff = await createWebBff({
  ...modes[MODE as keyof typeof modes],
  port: 0,
  logLevel: 'silent',
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
