/** Assemblies that lack one guard each, as changes of their source: readiness must name what is missing. */
import type { SourceChange } from './plant-changes.ts';

export interface GuardMutant {
  readonly change: SourceChange;
  /** What `/readyz` says is open. */
  readonly open: readonly string[];
}

const assembly = (from: string, to = ''): SourceChange => ({ file: 'create-bff.ts', from, to });
const server = (from: string, to: string): SourceChange => ({ file: 'operation/operation-server.ts', from, to });

/** By the guard that is missing. */
export const guardMutants: Readonly<Record<string, GuardMutant>> = {
  "Apollo's own prevention": {
    change: server('csrfPrevention: true', 'csrfPrevention: false'),
    open: ['preflight'],
  },
  'closed introspection': { change: server('introspection: isOpen', 'introspection: true'), open: ['introspection'] },
  'rate of an address': { change: assembly('rates.addAfterAuthentication(api);'), open: ['anonymous-rate'] },
  'check of tokens': {
    change: assembly(
      'verifyToken: outbound.verifyToken,\n      checkTokenUse',
      'verifyToken: undefined,\n      checkTokenUse',
    ),
    open: ['token-signature', 'token-algorithm'],
  },
  'check of signatures': {
    change: { file: 'identity/token-verifier.ts', from: 'jwt.verify(token, key, {', to: 'jwt.decode(token, {' },
    open: ['token-signature', 'token-algorithm'],
  },
  'session of cookies': { change: assembly('await webSession?.addAuthentication(api);'), open: ['csrf'] },
  'check of cookies': {
    change: { file: 'identity/session-authenticate.ts', from: 'checkCsrf(request);', to: '' },
    open: ['csrf'],
  },
  'check of origins': {
    change: { file: 'identity/csrf.ts', from: '!isAllowedOrigin(origin)', to: 'false' },
    open: ['csrf'],
  },
  'gate of documents': {
    change: assembly('documents.addGate(api);'),
    // Nobody can ask for a document by its id then, so nothing else is tried.
    open: ['trusted-documents', 'reserved-names', 'introspection', 'max-depth', 'max-aliases', 'max-cost'],
  },
  'limits of documents': {
    change: assembly('createDocumentLimits({ settings, enforcement }),'),
    open: ['max-depth', 'max-aliases'],
  },
  'limit of bodies': {
    change: { file: 'http/server.ts', from: 'bodyLimit: settings.maxBodyBytes', to: 'bodyLimit: 2 ** 40' },
    open: ['body-size'],
  },
  'names that nobody may take': {
    change: assembly('const rules = [reservedNames];', 'const rules: never[] = [];'),
    open: ['reserved-names'],
  },
  'limit of cost': {
    change: assembly('planLimits.check(report, variables, context)', 'undefined'),
    open: ['max-cost'],
  },
};
