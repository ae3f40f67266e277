import { EventEmitter } from 'node:events';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Answer, SharedRun } from '../http/answer.ts';
import { createSharedAnswers } from './share-answers.ts';

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

function sharing() {
  const { share, allow } = createSharedAnswers(60_000);
  const runs: SharedRun[] = [];
  const ends: ((answer: Answer) => void)[] = [];
  const start = (run: SharedRun) => {
    runs.push(run);
    return new Promise<Answer>((resolve) => ends.push(resolve));
  };
  const ask = (request: FastifyRequest, { reply } = replying()) => share(request, reply, start);
  const end = (answer: Answer = data) => {
    for (const resolve of ends.splice(0)) resolve(answer);
  };
  open.push(end);
  return { ask, allow, runs, end };
}

const started = () => new Promise(setImmediate);

describe('createSharedAnswers', () => {
  it('shares nothing that was not allowed', () => {
    const { ask } = sharing();
    expect([ask(post({ query })), ask(get('?query={a}')), ask(post([{ query }])), ask(post(null))]).toEqual(
      Array(4).fill(undefined),
    );
  });

  it('makes one run of equal requests, whose body is the same bytes', async () => {
    const { ask, allow, runs, end } = sharing();
    allow({ query });
    const asked = [ask(post({ query })), ask(post({ query, operationName: undefined }))];
    await started();
    end();
    const [first, second] = await Promise.all(asked);
    expect(runs).toHaveLength(1);
    expect(first?.body).toBe(second?.body);
  });

  it.each([
    ['variables', post({ query, variables: { x: 1 } })],
    ['extensions', post({ query, extensions: { x: 1 } })],
    ['methods', get(`?query=${query}`)],
    ['languages', post({ query }, { 'accept-language': 'de' })],
    ['media types', post({ query }, { accept: 'application/json' })],
  ])('keeps requests with different %s apart', async (_what, other) => {
    const { ask, allow, runs, end } = sharing();
    allow({ query });
    const asked = [ask(post({ query })), ask(other)];
    await started();
    end();
    await Promise.all(asked);
    expect(runs).toHaveLength(2);
  });

  it('takes an operation for another one where its boolean variables differ', () => {
    const { ask, allow } = sharing();
    allow({ query, variables: { mine: false, id: 1 } });
    expect(ask(post({ query, variables: { mine: true, id: 1 } }))).toBeUndefined();
    expect(ask(get(`?query=${query}&variables={"mine":true}`))).toBeUndefined();
    expect(ask(post({ query, variables: { mine: false, id: 2 } }))).toBeDefined();
    expect(ask(get(`?query=${query}&variables={"mine":false}`))).toBeDefined();
  });

  it('remembers 1,000 operations, the newest', () => {
    const { ask, allow } = sharing();
    for (let index = 0; index <= 1_000; index += 1) allow({ query: `{ a${index} }` });
    expect(ask(post({ query: '{ a0 }' }))).toBeUndefined();
    expect(ask(post({ query: '{ a1 }' }))).toBeDefined();
    expect(ask(post({ query: '{ a1000 }' }))).toBeDefined();
  });

  it('remembers none that is long, whatever makes it so', () => {
    const { ask, allow } = sharing();
    const name = 'x'.repeat(10_000);
    for (const asked of [
      { query: `{ ${name} }` },
      { query, operationName: name },
      { query, variables: { [name]: true } },
    ]) {
      allow(asked);
      expect(ask(post(asked))).toBeUndefined();
    }
  });

  it('gives what is not shareable to the first caller only', async () => {
    const { ask, allow, end } = sharing();
    allow({ query });
    const asked = [ask(post({ query })), ask(post({ query }))];
    await started();
    end({ ...data, isShareable: false });
    const [first, second] = await Promise.all(asked);
    expect([first?.status, second]).toEqual([200, undefined]);
  });

  it('ends a run that is refused, answers nobody with it, and never shares its operation again', async () => {
    const { ask, allow, runs, end } = sharing();
    allow({ query });
    const asked = [ask(post({ query })), ask(post({ query }))];
    await started();
    runs[0]?.refuse();
    expect(runs[0]?.signal.aborted).toBe(true);
    end();
    expect(await Promise.all(asked)).toEqual([undefined, undefined]);
    allow({ query });
    expect(ask(post({ query }))).toBeUndefined();
  });

  it('ends a run when its last caller leaves, and only then', async () => {
    const { ask, allow, runs } = sharing();
    allow({ query });
    const [one, other] = [replying(), replying()];
    const asked = [ask(post({ query }), one), ask(post({ query }), other)];
    await started();
    one.leave();
    expect(runs[0]?.signal.aborted).toBe(false);
    other.leave();
    expect(runs[0]?.signal.reason).toMatchObject({ code: 'CANCELED' });
    expect(asked).toHaveLength(2);
  });

  it('does not count on callers who left before they were heard', () => {
    const { ask, allow, runs } = sharing();
    allow({ query });
    expect(ask(post({ query }), replying({ closed: true }))).toBeUndefined();
    expect(runs).toEqual([]);
  });

  it('tells every caller of a start that fails', async () => {
    const { share, allow } = createSharedAnswers(60_000);
    allow({ query });
    const failure = new Error('no context');
    const fail = () => Promise.reject(failure);
    const asked = [1, 2].map(() => share(post({ query }), replying().reply, fail));
    const outcomes = await Promise.allSettled(asked);
    expect(outcomes).toEqual(Array(2).fill({ status: 'rejected', reason: failure }));
  });
});
