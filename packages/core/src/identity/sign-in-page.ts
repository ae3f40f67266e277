/** What a person reads where a sign-in came to nothing: words and links alone, so that no policy refuses any of it. */
import type { ErrorCode } from '../errors/error-codes.ts';

export interface SignInRefusal {
  readonly code: ErrorCode;
  readonly traceId: string;
  /** Path to which the person was on the way; `/` where nobody knows. */
  readonly returnTo: string;
}

interface Words {
  /** What happened. */
  readonly what: string;
  /** What to do. */
  readonly advice: string;
}

const away: Words = {
  what: 'Signing in is not possible at the moment: a service that is needed for it does not answer.',
  advice: 'Wait a minute, then sign in again.',
};

const words: Readonly<Partial<Record<ErrorCode, Words>>> = {
  BAD_REQUEST: {
    what: 'This sign-in is not under way in this browser: it took too long, others were begun after it, or it is done.',
    advice: 'Go to the start page, or sign in again from here.',
  },
  BAD_USER_INPUT: {
    what: 'The link that you followed leads to a page that is not on this site.',
    advice: 'Sign in from here, then look for the page.',
  },
  UNAUTHENTICATED: { what: 'The sign-in was not completed.', advice: 'Sign in again from here.' },
  FORBIDDEN: { what: 'Your browser opened the sign-in before you asked for it.', advice: 'Sign in from here.' },
  RATE_LIMITED: {
    what: 'There were too many attempts to sign in from your network within a minute.',
    advice: 'Wait a minute, then sign in again.',
  },
  UPSTREAM_UNAVAILABLE: away,
  UPSTREAM_TIMEOUT: away,
  UPSTREAM_INVALID_RESPONSE: {
    what: 'The service that signed you in told this site something that it cannot use.',
    advice: 'You have done nothing wrong, and trying again may not help: tell the people who run this site.',
  },
};
const otherwise: Words = { what: 'Something went wrong on our side.', advice: 'Wait a minute, then sign in again.' };

/** A whole HTML page in English, without script, style or image. */
export function toSignInPage({ code, traceId, returnTo }: SignInRefusal): string {
  const { what, advice } = words[code] ?? otherwise;
  const again = returnTo === '/' ? '/auth/login' : `/auth/login?${new URLSearchParams({ returnTo })}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The sign-in did not work</title>
</head>
<body>
<main>
<h1>The sign-in did not work</h1>
<p>${what}</p>
<p>${advice}</p>
<ul>
<li><a href="${toHtml(again)}">Sign in again</a></li>
<li><a href="/">Go to the start page</a></li>
</ul>
<p>If you ask for help, say this number: <code>${toHtml(traceId)}</code></p>
</main>
</body>
</html>
`;
}

function toHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
