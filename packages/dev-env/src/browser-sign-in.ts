/** Sign-in by browser at the embedded identity provider: code flow with PKCE, one page to sign in, one to sign out. */
import { text } from 'node:stream/consumers';
import type { Configuration, KoaContextWithOIDC, Provider } from 'oidc-provider';

const interactionPath = /^\/interaction\/[\w-]+$/;
const demoAccount = 'acc-001';

/** What redirect URIs and more a client has once it is known where its browsers go. */
export function toRedirects(origin: string | undefined) {
  if (origin === undefined) return { redirect_uris: [], response_types: [] };
  return {
    redirect_uris: [`${origin}/auth/callback`],
    response_types: ['code' as const],
    post_logout_redirect_uris: [`${origin}/`],
    backchannel_logout_uri: `${origin}/auth/backchannel-logout`,
    backchannel_logout_session_required: true,
  };
}

const daySeconds = 86_400;
export const browserLifetimes = {
  ...{ Interaction: 3_600, IdToken: 3_600 },
  ...{ Session: 14 * daySeconds, Grant: 14 * daySeconds, RefreshToken: 14 * daySeconds },
};

/** Nobody is asked for consent, refresh tokens are good for one use, and using one twice ends all of its grant. */
export const browserSignIn = {
  pkce: { required: () => true },
  issueRefreshToken: (_context, client) => client.grantTypeAllowed('refresh_token'),
  rotateRefreshToken: true,
  loadExistingGrant: grantAll,
  interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
  // The library's own refuses addresses of this machine, which is where a BFF is that hears of a logout.
  fetch: (url, options) => fetch(url, { ...(options as object), dispatcher: undefined } as object),
} satisfies Configuration;

export const browserFeatures = {
  // Authenticated clients revoke what was given to them.
  revocation: { enabled: true, allowedPolicy: (_context, client, token) => token.clientId === client.clientId },
  backchannelLogout: { enabled: true },
  rpInitiatedLogout: {
    enabled: true,
    logoutSource: (context, form) => {
      const button = '<button autofocus type="submit" form="op.logoutForm" name="logout" value="yes">Sign out</button>';
      context.body = toPage('Sign out', `${form}${button}`);
    },
    postLogoutSuccessSource: (context) => {
      context.body = toPage('Signed out', '<p>You are signed out.</p>');
    },
  },
} satisfies Configuration['features'];

async function grantAll({ oidc }: KoaContextWithOIDC) {
  const { client, session, provider, params } = oidc;
  if (client === undefined || session === undefined) return undefined;
  const known = session.grantIdFor(client.clientId);
  const found = known === undefined ? undefined : await provider.Grant.find(known);
  // What was revoked is not there any more, and is no reason to ask for ever.
  if (found !== undefined) return found;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId as string });
  grant.addOIDCScope(String(params?.scope));
  await grant.save();
  return grant;
}

/** Adds the page to sign in. `accounts` says who exists; nobody needs a password. */
export function addSignInPage(provider: Provider, accounts: (id: string) => boolean): void {
  provider.use(async (context, next) => {
    if (!interactionPath.test(context.path)) return next();
    const { req, res } = context;
    await provider.interactionDetails(req, res);
    if (context.method !== 'POST') {
      context.body = toSignInPage('');
      return;
    }
    const account = new URLSearchParams(await text(req)).get('account') ?? '';
    if (!accounts(account)) {
      context.status = 400;
      context.body = toSignInPage('<p role="alert">There is no such account.</p>');
      return;
    }
    context.status = 303;
    context.redirect(await provider.interactionResult(req, res, { login: { accountId: account } }));
  });
}

function toSignInPage(notice: string): string {
  const field = `<label>Account, <code>acc-001</code> to <code>acc-500</code><br><input name="account" value="${demoAccount}"></label>`;
  return toPage(
    'Sign in',
    `<form method="post">${notice}${field} <button autofocus type="submit">Sign in</button></form>`,
  );
}

function toPage(title: string, content: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><style>body{font:1rem/1.5 system-ui;margin:15vh auto;max-width:24rem;padding:0 1rem}
input,button{font:inherit;padding:.4rem .6rem}</style><main><h1>${title}</h1>
<p>The demo identity provider, for development only.</p>${content}</main></html>`;
}
