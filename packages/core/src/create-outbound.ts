/** Assembly: everything a call meets on its way to a service, top to bottom. */
import { createCoalesce } from './cache/coalesce.ts';
import { createHttpCache } from './cache/http-cache.ts';
import { createIsCurrent, type IsCurrent } from './cache/is-current.ts';
import { keptResponseCodec } from './cache/kept-response.ts';
import type { Stores } from './cache/store.ts';
import { type Call, createCall } from './client/call.ts';
import { createFetchJson } from './client/fetch-json.ts';
import { codeFromStatus } from './client/from-response.ts';
import { parseFrozen, parseJson } from './client/parse-json.ts';
import { createParseMemo } from './client/parse-memo.ts';
import { createTransport, type OutboundLayer, type TlsParts, type Transport } from './client/transport.ts';
import type { Settings } from './config/settings.ts';
import type { Events } from './events.ts';
import { createClientTokens } from './identity/client-token.ts';
import { createTokenRequest } from './identity/client-token-request.ts';
import { createCredentials } from './identity/credentials.ts';
import { createProvider } from './identity/provider.ts';
import { createTokenExchange } from './identity/token-exchange.ts';
import { createTokenVerifier, type FindKey, type VerifyToken } from './identity/token-verifier.ts';
import { compose } from './layer.ts';
import { createCallTelemetry } from './observability/call-telemetry.ts';
import { createAttemptTimeout } from './resilience/attempt-timeout.ts';

export interface Outbound {
  readonly call: Call;
  readonly isCurrent: IsCurrent;
  /** Absent without `identity` in the settings. */
  readonly verifyToken?: VerifyToken;
  /** What sessions need of the provider beside that. Absent without `identity`, too. */
  readonly provider?: { readonly findKey: FindKey; readonly send: Transport['send'] };
  /** Fetches the provider's keys; resolves to the id of one. Absent without `identity`, too. */
  readonly loadKeys?: () => Promise<string>;
  /** Ends the connections to services and provider; calls under way end first. */
  close(): Promise<void>;
}

export interface OutboundOptions {
  readonly settings: Settings;
  readonly events: Events;
  /** Where answers of services are kept; without it, none is. */
  readonly stores?: Stores | undefined;
}

/** Creates the way out of a BFF; the caller closes it. */
export function createOutbound({ settings, events, stores }: OutboundOptions): Outbound {
  const transport = createTransport({ maxResponseBytes: settings.maxResponseBytes, tls: tlsOf(settings) });
  const identity = createIdentity(settings, createFetchJson(transport));
  const httpCache = stores && createHttpCache({ store: stores.create('http', keptResponseCodec), asOf: stores.asOf });

  const layers: OutboundLayer[] = [
    // What is kept is no call, and is not reported as one.
    ...(httpCache === undefined ? [] : [httpCache.lookup]),
    createCallTelemetry(events, codeFromStatus),
    ...(settings.coalesce
      ? [createCoalesce({ isOnlyNode: settings.redisUrl === undefined && settings.workers === 1 })]
      : []),
    ...(httpCache === undefined ? [] : [httpCache.fill]),
    createAttemptTimeout({ timeoutMs: settings.attemptTimeoutMs }),
    ...(identity === undefined ? [] : [identity.credentials]),
  ];

  // Freezing costs half as much again as parsing, so it finds mistakes before production, not in it.
  const parse = settings.environment === 'production' ? parseJson : parseFrozen;
  const origins = Object.fromEntries(Object.entries(settings.services).map(([name, { origin }]) => [name, origin]));
  const send = compose(layers, transport.send);
  return {
    call: createCall(origins, send, { parse, parsePublic: createParseMemo(parse) }),
    isCurrent: createIsCurrent(send),
    ...(identity === undefined
      ? {}
      : {
          verifyToken: identity.verifyToken,
          loadKeys: identity.loadKeys,
          provider: { findKey: identity.findKey, send: transport.send },
        }),
    close: transport.close,
  };
}

function tlsOf({ services }: Settings): Record<string, TlsParts> {
  return Object.fromEntries(Object.values(services).flatMap(({ origin, tls }) => (tls ? [[origin, tls]] : [])));
}

function createIdentity({ identity, services }: Settings, fetchJson: ReturnType<typeof createFetchJson>) {
  if (identity === undefined) return undefined;
  const { issuer, audience, clientId, clientSecret } = identity;
  const provider = createProvider(issuer, fetchJson);
  const requestToken = createTokenRequest({ provider, fetchJson, clientId, clientSecret });
  return {
    credentials: createCredentials({
      clientTokens: createClientTokens(requestToken),
      exchange: createTokenExchange(requestToken),
      audienceOf: (service) => services[service]?.audience ?? `urn:facet:${service}`,
    }),
    findKey: provider.findKey,
    loadKeys: provider.loadKeys,
    verifyToken: createTokenVerifier({ issuer, audience, findKey: provider.findKey }),
  };
}
