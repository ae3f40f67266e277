/** Many people who ask for the same at the same time, in an order that a seed repeats, and what of others each is told. */
import { Agent, request } from 'undici';
import { createRandom, type Random } from './coherence-random.ts';
import type { BffKind, LeakBffs } from './leak-bffs.ts';
import { createLeakCallers, type LeakCaller } from './leak-callers.ts';

interface Question {
  readonly kind: BffKind;
  readonly query: string;
  /** Whether there is something of the caller's in every answer, where there is a caller. */
  readonly isPersonal: boolean;
}

const waveSize = 60;

const order = 'orders(first: 2) { edges { node { items { name } } } }';
const address = 'addresses(first: 2) { edges { node { label recipient } } }';
const questions: readonly Question[] = [
  { kind: 'web', isPersonal: true, query: `{ viewer { displayName email ${address} } }` },
  { kind: 'web', isPersonal: true, query: `{ viewer { cart { items { name } } ${order} } }` },
  { kind: 'web', isPersonal: true, query: '{ viewer { email } browse(first: 2) { edges { node { name brand } } } }' },
  { kind: 'web', isPersonal: false, query: '{ browse(first: 2) { totalCount edges { node { name brand } } } }' },
  {
    kind: 'web',
    isPersonal: true,
    query: 'mutation { updateProfile(input: { givenName: "A" }) { ... on UpdateProfileSuccess { viewer { email } } } }',
  },
  { kind: 'mobile', isPersonal: true, query: '{ accountScreen { displayName email } }' },
  { kind: 'mobile', isPersonal: true, query: '{ cartScreen { lines { name } defaultAddress { lines } } }' },
  { kind: 'mobile', isPersonal: false, query: '{ searchScreen(first: 2) { total tiles { name brand } } }' },
];

export interface LeakReport {
  /** What somebody was told of somebody else, or not told of themselves, with who and how. */
  readonly problems: readonly string[];
  readonly answers: number;
  /** Answers that were empty because the caller had them already. */
  readonly unchanged: number;
  /** Requests that were refused since it could not be found out who asked: Redis counts as away when it is slow. */
  readonly unanswered: number;
}

interface Told {
  readonly caller: LeakCaller;
  readonly question: Question;
  readonly status: number;
  readonly headers: object;
  /** For a 304, that of the answer which the caller was known to have. */
  readonly text: string;
}

/** What is wrong with an answer: somebody else in it, nothing of who asked, or an error where there is none to be. */
function judge({ caller, question, status, headers, text }: Told): string[] {
  const { account, how, isThief } = caller;
  const isOwn = question.isPersonal && account !== undefined;
  const named = new Set(`${text} ${JSON.stringify(headers)}`.match(/\bacc-00\d\b/g));
  const problems: string[] = [];
  const isNamed = account !== undefined && named.delete(account);
  if (named.size > 0) problems.push(`${[...named].join(', ')} was named`);
  if (status !== 503 && isOwn && !isNamed) problems.push('nothing of theirs was told');
  const isAnswered = isThief !== true && (isOwn || !question.isPersonal);
  if (status !== 503 && isAnswered && text.includes('"errors"')) problems.push('an error was told');
  if (status !== 503 && isThief && status !== 401) problems.push('something was told');
  return problems.map((what) => `${what} to ${account ?? 'nobody'} with ${how}: ${status} ${question.query}\n${text}`);
}

/** Asks as many waves of questions, those of one at once; resolves when all are answered. */
export async function runLeakCheck(bffs: LeakBffs, seed: number, waves: number): Promise<LeakReport> {
  const agent = new Agent({ connections: waveSize });
  const callers = await createLeakCallers(bffs);
  const textByEtag = new Map<string, string>();
  const problems: string[] = [];
  let unchanged = 0;
  let unanswered = 0;

  async function ask(random: Random): Promise<void> {
    const caller = random.pick(callers);
    const question = random.pick(questions.filter(({ kind }) => caller.kinds.includes(kind)));
    const { kind, query } = question;
    const isGet = !query.startsWith('mutation') && random.chance(0.5);
    // Whosever it was: a stranger's is in nobody's hands by right, but it must do no harm in them.
    const etag = isGet && random.chance(0.5) ? random.pick([...textByEtag.keys(), '"none"']) : undefined;
    const method = isGet ? 'GET' : 'POST';
    const url = `${random.pick(bffs.urls[kind])}/graphql`;
    const { statusCode, headers, body } = await request(isGet ? `${url}?${new URLSearchParams({ query })}` : url, {
      dispatcher: agent,
      method,
      headers: {
        ...{ 'content-type': 'application/json', 'x-csrf': '1', 'idempotency-key': `key-${random.below(3)}` },
        ...(etag === undefined ? {} : { 'if-none-match': etag }),
        ...caller.headersFor({ method, url }),
      },
      ...(isGet ? {} : { body: JSON.stringify({ query }) }),
    });
    const sent = await body.text();
    const isKnown = statusCode === 304;
    unchanged += isKnown ? 1 : 0;
    unanswered += statusCode === 503 ? 1 : 0;
    const text = isKnown ? (textByEtag.get(String(etag)) ?? 'nothing that was ever said') : sent;
    if (typeof headers.etag === 'string') textByEtag.set(headers.etag, text);
    problems.push(...judge({ caller, question, status: statusCode, headers, text }));
  }

  try {
    for (let wave = 0; wave < waves; wave += 1) {
      const random = createRandom(seed).fork(wave);
      await Promise.all(Array.from({ length: waveSize }, () => ask(random)));
    }
  } finally {
    await agent.destroy();
  }
  return { problems: [...problems, ...bffs.services.mistakes], answers: waves * waveSize, unchanged, unanswered };
}
