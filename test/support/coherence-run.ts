/** One run of the coherence test: people read and write through several BFF processes, and every answer is judged. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, request as send } from 'undici';
import { type BffProcess, startBffProcess } from './coherence-bffs.ts';
import { type Answer, createJudge, type Judge, maxAgeOf } from './coherence-check.ts';
import { createRandom, type Random } from './coherence-random.ts';
import {
  type Person,
  type ReadRequest,
  toHttp,
  toRead,
  toReadAfter,
  toWrite,
  type WriteRequest,
} from './coherence-requests.ts';
import { type CoherenceService, startCoherenceService } from './coherence-service.ts';
import { tableNames } from './coherence-tables.ts';
import { startTestIssuer } from './test-issuer.ts';

export interface CoherenceOptions {
  readonly seed: number;
  /** Requests. */
  readonly runs: number;
  readonly redisUrl: string;
  /** What is wrong with the BFFs, of `coherence-mutants.ts`. */
  readonly mutant?: string;
}

export interface CoherenceSummary {
  readonly seed: number;
  /** What was wrong with the first answer that was; the run ended with it. */
  readonly problems: readonly string[];
  reads: number;
  writes: number;
  /** Answers that a client may use again, and those that it was told it has. */
  reusable: number;
  notModified: number;
  withErrors: number;
  personal: number;
  serviceCalls: number;
  serviceNotModified: number;
  /** Of one request, in milliseconds. */
  longestMs: number;
}

/** People who take turns at their own pace, several at a time as themselves. */
const accounts = ['acc-a', 'acc-b', 'acc-c', 'acc-a', undefined, undefined];
/** Between two requests of one of them: freshness is counted in seconds, and some of them have to pass. */
const longestPauseMs = 50;
const outsideChangeMs = 500;
const writeRate = 0.12;
const sameAgainRate = 0.25;

/** Runs until all requests are answered or one is wrong; everything that it starts has ended then. */
export async function runCoherence(options: CoherenceOptions): Promise<CoherenceSummary> {
  const { seed, redisUrl, mutant } = options;
  const random = createRandom(seed);
  const issuer = await startTestIssuer();
  const service = await startCoherenceService(random.fork(1_000));
  const start = () => startBffProcess({ origin: service.origin, issuer: issuer.issuer, redisUrl, mutant });
  const started = await Promise.allSettled([start(), start()]);
  const bffs = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const failed = started.find((one) => one.status === 'rejected');
  const agent = new Agent({ connections: 50 });
  try {
    if (failed !== undefined) throw failed.reason;
    const toPerson = (account: string | undefined): Person => ({
      account,
      headers: account === undefined ? {} : { authorization: `Bearer ${issuer.token(account)}` },
    });
    return await play({ ...options, bffs, service, random, agent, people: accounts.map(toPerson) });
  } finally {
    await agent.destroy();
    await Promise.all(bffs.map((bff) => bff.stop()));
    await service.close();
    await issuer.close();
  }
}

interface Play extends CoherenceOptions {
  readonly bffs: readonly BffProcess[];
  readonly service: CoherenceService;
  readonly random: Random;
  readonly agent: Agent;
  readonly people: readonly Person[];
}

interface UnderWay {
  readonly sentAt: number;
  /** When the first was sent of those that were under way then. */
  readonly since: number;
}

/** What all people of a run have in common. */
interface Course {
  readonly play: Play;
  readonly judge: Judge;
  readonly summary: CoherenceSummary & { readonly problems: string[] };
  readonly underWay: Set<UnderWay>;
  /** The last answer to each GET that has an entity tag. */
  readonly had: Map<string, { readonly etag: string; readonly text: string }>;
  left: number;
}

async function play(play: Play): Promise<CoherenceSummary> {
  const { seed, runs, service, people, random } = play;
  const summary = {
    seed,
    problems: [],
    reads: 0,
    writes: 0,
    reusable: 0,
    notModified: 0,
    withErrors: 0,
    personal: 0,
    serviceCalls: 0,
    serviceNotModified: 0,
    longestMs: 0,
  };
  const course: Course = {
    play,
    judge: createJudge(service.tables),
    summary,
    underWay: new Set(),
    had: new Map(),
    left: runs,
  };
  const stirring = stir(course, random.fork(2_000));
  await Promise.all(people.map((person, index) => live(course, person, random.fork(index))));
  await stirring;
  // A call under way may be joined across a change of another process then: whoever looks for the cause is to know.
  if (course.summary.problems.length > 0 && play.bffs.some((bff) => bff.missedRedis())) {
    course.summary.problems.push('Redis was late or away meanwhile');
  }
  summary.serviceCalls = service.counts.calls;
  summary.serviceNotModified = service.counts.notModified;
  return summary;
}

const isOver = ({ left, summary }: Course) => left <= 0 || summary.problems.length > 0;

/** Rows change that no BFF hears of. */
async function stir(course: Course, random: Random): Promise<void> {
  const { tables } = course.play.service;
  while (!isOver(course)) {
    await sleep(random.below(outsideChangeMs));
    const table = random.pick(tableNames);
    const keys = tables.keys(table);
    if (keys.length > 0) tables.change({ table, key: random.pick(keys) });
  }
}

async function live(course: Course, person: Person, random: Random): Promise<void> {
  const { bffs } = course.play;
  while (!isOver(course)) {
    await sleep(random.below(longestPauseMs));
    if (person.account !== undefined && random.chance(writeRate)) {
      await writeAndRead(course, person, random);
      continue;
    }
    // Several at once ask the same of one process or of both.
    const count = random.chance(sameAgainRate) ? 3 : 1;
    const request = toRead(random);
    const asked = Array.from({ length: count }, () => random.pick(bffs));
    await Promise.all(asked.map((bff) => ask(course, person, request, bff)));
  }
}

/** Reads at once what it wrote, from every process, while others do. */
async function writeAndRead(course: Course, person: Person, random: Random): Promise<void> {
  const { bffs } = course.play;
  const request = toWrite(random, `w${course.left}`);
  const after = toReadAfter(random, request);
  const before = bffs.map((bff) => ask(course, person, after, bff));
  await ask(course, person, request, random.pick(bffs));
  await Promise.all(bffs.map((bff) => ask(course, person, after, bff)));
  await Promise.all(before);
}

async function ask(course: Course, person: Person, request: ReadRequest | WriteRequest, bff: BffProcess) {
  const { play, judge, summary, underWay, had } = course;
  const { method, path, headers, body } = toHttp(request, person);
  const isRead = request.kind === 'read';
  const place = isRead ? `${path} ${request.locale}` : '';
  const known = isRead && method === 'GET' && request.isConditional ? had.get(place) : undefined;
  course.left -= 1;
  const sentAt = Date.now();
  const others = [...underWay];
  // Who asks for what is being answered gets that, and it may be made of what somebody else was fetching already.
  const begunAt = Math.min(sentAt, ...others.map(({ since }) => since));
  const own = { sentAt, since: Math.min(sentAt, ...others.map((other) => other.sentAt)) };
  underWay.add(own);
  const response = await send(bff.url + path, {
    method,
    dispatcher: play.agent,
    headers: known === undefined ? headers : { ...headers, 'if-none-match': known.etag },
    ...(body === undefined ? {} : { body }),
  });
  const given = await response.body.text();
  const receivedAt = Date.now();
  underWay.delete(own);
  summary.longestMs = Math.max(summary.longestMs, receivedAt - sentAt);
  const { etag, 'cache-control': cacheControl } = response.headers as Readonly<Record<string, string | undefined>>;
  const status = response.statusCode;
  const text = status === 304 && known !== undefined ? known.text : given;
  if (etag !== undefined && isRead && method === 'GET') had.set(place, { etag, text });
  const answer: Answer = { request, person, begunAt, sentAt, receivedAt, status, cacheControl, text };
  count(summary, answer);
  const problems = judge.judge(answer);
  // Those of later answers may follow from the first.
  if (summary.problems.length === 0) summary.problems.push(...problems);
}

function count(summary: CoherenceSummary, { request, cacheControl, status, text }: Answer): void {
  const isRead = request.kind === 'read';
  summary[isRead ? 'reads' : 'writes'] += 1;
  if (isRead && request.operation.isPersonal) summary.personal += 1;
  if (maxAgeOf(cacheControl) > 0) summary.reusable += 1;
  if (status === 304) summary.notModified += 1;
  if (text.includes('"errors"')) summary.withErrors += 1;
}
