/** Asks the embedded identity provider for a demo person's access token, as any client would: over HTTP. */
export const DEMO_GRANT = 'urn:facet:grant-type:demo';
export const DEMO_CLIENT = 'facet-demo';

/**
 * A fresh token of an account (`acc-001` … `acc-500`), for BFFs, or with all scopes for the service of an audience; bound
 * to the key with the thumbprint `jkt`, where one is given (RFC 9449).
 * Throws an Error that says what to do when nothing answers at the issuer, or when it refuses the account.
 */
export async function requestDemoToken(
  issuer: string,
  account: string,
  audience?: string,
  jkt?: string,
): Promise<string> {
  const resource = audience === undefined ? {} : { resource: audience };
  const key = jkt === undefined ? {} : { dpop_jkt: jkt };
  const response = await fetch(`${issuer}/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: DEMO_GRANT, client_id: DEMO_CLIENT, account, ...resource, ...key }),
    headers: { connection: 'close' },
    signal: AbortSignal.timeout(5_000),
  }).catch((cause: unknown) => {
    throw new Error(`No identity provider answers at ${issuer}: start Facet with \`npm start\` first.`, { cause });
  });
  const body = (await response.json().catch(() => ({}))) as Partial<
    Record<'access_token' | 'error' | 'error_description', string>
  >;
  if (body.access_token !== undefined) return body.access_token;
  throw new Error(
    `${issuer} gave no token for "${account}": ${body.error_description ?? body.error ?? `HTTP ${response.status}`}`,
  );
}
