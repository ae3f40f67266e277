import { getEventListeners } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Agent } from 'undici';
import type { OutboundRequest, OutboundResponse, TokenKind } from '../client/transport.ts';
import type { Principal, RequestContext } from '../context/request-context.ts';
import { FacetError } from '../errors/facet-error.ts';
import { createCoalesce } from './coalesce.ts';

/** Echoes what decides an answer, each request once it is released. */
const held = new Set<() => void>();
const server: Server = createServer((request, response) => {
  const { authorization = null, 'x-tenant': tenant = null } = request.headers;
  const answer = () =>
    response.end(JSON.stringify({ method: request.method, url: request.url, authorization, tenant }));
  held.add(answer);
  response.once('close', () => held.delete(answer));
});
const release = () => {
  for (const answer of held) answer();
};

const agent = new Agent();
let origin: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await agent.close();
  await new Promise((resolve) => server.close(resolve));
});

interface Asking {
  readonly method?: string;
  readonly audience?: 'public' | 'principal';
  /** The caller's. */
  readonly token?: string | null;
  readonly kind?: TokenKind;
  readonly headers?: Readonly<Record<string, string>>;
  readonly path?: string;
  readonly signal?: AbortSignal;
}

function toRequest(asking: Asking): OutboundRequest {
  const { method = 'GET', audience = 'public', token = null, headers = {}, path = '/', signal, kind } = asking;
  const principal = token === null ? null : ({ token } as Principal);
  const context = { principal } as RequestContext;
  const alive = signal ?? new AbortController().signal;
  const what = { service: 's', operationId: 'o', origin, method, path, headers, token: kind };
  return { ...what, audience, context, signal: alive };
}

/** The layer over the wire, with credentials inside, as the assembly has them; knows how many equal calls are under way. */
function coalescing() {
  const underWay = new Map<string, number>();
  const count = { calls: 0, mostAtOnce: 0 };
  const send = createCoalesce()(async ({ method, path, audience, context, headers, signal }) => {
    const token = audience === 'principal' ? context.principal?.token : 'bff';
    const all = { ...headers, authorization: `Bearer ${token}` };
    const kind = JSON.stringify([method, path, audience, token, headers['x-tenant']]);
    const change = (by: number) => underWay.set(kind, (underWay.get(kind) ?? 0) + by);
    change(1);
    count.calls += 1;
    if (method === 'GET') count.mostAtOnce = Math.max(count.mostAtOnce, underWay.get(kind) ?? 0);
    const leave = () => change(-1);
    signal.addEventListener('abort', leave, { once: true });
    try {
      const answer = await agent.request({ origin, path, method: method as 'GET', headers: all, signal });
      return { status: answer.statusCode, headers: answer.headers, body: await answer.body.bytes() };
    } finally {
      signal.removeEventListener('abort', leave);
      if (!signal.aborted) change(-1);
    }
  });
  return { send, count };
}

const read = ({ body }: OutboundResponse) => JSON.parse(Buffer.from(body).toString());
const until = async (isSo: () => boolean) => {
  while (!isSo()) await new Promise(setImmediate);
};

/** Answers everything until the promise is settled. */
async function released<T>(promise: Promise<T>): Promise<T> {
  let isSettled = false;
  const settle = () => {
    isSettled = true;
  };
  promise.then(settle, settle);
  await until(() => {
    release();
    return isSettled;
  });
  return promise;
}

describe('createCoalesce', () => {
  it('makes one call of equal GETs under way, and another afterwards', async () => {
    const { send, count } = coalescing();
    const asked = [1, 2, 3].map((id) =>
      send(toRequest({ headers: { 'x-request-id': `${id}`, traceparent: `${id}` } })),
    );
    await until(() => held.size === 1);
    release();
    const answers = await Promise.all(asked);
    expect(new Set(answers).size).toBe(1);
    const later = send(toRequest({}));
    await until(() => held.size === 1);
    release();
    await later;
    expect(count).toEqual({ calls: 2, mostAtOnce: 1 });
  });

  it.each([
    ['paths', { path: '/a' }, { path: '/b' }],
    ['headers', { headers: { 'x-tenant': 'a' } }, { headers: { 'x-tenant': 'b' } }],
    ['audiences', { token: 'a', audience: 'principal' }, { token: 'a' }],
    ['people', { token: 'a', audience: 'principal' }, { token: 'b', audience: 'principal' }],
    ['kinds of token', { kind: 'none' }, { kind: 'client' }],
    ['methods other than GET', { method: 'POST' }, { method: 'POST' }],
  ] as const)('keeps different %s apart', async (_what, one, other) => {
    const { send, count } = coalescing();
    const asked = Promise.all([send(toRequest(one)), send(toRequest(other))]);
    await until(() => held.size === 2);
    release();
    await asked;
    expect(count.calls).toBe(2);
  });

  it('shares what is public between people', async () => {
    const { send, count } = coalescing();
    const asked = Promise.all([send(toRequest({ token: 'a' })), send(toRequest({ token: 'b' }))]);
    await until(() => held.size === 1);
    release();
    const [a] = await asked;
    expect(read(a)).toMatchObject({ authorization: 'Bearer bff' });
    expect(count.calls).toBe(1);
  });

  it('lets a caller leave at once with its own reason, and the others wait on', async () => {
    const { send, count } = coalescing();
    const first = new AbortController();
    const leaving = send(toRequest({ signal: first.signal }));
    const staying = send(toRequest({}));
    await until(() => held.size === 1);
    first.abort(new FacetError('CANCELED'));
    await expect(leaving).rejects.toBe(first.signal.reason);
    release();
    expect(read(await staying)).toMatchObject({ url: '/' });
    expect(count.calls).toBe(1);
  });

  it('ends the call when the last one leaves, and lets a newcomer have a call of its own', async () => {
    const { send, count } = coalescing();
    const callers = [new AbortController(), new AbortController()];
    const asked = callers.map(({ signal }) => send(toRequest({ signal })));
    const outcomes = Promise.allSettled(asked);
    await until(() => held.size === 1);
    for (const caller of callers) caller.abort(new FacetError('DEADLINE_EXCEEDED'));
    const newcomer = send(toRequest({}));
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(read(await released(newcomer))).toMatchObject({ url: '/' });
    expect(count.calls).toBe(2);
  });

  it('lets nobody join, after a change, what began before it', async () => {
    const answer = { status: 200, headers: {}, body: new Uint8Array() };
    const reading = Promise.withResolvers<OutboundResponse>();
    const methods: string[] = [];
    const send = createCoalesce()(({ method }) => {
      methods.push(method);
      return method === 'GET' ? reading.promise : Promise.resolve(answer);
    });
    const before = send(toRequest({}));
    await send(toRequest({ method: 'POST', audience: 'principal', token: 'ann' }));
    const after = send(toRequest({}));
    reading.resolve(answer);
    await Promise.all([before, after]);
    expect(methods).toEqual(['GET', 'POST', 'GET']);
  });

  it("shares no call for a person's own where other nodes make changes, too", async () => {
    const calls: string[] = [];
    const send = createCoalesce({ isOnlyNode: false })(({ audience }) => {
      calls.push(audience);
      return new Promise(() => {});
    });
    for (const audience of ['principal', 'principal', 'public', 'public'] as const) {
      void send(toRequest({ audience, token: 'ann' }));
    }
    expect(calls).toEqual(['principal', 'principal', 'public']);
  });

  it('makes no call for a caller who has left already', async () => {
    const { send, count } = coalescing();
    await expect(send(toRequest({ signal: AbortSignal.abort('gone') }))).rejects.toBe('gone');
    expect(count.calls).toBe(0);
  });

  it('tells every waiter of a failure', async () => {
    const failure = new FacetError('UPSTREAM_TIMEOUT');
    const send = createCoalesce()(() => Promise.reject(failure));
    const outcomes = await Promise.allSettled([send(toRequest({})), send(toRequest({}))]);
    expect(outcomes.map((outcome) => (outcome as PromiseRejectedResult).reason)).toEqual([failure, failure]);
  });

  it('leaves no listener behind', async () => {
    const { signal } = new AbortController();
    const send = createCoalesce()(async () => ({ status: 200, headers: {}, body: new Uint8Array() }));
    await Promise.all([send(toRequest({ signal })), send(toRequest({ signal }))]);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it("gives everybody their own answer, never another's, whoever comes and leaves", async () => {
    const caller = fc.record({
      method: fc.constantFrom('GET', 'GET', 'GET', 'POST'),
      audience: fc.constantFrom('public', 'principal'),
      token: fc.constantFrom('ann', 'ben'),
      path: fc.constantFrom('/a', '/b?x=1'),
      headers: fc.constantFrom({}, { 'x-tenant': 'one' }, { 'x-tenant': 'two' }),
      comes: fc.nat(3),
      leaves: fc.option(fc.nat(5), { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(caller, { maxLength: 25 }), async (callers) => {
        const { send, count } = coalescing();
        const signals: AbortSignal[] = [];
        const asked: Promise<void>[] = [];
        const leavers: { at: number; controller: AbortController }[] = [];
        for (let turn = 0; turn < 6; turn += 1) {
          for (const { controller } of leavers.filter(({ at }) => at === turn)) controller.abort('left');
          for (const { comes, leaves, ...asking } of callers.filter((each) => each.comes === turn)) {
            const controller = new AbortController();
            if (asking.method === 'GET') signals.push(controller.signal);
            if (leaves !== undefined) leavers.push({ at: comes + leaves, controller });
            asked.push(check(send(toRequest({ ...asking, signal: controller.signal })), asking, controller.signal));
          }
          await new Promise(setImmediate);
        }
        await released(Promise.all(asked));
        await until(() => held.size === 0);
        expect(signals.flatMap((signal) => getEventListeners(signal, 'abort'))).toEqual([]);
        const hasChange = callers.some(({ method, audience }) => method === 'POST' && audience === 'principal');
        if (!hasChange) expect(count.mostAtOnce).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });
});

async function check(answer: Promise<OutboundResponse>, asking: Asking, signal: AbortSignal): Promise<void> {
  const outcome = await answer.then(read, (reason: unknown) => ({ reason }));
  if ('reason' in outcome) {
    expect([outcome.reason, signal.aborted]).toEqual(['left', true]);
    return;
  }
  const token = asking.audience === 'principal' ? asking.token : 'bff';
  const tenant = asking.headers?.['x-tenant'] ?? null;
  expect(outcome).toEqual({ method: asking.method, url: asking.path, authorization: `Bearer ${token}`, tenant });
}
