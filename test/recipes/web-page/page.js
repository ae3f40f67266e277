/** What a page of the web app does to sign in, to ask and to sign out. No token ever gets here. */

/** `{ signedIn, subject, endsAt, idleEndsAt }`; asking does not make the session last longer. */
export async function readSession() {
  const answer = await fetch('/auth/session');
  return answer.status === 401 ? { signedIn: false } : answer.json();
}

export function signIn() {
  location.assign(`/auth/login?returnTo=${encodeURIComponent(location.pathname)}`);
}

export async function ask(query, variables) {
  const headers = { 'content-type': 'application/json', 'x-csrf': '1' };
  const answer = await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  if (answer.status === 401) signIn();
  return answer.json();
}

/** Ends the session here, then the one that the browser has with the provider. */
export async function signOut() {
  const answer = await fetch('/auth/logout', { method: 'POST', headers: { 'x-csrf': '1' } });
  const { logoutUrl = '/' } = await answer.json();
  location.assign(logoutUrl);
}
