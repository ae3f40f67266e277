/** Assembly: one probe for each guard of the assembly. */
import type { FastifyInstance } from 'fastify';
import type { LimitCode, Settings } from './config/settings.ts';
import type { ProbeDocuments } from './create-probe-documents.ts';
import { createRateProbes } from './http/rate-probes.ts';
import type { Probe } from './http/readiness.ts';
import { createInject, createSend, type Inject, type Refusals, type Send } from './http/self-probe.ts';
import {
  type AskFor,
  type Build,
  createBodyProbe,
  createBuildProbe,
  createCookieProbe,
  createDocumentProbe,
  createGetMutationProbe,
  createLimitProbe,
  createPreflightProbes,
} from './http/self-probes.ts';
import { createBoundTokensProbe, createTokenProbes, ownOrigin, type Prover } from './http/token-probes.ts';
import { createDpopKey } from './identity/dpop-key.ts';
import { toRateMode } from './limits/rate-mode.ts';

export interface ProbesOptions {
  readonly app: FastifyInstance;
  readonly settings: Settings;
  /** What is to be asked for, as this BFF can be asked for it. */
  readonly documents: ProbeDocuments;
  /** A build of an app that is answered no more, where there is one. */
  readonly retiredBuild: Build | undefined;
  /** Where callers may sign in by browser. */
  readonly sessionCookie: string | undefined;
  /** Whether callers may bring tokens. */
  readonly takesTokens: boolean;
  /** A key of the issuer's, once it was fetched: its id, and the public key in PEM. */
  readonly key: () => { readonly id: string; readonly publicKey: string };
}

/** Nothing is sent before they run. */
export function createProbes(options: ProbesOptions): Probe[] {
  const { app, settings, documents, sessionCookie, retiredBuild, takesTokens } = options;
  const { maxBodyBytes, limitModes, trustedDocuments } = settings;
  const inject = createInject(app);
  const send = createSend(inject);
  return [
    ...createPreflightProbes(send, documents.anything),
    ...(documents.mutation === undefined ? [] : [createGetMutationProbe(send, documents.mutation)]),
    createBodyProbe(send, maxBodyBytes, limitModes?.MAX_BODY_BYTES),
    ...(retiredBuild === undefined ? [] : [createBuildProbe(send, retiredBuild)]),
    ...createRateProbes(inject, {
      mode: toRateMode(settings),
      plain: documents.plain,
      fields: documents.ofFields,
      takesTokens,
      hasSessions: sessionCookie !== undefined,
    }),
    ...createIdentityProbes(inject, send, options),
    ...(sessionCookie === undefined ? [] : [createCookieProbe(send, sessionCookie)]),
    createDocumentProbe(send, documentModes[trustedDocuments]),
    ...createLimitProbes(send, options),
    ...createVariableProbes(send, options),
  ];
}

const documentModes = { enforce: 'enforce', log: 'measure', off: 'off' } as const;

function createIdentityProbes(inject: Inject, send: Send, { settings, takesTokens, key }: ProbesOptions): Probe[] {
  const { identity, dpop, dpopOrigin = ownOrigin } = settings;
  if (identity === undefined || !takesTokens) return [];
  const isBound = dpop === 'require';
  return [
    ...createTokenProbes(send, { ...identity, key, prover: isBound ? createProver(dpopOrigin) : undefined }),
    createBoundTokensProbe(inject, isBound ? 'enforce' : 'off'),
  ];
}

function createProver(origin: string): Prover {
  const { thumbprint, prove } = createDpopKey();
  return { thumbprint, prove: (token) => prove({ method: 'POST', url: `${origin}/graphql`, token }) };
}

function createLimitProbes(send: Send, { documents, settings }: ProbesOptions): Probe[] {
  const { environment, limitModes = {} } = settings;
  const probe = (guard: string, mode: Probe['mode'], document: AskFor | undefined, refusal: Refusals[number]) =>
    createLimitProbe(send, { guard, mode, document, refusals: [refusal] });
  const limit = (guard: string, code: LimitCode & Refusals[number], document: AskFor | undefined) =>
    probe(guard, limitModes[code] ?? 'enforce', document, code);
  const invalid = 'GRAPHQL_VALIDATION_FAILED';
  return [
    probe('reserved-names', 'enforce', documents.misnamed, invalid),
    probe('introspection', environment === 'production' ? 'enforce' : 'off', documents.introspection, invalid),
    limit('max-depth', 'MAX_DEPTH', documents.deep),
    // The parser refuses what has too many.
    probe('max-tokens', limitModes.MAX_TOKENS ?? 'enforce', documents.long, 'GRAPHQL_PARSE_FAILED'),
    limit('max-aliases', 'MAX_ALIASES', documents.aliased),
    limit('max-root-fields', 'MAX_ROOT_FIELDS', documents.manyRootFields),
    limit('max-directives', 'MAX_DIRECTIVES', documents.directed),
    limit('max-page-size', 'MAX_PAGE_SIZE', documents.overPage),
    limit('max-cost', 'MAX_COST', documents.overCost),
  ];
}

function createVariableProbes(send: Send, { documents, settings }: ProbesOptions): Probe[] {
  const { plain, overVariables } = documents;
  const mode = settings.limitModes?.MAX_VARIABLES ?? 'enforce';
  return Object.entries(overVariables).map(([guard, variables]) =>
    createLimitProbe(send, {
      ...{ guard, mode, variables, refusals: ['MAX_VARIABLES'] },
      document: variables === undefined ? undefined : plain,
    }),
  );
}
