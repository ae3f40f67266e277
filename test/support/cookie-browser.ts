/** A browser without pages: follows redirects, keeps cookies by host as their names and attributes demand. */
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
  cookie(url: string, name: string): string | undefined;
  setCookie(url: string, name: string, value: string): void;
  /** Everything that any answer has said to this browser: status lines aside, headers and bodies. */
  readonly heard: readonly string[];
}

const maxRedirects = 10;

/** Cookies belong to a host and its port here: real browsers take no notice of ports. */
export function createCookieBrowser(): CookieBrowser {
  const jars = new Map<string, Map<string, string>>();
  const heard: string[] = [];

  function jarOf(url: string): Map<string, string> {
    const { host } = new URL(url);
    const jar = jars.get(host) ?? new Map<string, string>();
    jars.set(host, jar);
    return jar;
  }

  function keep(url: string, setCookie: string): void {
    const [pair = '', ...attributes] = setCookie.split(';').map((part) => part.trim());
    const name = pair.slice(0, pair.indexOf('='));
    const expires = attributes.find((attribute) => /^expires=/i.test(attribute))?.slice('expires='.length);
    const isGone = attributes.some((text) => /^max-age=0$/i.test(text)) || Date.parse(expires ?? '') < Date.now();
    if (isGone) jarOf(url).delete(name);
    else jarOf(url).set(name, pair.slice(name.length + 1));
  }

  async function visit(url: string, { method = 'GET', headers = {}, body }: VisitOptions): Promise<Visit> {
    const cookies = [...jarOf(url)].map(([name, value]) => `${name}=${value}`).join('; ');
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
    cookie: (url, name) => jarOf(url).get(name),
    setCookie: (url, name, value) => void jarOf(url).set(name, value),
  };
}
