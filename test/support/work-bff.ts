/** A BFF through whose one field a test executes what it likes, in the context of a real request. */
import { type BffSettings, createBff, type ResolverContext } from '@facet/core';

export interface WorkBff {
  /** Runs work in a request of its own and resolves to its value. */
  inRequest<T>(
    work: (context: ResolverContext) => T | PromiseLike<T>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<T>;
  close(): Promise<void>;
}

const patience = { attemptTimeoutMs: 10_000, requestTimeoutMs: 15_000 };

export async function startWorkBff(settings: Pick<BffSettings, 'services' | 'identity' | 'cache'>): Promise<WorkBff> {
  let work: (context: ResolverContext) => Promise<void> = async () => undefined;
  const bff = await createBff({
    name: 'work-bff',
    typeDefs: 'type Query { work: Boolean }',
    resolvers: {
      Query: { work: (_source: unknown, _args: unknown, context: ResolverContext) => work(context).then(() => true) },
    },
    // What one operation does is something else each time, so nothing can be foreseen.
    settings: { environment: 'test', port: 0, logLevel: 'silent', speculate: false, ...settings, ...patience },
  });
  const url = await bff.listen();
  return {
    async inRequest<T>(given: (context: ResolverContext) => T | PromiseLike<T>, headers = {}) {
      const results: T[] = [];
      work = async (context) => {
        results.push(await given(context));
      };
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: '{"query":"{ work }"}',
      });
      const text = await response.text();
      if (results.length === 0) throw new Error(`The work did not end: ${text}`);
      return results[0] as T;
    },
    close: () => bff.close(),
  };
}
