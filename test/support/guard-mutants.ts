/** Assemblies that lack one guard each, as changes of their source: readiness must name what is missing. */
import type { SourceChange } from './plant-changes.ts';

/** As the program runs: with trusted documents, with any, with bound tokens only, with sessions. */
export type GuardMode = 'production' | 'texts' | 'proofs' | 'sessions';

export interface GuardMutant {
  readonly change: SourceChange;
  /** Of the program; `production` by default. */
  readonly mode?: GuardMode;
  /** What `/readyz` says is open. */
  readonly open: readonly string[];
}

const assembly = (from: string, to = ''): SourceChange => ({ file: 'create-bff.ts', from, to });
const server = (from: string, to: string): SourceChange => ({ file: 'operation/operation-server.ts', from, to });

const variables = (from: string, to: string): SourceChange => ({ file: 'limits/variables-size.ts', from, to });
/** A finder that finds nothing. */
const finder = (code: string): SourceChange => ({
  file: 'limits/document-excesses.ts',
  from: `  ${code}: (`,
  to: `  ${code}: () => undefined, ${code}_UNUSED: (`,
});
const unsigned: SourceChange = {
  file: 'identity/token-verifier.ts',
  from: 'jwt.verify(token, key, {',
  to: 'jwt.decode(token, {',
};
const ofVariables = ['max-variables', 'max-variable-depth', 'max-variable-bytes'];
const ofTexts = [
  ...['reserved-names', 'introspection', 'max-depth', 'max-tokens', 'max-aliases', 'max-root-fields'],
  ...['max-directives', 'max-page-size', 'max-cost'],
];

/** By the guard that is missing. */
export const guardMutants: Readonly<Record<string, GuardMutant>> = {
  "Apollo's own prevention": {
    change: server('csrfPrevention: true', 'csrfPrevention: false'),
    open: ['preflight'],
  },
  'closed introspection': { change: server('introspection: isOpen', 'introspection: true'), open: ['introspection'] },
  'rate of an address': { change: assembly('rates.addAfterAuthentication(api);'), open: ['anonymous-rate'] },
  'check of tokens': {
    change: assembly('verifyToken: outbound.verifyToken,\n      schemes', 'verifyToken: undefined,\n      schemes'),
    open: ['failure-rate', 'token-signature', 'token-algorithm'],
  },
  'check of signatures': {
    change: unsigned,
    open: ['token-signature', 'token-algorithm'],
  },
  'check of signatures, where tokens are bound': {
    change: unsigned,
    mode: 'proofs',
    open: ['token-signature', 'token-algorithm'],
  },
  'session of cookies': {
    change: assembly('await webSession?.addAuthentication(api);'),
    mode: 'sessions',
    open: ['csrf'],
  },
  'check of cookies': {
    change: { file: 'identity/session-authenticate.ts', from: 'checkCsrf(request);', to: '' },
    mode: 'sessions',
    open: ['csrf'],
  },
  'check of origins': {
    change: { file: 'identity/csrf.ts', from: '!isAllowedOrigin(origin)', to: 'false' },
    mode: 'sessions',
    open: ['csrf'],
  },
  'gate of documents': {
    change: assembly('documents.addGate(api);'),
    // Nobody can ask for a document by its id then, so nothing else is tried.
    open: ['point-rate', 'field-rate Mutation.checkout', 'trusted-documents', ...ofTexts, ...ofVariables],
  },
  'limits of documents': {
    change: assembly('createDocumentLimits({ settings, enforcement }),'),
    open: ['max-depth', 'max-aliases', 'max-root-fields', 'max-directives', ...ofVariables],
  },
  'limit of bodies': {
    change: { file: 'http/server.ts', from: 'bodyLimit: toBodyLimit(settings)', to: 'bodyLimit: 2 ** 40' },
    open: ['body-size'],
  },
  'names that nobody may take': {
    change: assembly('const rules = [reservedNames];', 'const rules: never[] = [];'),
    open: ['reserved-names'],
  },
  'limit of cost': {
    change: assembly('planLimits.check(report, variables, context)', 'undefined'),
    open: ['max-page-size', 'max-cost'],
  },
  'limit of tokens': {
    change: server('{ maxTokens: settings.maxTokens }', '{}'),
    open: ['max-tokens'],
  },
  'limit of root fields': { change: finder('MAX_ROOT_FIELDS'), open: ['max-root-fields'] },
  'limit of directives': { change: finder('MAX_DIRECTIVES'), open: ['max-directives'] },
  'limit of pages': {
    change: { file: 'limits/plan-limits.ts', from: 'isPageOn ? findTooLong(', to: 'false ? findTooLong(' },
    open: ['max-page-size'],
  },
  'limit of the number of variables': {
    change: variables('names.length > maxVariables', 'false'),
    open: ['max-variables'],
  },
  'limit of the depth of variables': {
    change: variables('if (depth <= maxVariableDepth) continue;', 'continue;'),
    open: ['max-variable-depth'],
  },
  'limit of the size of variables': {
    change: variables('if (byteCount <= maxVariableBytes) return undefined;', 'return undefined;'),
    open: ['max-variable-bytes'],
  },
  'limit of points': {
    change: assembly('return rates.take(context.loaders, { ...report, document: args.document }, cost);'),
    open: ['point-rate', 'field-rate Mutation.checkout'],
  },
  'payer of points': {
    change: assembly('rates.begin(execution.loaders, request, reply);'),
    open: ['point-rate', 'field-rate Mutation.checkout'],
  },
  'limits of fields': {
    change: {
      file: 'create-rates.ts',
      from: 'new Map(fields.map(([field, limit]) => [field, limiterOf(field, limit)]))',
      to: 'new Map()',
    },
    open: ['field-rate Mutation.checkout'],
  },
  'limit of failures': {
    change: assembly('rates.addBeforeAuthentication(api);'),
    open: ['failure-rate'],
  },
  'limit of sign-ins': {
    change: assembly('rates.addWhereSignedIn(auth, isOfSession);'),
    mode: 'sessions',
    open: ['sign-in-rate'],
  },
  'refusal of tokens that are bound to nothing': {
    change: assembly('schemes: tokenSchemes[settings.dpop]', "schemes: tokenSchemes['accept']"),
    mode: 'proofs',
    open: ['bound-tokens'],
  },
};
