/** The provider as a browser's sign-in needs it: code flow with PKCE, refresh, revocation, logout (openid-client). */
import type { Configuration, CustomFetch, TokenEndpointResponse } from 'openid-client';
import { FacetError } from '../errors/facet-error.ts';
import { toTargetParameters } from './client-token-request.ts';
import type { SessionTokens } from './session-store.ts';

type OpenidClient = typeof import('openid-client');

export interface SessionProviderOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The audience that access tokens are asked for: as `resource` (RFC 8707) where it is a URI, otherwise as `audience`. */
  readonly audience: string;
  readonly scopes: readonly string[];
  /** Whether the issuer may be reached without TLS: on this machine, in development. */
  readonly allowHttp: boolean;
  readonly fetch: CustomFetch;
  /** Milliseconds since the epoch; `Date.now` by default. */
  readonly now?: () => number;
}

/** What a callback must fit: only the browser that began the sign-in has it. */
export interface SignInChecks {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface SignedIn {
  readonly subject: string;
  readonly sid?: string;
  readonly tokens: SessionTokens;
}

export interface SessionProvider {
  /** Begins a sign-in: where to send the browser, and what to keep for its return. */
  begin(redirectUri: string): Promise<{ readonly url: URL; readonly checks: SignInChecks }>;
  /** Ends it. Rejects with UNAUTHENTICATED where the provider refused or the answer does not fit. */
  redeem(callback: URL, checks: SignInChecks): Promise<SignedIn>;
  /** New tokens; `undefined` where the provider takes the refresh token no more. */
  refresh(refreshToken: string, subject: string): Promise<SessionTokens | undefined>;
  /** Tells the provider that nobody will use it again, where it wants to know (RFC 7009). */
  revoke(refreshToken: string): Promise<void>;
  /** Where a browser signs out of the provider itself (RP-initiated logout); `undefined` where it cannot. */
  endSessionUrl(returnTo: string): Promise<string | undefined>;
}

/** An access token is renewed half a minute before it expires, or in the last tenth of a shorter life. */
const maxRenewBeforeMs = 30_000;
/** Where the provider does not say how long a token lives. */
const assumedLifetimeSeconds = 300;

/** Reads the provider's metadata at first need. Every method rejects with UPSTREAM_UNAVAILABLE when it is away. */
export function createSessionProvider(options: SessionProviderOptions): SessionProvider {
  const { audience, scopes, now = Date.now } = options;
  const target = toTargetParameters({ audience, scope: '' });
  let pending: Promise<{ client: OpenidClient; config: Configuration }> | undefined;

  function discovered() {
    pending ??= discover(options).catch((reason) => {
      pending = undefined;
      throw away(reason);
    });
    return pending;
  }

  function toTokens({ access_token, refresh_token, expires_in }: TokenEndpointResponse): SessionTokens {
    const lifetimeMs = (expires_in ?? assumedLifetimeSeconds) * 1_000;
    const expiresAt = now() + lifetimeMs;
    const renewAt = expiresAt - Math.min(maxRenewBeforeMs, lifetimeMs / 10);
    const tokens = { accessToken: access_token, renewAt, expiresAt };
    return refresh_token === undefined ? tokens : { ...tokens, refreshToken: refresh_token };
  }

  return {
    async begin(redirectUri) {
      const { client, config } = await discovered();
      const checks = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      };
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: scopes.join(' '),
        ...target,
        state: checks.state,
        nonce: checks.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(checks.verifier),
        code_challenge_method: 'S256',
      });
      return { url, checks };
    },
    async redeem(callback, { state, nonce, verifier }) {
      const { client, config } = await discovered();
      const expected = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier };
      try {
        const answer = await client.authorizationCodeGrant(config, callback, expected, target);
        const { sub: subject, sid } = answer.claims() as { sub: string; sid?: unknown };
        return { subject, ...(typeof sid === 'string' ? { sid } : {}), tokens: toTokens(answer) };
      } catch (reason) {
        if (isAway(client, reason)) throw away(reason);
        throw new FacetError('UNAUTHENTICATED', { message: refused, cause: withoutSecrets(reason) });
      }
    },
    async refresh(refreshToken, subject) {
      const { client, config } = await discovered();
      try {
        const answer = await client.refreshTokenGrant(config, refreshToken, target);
        const claims = answer.claims();
        if (claims !== undefined && claims.sub !== subject) return undefined;
        const tokens = toTokens(answer);
        return tokens.refreshToken === undefined ? { ...tokens, refreshToken } : tokens;
      } catch (reason) {
        if (reason instanceof client.ResponseBodyError && reason.error === 'invalid_grant') return undefined;
        throw away(reason);
      }
    },
    async revoke(refreshToken) {
      const { client, config } = await discovered();
      if (config.serverMetadata().revocation_endpoint === undefined) return;
      await client.tokenRevocation(config, refreshToken, { token_type_hint: 'refresh_token' }).catch((reason) => {
        throw away(reason);
      });
    },
    async endSessionUrl(returnTo) {
      const { client, config } = await discovered();
      if (config.serverMetadata().end_session_endpoint === undefined) return undefined;
      // Without id_token_hint: no token travels through the browser. The provider may ask the person to confirm.
      return client.buildEndSessionUrl(config, { post_logout_redirect_uri: returnTo }).href;
    },
  };
}

const refused = 'The sign-in was not completed. Start again at /auth/login.';

/**
 * Loaded at first need: whoever has no sessions does not pay for it. ID tokens come from the provider itself, over TLS,
 * so their signatures are not checked (OpenID Connect Core 1.0, 3.1.3.7): a key set that is away when a refresh token
 * was just spent would cost the session.
 */
async function discover({ issuer, clientId, clientSecret, allowHttp, fetch }: SessionProviderOptions) {
  const client = await import('openid-client');
  const config = await client.discovery(new URL(issuer), clientId, undefined, client.ClientSecretBasic(clientSecret), {
    [client.customFetch]: fetch,
    execute: allowHttp ? [client.allowInsecureRequests] : [],
  });
  return { client, config };
}

/** What comes neither from the browser nor from the provider's judgement about it. */
function isAway(client: OpenidClient, reason: unknown): boolean {
  if (reason instanceof FacetError) return true;
  if (reason instanceof client.ResponseBodyError) return reason.error !== 'invalid_grant';
  const { cause } = reason as { cause?: unknown };
  return cause instanceof FacetError || cause instanceof Response;
}

function away(reason: unknown): FacetError {
  const message = 'The identity provider is not available. Try again shortly.';
  return new FacetError('UPSTREAM_UNAVAILABLE', { message, cause: withoutSecrets(reason) });
}

/** Causes of openid-client's errors may hold whole answers of the provider, tokens included: the log gets names alone. */
function withoutSecrets(reason: unknown): Error {
  const { name, code, error, message } = reason as Record<'name' | 'code' | 'error' | 'message', unknown>;
  return new Error([name, code, error, message].filter((part) => typeof part === 'string').join(': '));
}
