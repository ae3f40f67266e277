import { EventEmitter } from 'node:events';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Answer, SharedRun, Verdict } from '../http/answer.ts';
import { createSharedAnswers, type SharedAnswersOptions } from './share-answers.ts';

const query = '{ a }';

function post(body: unknown, headers: Record<string, string> = {}): FastifyRequest {
  return { method: 'POST', url: '/graphql', headers, body } as unknown as FastifyRequest;
}
function get(search: string): FastifyRequest {
  return { method: 'GET', url: `/graphql${search}`, headers: {} } as unknown as FastifyRequest;
}

/** A reply whose caller can leave. */
function replying({ closed = false } = {}): { reply: FastifyReply; leave: () => void } {
  const raw = Object.assign(new EventEmitter(), { closed, writableFinished: false });
  return { reply: { raw } as unknown as FastifyReply, leave: () => raw.emit('close') };
}

const data: Answer = { status: 200, headers: {}, body: '{"data":{}}', isShareable: true };

const open: (() => void)[] = [];
afterEach(async () => {
  await started();
  for (const end of open.splice(0)) end();
});

const toLocale = (acceptLanguage = 'en') => acceptLanguage.slice(0, 2);
const publicVerdict = { isPublic: true, maxAgeMs: 0, operations: [] } as const;

/** Operations are what `verdict` says; `undefined` decides nothing, as where a document is not valid. */
function sharing({ verdict = publicVerdict as Verdict | undefined, ...options }: Options = {}) {
  const { share, endFlights } = createSharedAnswers({ timeoutMs: 60_000, toLocale, ...options });
  const runs: SharedRun[] = [];
  const ends: ((answer: Answer) => void)[] = [];
  const start = (run: SharedRun) => {
    runs.push(run);
    if (verdict !== undefined) run.decide(verdict);
    return new Promise<Answer>((resolve) => ends.push(resolve));
  };
  const ask = (request: FastifyRequest, { reply } = replying()) => share(request, reply, start);
  const end = (answer: Answer = data) => {
    for (const resolve of ends.splice(0)) resolve(answer);
  };
  open.push(end);
  /** Has an operation known; counts begin after it. */
  const introduce = async (request: FastifyRequest) => {
    const answer = ask(request);
    await started();
    end();
    await answer;
    runs.length = 0;
  };
  return { ask, runs, end, endFlights, introduce };
}

type Options = Partial<SharedAnswersOptions> & { verdict?: Verdict | undefined };

const started = () => new Promise(setImmediate);

describe('createSharedAnswers', () => {
  it('has nothing to do with requests that ask nothing', () => {
    const { ask } = sharing();
    expect([ask(get('?a=b')), ask(post([{ query }])), ask(post(null)), ask(post({ query, operationName: 1 }))]).toEqual(
      Array(4).fill(undefined),
    );
  });

  it('makes one run of equal requests, whose body is the same bytes', async () => {
    const { ask, runs, end } = sharing();
    const asked = [ask(post({ query })), ask(post({ query, operationName: undefined }))];
    await started();
    asked.push(ask(post({ query })));
    end();
    const [first, second, third] = await Promise.all(asked);
    expect(runs).toHaveLength(1);
    expect(first?.body).toEqual(Buffer.from('{"data":{}}'));
    expect([second?.body, third?.body]).toEqual([first?.body, first?.body]);
    expect(second?.body).toBe(first?.body);
    expect(first?.body).toMatchObject({ buffer: { byteLength: Buffer.byteLength(String(data.body)) } });
  });

  it.each([
    ['variables', post({ query, variables: { x: 1 } })],
    ['extensions', post({ query, extensions: { x: 1 } })],
    ['methods', get(`?query=${query}`)],
    ['languages', post({ query }, { 'accept-language': 'de' })],
    ['media types', post({ query }, { accept: 'application/json' })],
  ])('keeps requests with different %s apart', async (_what, other) => {
    const { ask, runs, end } = sharing();
    const asked = [ask(post({ query })), ask(other)];
    await started();
    end();
    await Promise.all(asked);
    expect(runs).toHaveLength(2);
  });

  it('makes one run for languages that are answered in the same', async () => {
    const { ask, runs, end } = sharing();
    const asked = [undefined, 'en-GB', 'en;q=0.9'].map((language) =>
      ask(post({ query }, language === undefined ? {} : { 'accept-language': language })),
    );
    await started();
    end();
    await Promise.all(asked);
    expect(runs).toHaveLength(1);
  });

  it('leaves an operation that is not public to its callers, from the moment that is known', async () => {
    const { ask, runs, end } = sharing({ verdict: { isPublic: false } });
    const asked = [ask(post({ query })), ask(post({ query }))];
    expect(await asked[1]).toBeUndefined();
    expect(ask(post({ query }))).toBeUndefined();
    end();
    expect(await asked[0]).toBe(data);
    expect(runs.map(({ isPublic }) => isPublic)).toEqual([false]);
  });

  it('ends the run of such an operation when its own caller leaves, whoever asked with it', async () => {
    const { ask, runs } = sharing({ verdict: { isPublic: false } });
    const [one, other] = [replying(), replying()];
    const asked = [ask(post({ query }), one), ask(post({ query }), other)];
    await asked[1];
    other.leave();
    expect(runs[0]?.signal.aborted).toBe(false);
    one.leave();
    expect(runs[0]?.signal.aborted).toBe(true);
  });

  it('knows nothing of an operation that was never executed', async () => {
    const { ask, runs, end } = sharing({ verdict: undefined });
    const broken = { ...data, isShareable: false };
    const asked = ask(post({ query }));
    await started();
    end(broken);
    expect(await asked).toBe(broken);
    void ask(post({ query }));
    await started();
    expect(runs).toHaveLength(2);
  });

  it('takes an operation for another one where its boolean variables differ', async () => {
    const { ask, introduce } = sharing({ verdict: { isPublic: false } });
    await introduce(post({ query, variables: { mine: false, id: 1 } }));
    expect(ask(post({ query, variables: { mine: true, id: 1 } }))).toBeDefined();
    expect(ask(get(`?query=${query}&variables={"mine":true}`))).toBeDefined();
    expect(ask(post({ query, variables: { mine: false, id: 2 } }))).toBeUndefined();
    expect(ask(get(`?query=${query}&variables={"mine":false}`))).toBeUndefined();
  });

  it('remembers 1,000 operations, those of use', async () => {
    const { ask, introduce } = sharing({ verdict: { isPublic: false } });
    for (let index = 0; index <= 1_000; index += 1) {
      await introduce(post({ query: `{ a${index} }` }));
      expect(ask(post({ query: '{ a0 }' }))).toBeUndefined();
    }
    expect(ask(post({ query: '{ a1 }' }))).toBeDefined();
    expect(ask(post({ query: '{ a1000 }' }))).toBeUndefined();
  });

  it('has nothing to do with one that is long, whatever makes it so', () => {
    const { ask } = sharing();
    const name = 'x'.repeat(10_000);
    for (const asked of [
      { query: `{ ${name} }` },
      { query, operationName: name },
      { query, variables: { [name]: true } },
    ]) {
      expect(ask(post(asked))).toBeUndefined();
    }
  });

  it('gives what is not shareable to the first caller only', async () => {
    const { ask, end } = sharing();
    const asked = [ask(post({ query })), ask(post({ query }))];
    await started();
    end({ ...data, isShareable: false });
    const [first, second] = await Promise.all(asked);
    expect([first?.status, second]).toEqual([200, undefined]);
  });

  it('ends a run that is refused, answers nobody with it, and never shares its operation again', async () => {
    const { ask, runs, end } = sharing();
    const asked = [ask(post({ query })), ask(post({ query }))];
    await started();
    runs[0]?.refuse();
    expect(runs[0]?.signal.aborted).toBe(true);
    end();
    expect(await Promise.all(asked)).toEqual([undefined, undefined]);
    expect(ask(post({ query }))).toBeUndefined();
  });

  it('lets nobody join what began before a change', async () => {
    const { ask, runs, endFlights } = sharing();
    void ask(post({ query }));
    await started();
    endFlights();
    void ask(post({ query }));
    await started();
    expect(runs).toHaveLength(2);
  });

  it('ends a run when its last caller leaves, and only then', async () => {
    const { ask, runs } = sharing();
    const [one, other] = [replying(), replying()];
    void ask(post({ query }), one);
    void ask(post({ query }), other);
    await started();
    one.leave();
    expect(runs[0]?.signal.aborted).toBe(false);
    other.leave();
    expect(runs[0]?.signal.aborted).toBe(true);
    void ask(post({ query }));
    await started();
    expect(runs).toHaveLength(2);
  });

  it('does not count on callers who left before they were heard', () => {
    const { ask, runs } = sharing();
    expect(ask(post({ query }), replying({ closed: true }))).toBeUndefined();
    expect(runs).toEqual([]);
  });

  it('tells every caller of a start that fails', async () => {
    const { share } = createSharedAnswers({ timeoutMs: 60_000, toLocale });
    const failure = new Error('no context');
    const fail = () => Promise.reject(failure);
    const asked = [1, 2].map(async () => share(post({ query }), replying().reply, fail));
    const outcomes = await Promise.allSettled(asked);
    expect(outcomes).toEqual(Array(2).fill({ status: 'rejected', reason: failure }));
  });
});
