/** A BFF with a login to guess at, whose rates are limits. */
import { type Bff, type BffSettings, createBff } from '@facet/core';
import type { TestIssuer } from './test-issuer.ts';

const typeDefs = `
  type Query { me: String }
  type Mutation { login(password: String): Boolean, other: Boolean }
`;

export interface Told {
  readonly status: number;
  readonly code: string | undefined;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever the answer has
  readonly json: any;
}

export interface RatedBff {
  readonly url: string;
  /** Passwords that were tried. */
  readonly tried: string[];
  ask(query: string, headers?: Readonly<Record<string, string>>): Promise<Told>;
  close(): Promise<void>;
}

/** Creates it; `tried` gets the passwords. */
export function createRatedBff(
  { issuer, audience }: TestIssuer,
  settings: Partial<BffSettings>,
  tried: string[] = [],
): Promise<Bff> {
  const login = (_source: unknown, { password }: { password: string }) => tried.push(password) > 0;
  return createBff({
    name: 'rated-bff',
    typeDefs,
    resolvers: { Query: { me: () => 'me' }, Mutation: { login, other: () => true } },
    settings: {
      environment: 'test',
      port: 0,
      logLevel: 'silent',
      rateLimits: 'enforce',
      identity: { issuer, audience, clientId: 'web-bff', clientSecret: 'secret' },
      ...settings,
    },
  });
}

export async function startRatedBff(issuer: TestIssuer, settings: Partial<BffSettings> = {}): Promise<RatedBff> {
  const tried: string[] = [];
  const bff = await createRatedBff(issuer, settings, tried);
  const url = await bff.listen();
  return {
    url,
    tried,
    async ask(query, headers = {}) {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query }),
      });
      // biome-ignore lint/suspicious/noExplicitAny: as above
      const json: any = await response.json();
      return { status: response.status, code: json.errors?.[0].extensions.code, headers: response.headers, json };
    },
    close: () => bff.close(),
  };
}
