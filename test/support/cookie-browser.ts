/** A browser without pages: follows redirects, keeps cookies by host and path until they expire. */
import { request } from 'undici';

export interface Visit {
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

export interface VisitOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Stays where it is sent on. */
  readonly stay?: boolean;
}

export interface CookieBrowser {
  /** Goes to an address, and on to wherever it is sent. */
  go(url: string, options?: VisitOptions): Promise<Visit>;
  /** Fills in the form of a page that `go` brought, and goes where that leads. */
  submit(page: Visit, fields: Readonly<Record<string, string>>): Promise<Visit>;
  /** Of those that would be sent to this address. */
  cookie(url: string, name: string): string | undefined;
  /** Their names and values. */
  cookies(url: string): readonly (readonly [string, string])[];
  setCookie(url: string, name: string, value: string): void;
  /** Everything that any answer has said to this browser: status lines aside, headers and bodies. */
  readonly heard: readonly string[];
}

interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly path: string;
}

const maxRedirects = 10;

/** Cookies belong to a host and its port here: real browsers take no notice of ports. */
export function createCookieBrowser(): CookieBrowser {
  const jars = new Map<string, Map<string, Cookie>>();
  const heard: string[] = [];

  function jarOf(url: string): Map<string, Cookie> {
    const { host } = new URL(url);
    const jar = jars.get(host) ?? new Map<string, Cookie>();
    jars.set(host, jar);
    return jar;
  }

  function put(url: string, cookie: Cookie): void {
    jarOf(url).set(keyOf(cookie), cookie);
  }

  function keep(url: string, setCookie: string): void {
    const [pair = '', ...attributes] = setCookie.split(';').map((part) => part.trim());
    const name = pair.slice(0, pair.indexOf('='));
    const expires = attributes.find((attribute) => /^expires=/i.test(attribute))?.slice('expires='.length);
    const path = attributes.find((attribute) => /^path=/i.test(attribute))?.slice('path='.length) ?? '/';
    const isGone = attributes.some((text) => /^max-age=0$/i.test(text)) || Date.parse(expires ?? '') < Date.now();
    if (isGone) jarOf(url).delete(keyOf({ name, path }));
    else put(url, { name, path, value: pair.slice(name.length + 1) });
  }

  function sentTo(url: string): Cookie[] {
    const { pathname } = new URL(url);
    const isBelow = (path: string) => pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`);
    return [...jarOf(url).values()].filter(({ path }) => isBelow(path));
  }

  async function visit(url: string, { method = 'GET', headers = {}, body }: VisitOptions): Promise<Visit> {
    const cookies = sentTo(url)
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
    const answer = await request(url, {
      method: method as 'GET',
      headers: { ...(cookies === '' ? {} : { cookie: cookies }), ...headers },
      body: body ?? null,
    });
    const text = await answer.body.text();
    heard.push(JSON.stringify(answer.headers), text);
    for (const line of [answer.headers['set-cookie'] ?? []].flat()) keep(url, line);
    return { url, status: answer.statusCode, headers: answer.headers, text };
  }

  async function go(url: string, options: VisitOptions = {}): Promise<Visit> {
    let page = await visit(url, options);
    for (let count = 0; count < maxRedirects; count += 1) {
      const { location } = page.headers;
      if (options.stay === true || typeof location !== 'string') return page;
      page = await visit(new URL(location, page.url).href, {});
    }
    throw new Error(`${url} leads nowhere: more than ${maxRedirects} redirects`);
  }

  return {
    go,
    heard,
    async submit(page, fields) {
      const action = /<form[^>]* action="([^"]+)"/.exec(page.text)?.[1] ?? page.url;
      const hidden = [...page.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
      const form = new URLSearchParams({
        ...Object.fromEntries(hidden.map(([, name, value]) => [name, value])),
        ...fields,
      });
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      return go(new URL(action, page.url).href, { method: 'POST', headers, body: String(form) });
    },
    cookie: (url, name) => sentTo(url).find((cookie) => cookie.name === name)?.value,
    cookies: (url) => sentTo(url).map(({ name, value }) => [name, value]),
    setCookie: (url, name, value) => put(url, { name, value, path: '/' }),
  };
}

function keyOf({ name, path }: Pick<Cookie, 'name' | 'path'>): string {
  return `${name} ${path}`;
}
