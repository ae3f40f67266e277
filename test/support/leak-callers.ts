/** The people of the test of leaks: each account by every way there is to say who one is, nobody, and two thieves. */
import { createDpopKey } from '@facet/core/testing';
import type { BffKind, LeakBffs } from './leak-bffs.ts';
import { sessionCookie, signedIn } from './signed-in.ts';

export interface LeakCaller {
  /** How they say who they are. */
  readonly how: string;
  /** Whose data may be in an answer: nobody's for `undefined`. */
  readonly account?: string;
  /** Whether they are nobody whom anything may be told, public or not. */
  readonly isThief?: true;
  readonly kinds: readonly BffKind[];
  /** Of one request, to an address without its query. */
  headersFor(use: { readonly method: string; readonly url: string }): Readonly<Record<string, string>>;
}

const accounts = Array.from({ length: 6 }, (_, at) => `acc-00${at + 1}`);
const both = ['web', 'mobile'] as const;

export async function createLeakCallers(bffs: LeakBffs): Promise<LeakCaller[]> {
  const people = accounts.flatMap((account) => [
    withBearer(bffs, account),
    withCookie(bffs, account),
    withDpop(bffs, account),
  ]);
  const nobody: LeakCaller = { how: 'nothing', kinds: both, headersFor: () => ({}) };
  return [...(await Promise.all([...people, ...createThieves(bffs)])), nobody];
}

async function withBearer({ provider }: LeakBffs, account: string): Promise<LeakCaller> {
  const headers = { authorization: `Bearer ${await provider.token(account)}` };
  return { how: 'a bearer token', account, kinds: both, headersFor: () => headers };
}

async function withCookie({ urls }: LeakBffs, account: string): Promise<LeakCaller> {
  const [web = ''] = urls.web;
  const cookie = (await signedIn(web, account)).cookie(web, sessionCookie);
  const headers = { cookie: `${sessionCookie}=${cookie}`, origin: web };
  return { how: 'a cookie', account, kinds: ['web'], headersFor: () => headers };
}

async function withDpop({ provider }: LeakBffs, account: string): Promise<LeakCaller> {
  const key = createDpopKey();
  const token = await provider.token(account, undefined, key.thumbprint);
  const headersFor: LeakCaller['headersFor'] = (use) => ({
    authorization: `DPoP ${token}`,
    dpop: key.prove({ ...use, token }),
  });
  return { how: 'a bound token', account, kinds: both, headersFor };
}

/** They have a token of one person, which they cannot prove to be theirs. */
function createThieves({ provider }: LeakBffs): Promise<LeakCaller>[] {
  const [own, another] = [createDpopKey(), createDpopKey()];
  const [one = '', other = ''] = accounts;

  async function withProofOfAnotherKey(): Promise<LeakCaller> {
    const token = await provider.token(one, undefined, own.thumbprint);
    const headersFor: LeakCaller['headersFor'] = (use) => ({
      authorization: `DPoP ${token}`,
      dpop: another.prove({ ...use, token }),
    });
    return { how: "a proof of another's key", isThief: true, kinds: both, headersFor };
  }

  async function withProofForAnotherToken(): Promise<LeakCaller> {
    const [token, proven] = await Promise.all(
      [one, other].map((each) => provider.token(each, undefined, own.thumbprint)),
    );
    const headersFor: LeakCaller['headersFor'] = (use) => ({
      authorization: `DPoP ${token}`,
      dpop: own.prove({ ...use, token: String(proven) }),
    });
    return { how: "a proof for another's token", isThief: true, kinds: both, headersFor };
  }

  return [withProofOfAnotherKey(), withProofForAnotherToken()];
}
