/** What `npm start` prints once everything answers. */
import type { Constellation } from './constellation.ts';

interface DemoPerson {
  account: string;
  token: string;
}

// One line each and no single quotes: they are pasted into a shell.
const webQuery =
  '{ viewer { displayName } browse(first: 3) { totalCount edges { node { name price { amount currency } ratingSummary { average } } } } }';
const mobileQuery = '{ homeScreen { offers { tiles { name price oldPrice imageUrl(width: 160, density: 3) } } } }';

/** Names every URL, a demo token, one `curl` per BFF, and how to stop. Ends with a newline. */
export function renderWelcome({ web, mobile, services, identity }: Constellation, { account, token }: DemoPerson) {
  const webUrl = new URL('/graphql', web).href;
  const mobileUrl = new URL('/graphql', mobile).href;
  const places = [
    ['web', webUrl],
    ['mobile', mobileUrl],
    ...Object.entries(services),
    ['identity', identity.issuer],
  ].map(([name = '', url]) => `  ${name.padEnd(10)} ${url}`);

  return [
    'Facet is ready.',
    '',
    ...places,
    '',
    `A token of ${account} for apps, mobile and web API alike, for the next hour (\`pnpm token [account]\` prints a fresh one):`,
    `  ${token}`,
    '',
    `Sign in at the web BFF by browser, as ${account} or anybody (a page then asks with its cookie and x-csrf: 1):`,
    `  ${new URL('/auth/login?returnTo=/auth/session', web).href}`,
    '',
    'Ask the web BFF, as that person:',
    `  ${renderCurl(webUrl, webQuery, `authorization: Bearer ${token}`)}`,
    '',
    'Ask the mobile BFF, as anybody:',
    `  ${renderCurl(mobileUrl, mobileQuery, 'accept-language: en')}`,
    '',
    'Ctrl-C stops all of it.',
    '',
  ].join('\n');
}

function renderCurl(url: string, query: string, header: string): string {
  return `curl -s ${url} -H 'content-type: application/json' -H '${header}' -d '${JSON.stringify({ query })}'`;
}
