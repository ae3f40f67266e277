/**
 * What a process asks of itself to see that rates count. None can be exceeded at every start, so each is seen where answers
 * list what they were counted by (`RateLimit-Policy`).
 */
import { randomUUID } from 'node:crypto';
import type { Probe } from './readiness.ts';
import { type Inject, type ProbeAnswer, type ProbeRequest, postOf } from './self-probe.ts';
import { type AskFor, anything, toOff, toSimplePost } from './self-probes.ts';

export interface RateProbesOptions {
  readonly mode: Probe['mode'];
  /** Good for everybody; without it, no point can be spent. */
  readonly plain: AskFor | undefined;
  /** What counts for each field that has a rate of its own; without it, the field's cannot be seen. */
  readonly fields: ReadonlyMap<
    string,
    { readonly document: AskFor; readonly variables?: object | undefined } | undefined
  >;
  /** Whether tokens are looked at, so that one can be refused. */
  readonly takesTokens: boolean;
  /** Whether people sign in here. */
  readonly hasSessions: boolean;
}

export function createRateProbes(inject: Inject, options: RateProbesOptions): Probe[] {
  const { mode, plain, fields, takesTokens, hasSessions } = options;

  function countsAs(guard: string, what: readonly string[], request: () => ProbeRequest): Probe {
    return { guard, mode, run: async () => isCountedAs(what, await inject('rate', request())) };
  }

  const ofFields = [...fields].map(([field, asked]) => {
    const guard = `field-rate ${field}`;
    return asked === undefined
      ? toOff(guard)
      : countsAs(guard, [field], () => postOf({ ...asked.document, variables: asked.variables }));
  });
  return [
    countsAs('anonymous-rate', ['anonymous'], () => toSimplePost({ query: anything })),
    plain === undefined ? toOff('point-rate') : countsAs('point-rate', ['points'], () => toOwn(plain)),
    ...ofFields,
    ...(takesTokens ? [countsAs('failure-rate', ['failures'], () => withoutToken)] : []),
    ...(hasSessions ? [countsAs('sign-in-rate', ['anonymous', 'failures'], () => signOut)] : []),
  ];
}

/** What says that it has a token, and has none. */
const withoutToken = postOf({ query: anything }, { authorization: 'none' });
/** A sign-out that no page has asked for: it counts, is refused, and counts as that, too. */
const signOut: ProbeRequest = { path: '/auth/logout', method: 'POST' };

/** No answer that was there already: such a one costs nothing. */
function toOwn(document: AskFor): ProbeRequest {
  return postOf(document, { 'idempotency-key': randomUUID() });
}

function isCountedAs(what: readonly string[], { headers }: ProbeAnswer): boolean {
  const policies = String(headers['ratelimit-policy']);
  return what.every((one) => policies.includes(`;comment="${one}"`));
}
