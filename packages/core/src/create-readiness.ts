/** Assembly: what the process asks of itself before it takes traffic. */
import type { Log, RequestContext } from './context/request-context.ts';
import { createProbes, type ProbesOptions } from './create-probes.ts';
import type { Events } from './events.ts';
import { createReadiness, type Readiness } from './http/readiness.ts';
import { isSelfProbe } from './http/self-probe.ts';

export interface BffReadinessOptions extends Omit<ProbesOptions, 'key' | 'takesTokens'> {
  readonly log: Log;
  /** Fetches the key set; resolves to the id of one key. */
  readonly loadKeys: (() => Promise<string>) | undefined;
  /** The public key of an id, in PEM. */
  readonly findKey: ((id: string) => Promise<string>) | undefined;
  readonly isDraining: () => boolean;
  readonly findDegraded: () => readonly string[];
}

/** Creates it, with a probe for each guard of the assembly. */
export function createBffReadiness(options: BffReadinessOptions): Readiness {
  const { log, loadKeys, findKey, isDraining, findDegraded } = options;
  let key = { id: '', publicKey: '' };
  const keys = loadKeys &&
    findKey && {
      name: 'keys',
      get: async () => {
        const id = await loadKeys();
        key = { id, publicKey: await findKey(id) };
      },
    };
  return createReadiness({
    probes: createProbes({ ...options, takesTokens: loadKeys !== undefined, key: () => key }),
    needs: keys === undefined ? [] : [keys],
    isDraining,
    findDegraded,
    onMissing: (need, err) => log.warn({ need, err }, 'not ready yet'),
    onOpen: (guards) => log.error({ guards }, 'guards do not refuse what they are there for: not ready'),
  });
}

/** Leaves out what the process asked itself: a probe is no attack, and nobody's operation. */
export function withoutProbes(events: Events): Events {
  const heard =
    <Event extends { readonly context: Pick<RequestContext, 'requestId'> }>(report: (event: Event) => void) =>
    (event: Event) => {
      if (!isSelfProbe(event.context.requestId)) report(event);
    };
  return {
    ...events,
    operation: heard(events.operation),
    execution: heard(events.execution),
    limit: heard(events.limit),
    untrusted: heard(events.untrusted),
    rate: heard(events.rate),
    error: heard(events.error),
    audit: (event) => {
      if (!isSelfProbe(event.requestId)) events.audit(event);
    },
  };
}
