// For whom a request is made: the person of its token, or the one whom a service acts for.
import { badParameter, Problem } from '../problem.ts';
import type { Caller } from './token-check.ts';

const idPattern = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** The services that may act for people, by the client id of their own tokens. */
const actingServices: readonly string[] = ['orders'];

/**
 * The caller with the account that `Facet-Subject` names. Throws a 403 problem when the operation takes no subject
 * (`isTaken`), or the token is not the own one of a service that may act for people.
 */
export function actFor(caller: Caller, subject: string | string[] | undefined, isTaken: boolean): Caller {
  if (subject === undefined) return caller;
  const isService = caller.accountId === null && actingServices.includes(caller.clientId);
  if (!isTaken || !isService) {
    throw new Problem('FORBIDDEN', 'Facet-Subject is for services that act for a person; leave it out.');
  }
  if (typeof subject !== 'string' || !idPattern.test(subject)) throw badParameter('Facet-Subject', 'is no account id');
  return { ...caller, accountId: subject };
}

/** Throws a 403 problem when the caller is not the service of that name, whomever it acts for. */
export function requireService(caller: Caller, service: string): void {
  if (caller.clientId === service) return;
  throw new Problem('FORBIDDEN', `Only the service ${service} may do this.`);
}
