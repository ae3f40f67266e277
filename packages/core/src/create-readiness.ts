/** Assembly: what the process asks of itself before it takes traffic. */
import type { FastifyInstance } from 'fastify';
import type { LimitCode, Settings } from './config/settings.ts';
import type { Log, RequestContext } from './context/request-context.ts';
import type { ProbeDocuments } from './create-probe-documents.ts';
import type { Events } from './events.ts';
import { createReadiness, type Probe, type Readiness } from './http/readiness.ts';
import { createInject, createSend, isSelfProbe, type Refusals, type Send } from './http/self-probe.ts';
import {
  type Build,
  createBodyProbe,
  createBuildProbe,
  createCookieProbe,
  createDocumentProbe,
  createGetMutationProbe,
  createLimitProbe,
  createPreflightProbes,
  createRateProbe,
  createTokenProbes,
} from './http/self-probes.ts';
import { toRateMode } from './limits/rate-mode.ts';

export interface BffReadinessOptions {
  readonly app: FastifyInstance;
  readonly settings: Settings;
  readonly log: Log;
  /** What is to be asked for, as this BFF can be asked for it. */
  readonly documents: ProbeDocuments;
  /** A build of an app that is answered no more, where there is one. */
  readonly retiredBuild: Build | undefined;
  /** Where callers may sign in by browser. */
  readonly sessionCookie: string | undefined;
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
    probes: createProbes(options, () => key),
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
    limit: heard(events.limit),
    untrusted: heard(events.untrusted),
    rate: heard(events.rate),
    error: heard(events.error),
    audit: (event) => {
      if (!isSelfProbe(event.requestId)) events.audit(event);
    },
  };
}

function createProbes(options: BffReadinessOptions, key: () => { id: string; publicKey: string }): Probe[] {
  const { app, settings, documents, sessionCookie, loadKeys, retiredBuild } = options;
  const { identity, trustedDocuments } = settings;
  const inject = createInject(app);
  const send = createSend(inject);
  return [
    ...createPreflightProbes(send, documents.anything),
    ...(documents.mutation === undefined ? [] : [createGetMutationProbe(send, documents.mutation)]),
    createBodyProbe(send, settings.maxBodyBytes),
    ...(retiredBuild === undefined ? [] : [createBuildProbe(send, retiredBuild)]),
    createRateProbe(inject, toRateMode(settings)),
    ...(identity === undefined || loadKeys === undefined ? [] : createTokenProbes(send, { ...identity, key })),
    ...(sessionCookie === undefined ? [] : [createCookieProbe(send, sessionCookie)]),
    createDocumentProbe(send, documentModes[trustedDocuments]),
    ...createLimitProbes(send, options),
  ];
}

const documentModes = { enforce: 'enforce', log: 'measure', off: 'off' } as const;

function createLimitProbes(send: Send, { documents, settings }: BffReadinessOptions): Probe[] {
  const { environment, limitModes = {} } = settings;
  const limit = (guard: string, code: LimitCode & Refusals[number], document: ProbeDocuments['deep']) =>
    createLimitProbe(send, { guard, mode: limitModes[code] ?? 'enforce', document, refusals: [code] });
  return [
    createLimitProbe(send, {
      guard: 'reserved-names',
      mode: 'enforce',
      document: documents.misnamed,
      refusals: ['GRAPHQL_VALIDATION_FAILED'],
    }),
    createLimitProbe(send, {
      guard: 'introspection',
      mode: environment === 'production' ? 'enforce' : 'off',
      document: documents.introspection,
      refusals: ['GRAPHQL_VALIDATION_FAILED'],
    }),
    limit('max-depth', 'MAX_DEPTH', documents.deep),
    limit('max-aliases', 'MAX_ALIASES', documents.aliased),
    limit('max-cost', 'MAX_COST', documents.overCost),
  ];
}
