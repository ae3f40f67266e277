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
import { createTransport, type OutboundLayer } from './client/transport.ts';
import type { Settings } from './config/settings.ts';
import type { Events } from './events.ts';
import { createClientToken } from './identity/client-token.ts';
import { createCredentials } from './identity/credentials.ts';
import { createProvider } from './identity/provider.ts';
import { createTokenVerifier, type VerifyToken } from './identity/token-verifier.ts';
import { compose } from './layer.ts';
import { createCallTelemetry } from './observability/call-telemetry.ts';
import { createAttemptTimeout } from './resilience/attempt-timeout.ts';

export interface Outbound {
  readonly call: Call;
  readonly isCurrent: IsCurrent;
  /** Absent without `identity` in the settings. */
  readonly verifyToken?: VerifyToken;
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
  const transport = createTransport({ maxResponseBytes: settings.maxResponseBytes });
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
    ...(identity === undefined ? {} : { verifyToken: identity.verifyToken }),
    close: transport.close,
  };
}

function createIdentity({ identity }: Settings, fetchJson: ReturnType<typeof createFetchJson>) {
  if (identity === undefined) return undefined;
  const { issuer, audience, clientId, clientSecret } = identity;
  const provider = createProvider(issuer, fetchJson);
  const clientToken = createClientToken({ provider, fetchJson, clientId, clientSecret, audience });
  return {
    credentials: createCredentials(clientToken),
    verifyToken: createTokenVerifier({ issuer, audience, findKey: provider.findKey }),
  };
}
