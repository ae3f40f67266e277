/** Identical requests for what is public are one execution, and nobody notices but the services. */
import { startIdentityProvider } from '@facet/dev-env';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type EchoBff,
  type EchoService,
  greetingOfA,
  manyTurns,
  type Received,
  released,
  type Sent,
  startEchoBff,
  startEchoService,
  until,
} from '../support/echo-bff.ts';

type Provider = Awaited<ReturnType<typeof startIdentityProvider>>;

let provider: Provider;
let ann: string;
beforeAll(async () => {
  provider = await startIdentityProvider({ port: 0 });
  ann = await provider.token('acc-001');
});
afterAll(() => provider.close());

let service: EchoService;
let bff: EchoBff;
beforeEach(async () => {
  service = await startEchoService();
  bff = await startEchoBff(service, provider.issuer);
});
afterEach(async () => {
  for (const one of others.splice(0)) await one.close();
  await bff.close();
  await service.close();
});

const others: EchoBff[] = [];
/** Another BFF over the same service. */
async function startOther(settings: Parameters<typeof startEchoBff>[2]): Promise<EchoBff> {
  const other = await startEchoBff(service, provider.issuer, settings);
  others.push(other);
  return other;
}
const ask = (sent?: Sent) => bff.send(sent);
const answered = <T>(promise: Promise<T>) => released(service, promise);
/** Has an operation known as public; counts begin after it. */
async function introduce(sent?: Sent): Promise<void> {
  await answered(ask(sent));
  service.calls.length = 0;
}
const dataOf = ({ text }: Received) => JSON.parse(text).data;
const codesOf = ({ text }: Received) =>
  (JSON.parse(text).errors ?? []).map((error: { extensions: { code: string } }) => error.extensions.code);

describe('identical requests for a public operation', () => {
  it('are one execution and one call, whoever asks', async () => {
    await introduce();
    const before = bff.greetings();
    const tokens = [undefined, ann, await provider.token('acc-002')];
    const asked = Promise.all(Array.from({ length: 30 }, (_, index) => ask({ token: tokens[index % 3] })));
    await until(() => service.held.size === 1);
    await manyTurns();
    const answers = await answered(asked);
    expect(new Set(answers.map(({ text }) => text))).toEqual(
      new Set(['{"data":{"item":{"id":"a","seen":"web-bff","hello":"en-GB: a, you"}}}']),
    );
    expect(new Set(answers.map(({ headers }) => headers['x-request-id'])).size).toBe(30);
    expect([service.calls.length, bff.greetings() - before]).toEqual([1, 1]);
  });

  it('are another execution once the answer is there', async () => {
    await introduce();
    const before = bff.greetings();
    await answered(ask());
    await answered(ask());
    expect([service.calls.length, bff.greetings() - before]).toEqual([2, 2]);
  });

  it('go on when the first caller leaves', async () => {
    await introduce();
    const before = bff.greetings();
    const leaving = new AbortController();
    const left = ask({ signal: leaving.signal }).catch((reason: unknown) => reason);
    await until(() => service.held.size === 1);
    const staying = Promise.all([ask(), ask(), ask()]);
    await manyTurns();
    leaving.abort('left');
    expect(await left).toBe('left');
    await manyTurns();
    const answers = await answered(staying);
    expect(answers.map((answer) => dataOf(answer).item.seen)).toEqual(['web-bff', 'web-bff', 'web-bff']);
    expect([service.calls.length, bff.greetings() - before]).toEqual([1, 1]);
  });

  it('end the call when all have left, and a newcomer has one of its own', async () => {
    await introduce();
    const leaving = new AbortController();
    const { signal } = leaving;
    const left = Promise.allSettled([ask({ signal }), ask({ signal }), ask({ signal })]);
    await until(() => service.held.size === 1);
    await manyTurns();
    leaving.abort('left');
    await until(() => service.held.size === 0);
    expect((await left).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(dataOf(await answered(ask())).item.id).toBe('a');
    expect(service.calls).toHaveLength(2);
  });

  it('are executed one by one where coalescing is off', async () => {
    const alone = await startOther({ coalesce: false });
    await answered(alone.send());
    const before = [service.calls.length, alone.greetings()] as const;
    const asked = Promise.all([alone.send(), alone.send(), alone.send()]);
    await until(() => service.held.size === 3);
    await answered(asked);
    expect([service.calls.length - before[0], alone.greetings() - before[1]]).toEqual([3, 3]);
  });

  it('do not spare anybody the check of a token', async () => {
    await introduce();
    const good = ask({ token: ann });
    await until(() => service.held.size === 1);
    const bad = await ask({ token: `${ann.slice(0, -8)}AAAAAAAA` });
    expect([bad.status, codesOf(bad)]).toEqual([401, ['UNAUTHENTICATED']]);
    expect(dataOf(await answered(good)).item.id).toBe('a');
  });

  it('do not spare anybody the check of an Idempotency-Key', async () => {
    await introduce();
    const good = ask();
    await until(() => service.held.size === 1);
    const bad = await answered(ask({ headers: { 'idempotency-key': 'with space' } }));
    expect([bad.status, codesOf(bad)]).toEqual([400, ['BAD_USER_INPUT']]);
    await good;
  });

  it('have an error each, with the trace of its own request', async () => {
    const query = '{ broken(id: "a") { id } }';
    await introduce({ query });
    const traces = [1, 2, 3].map((digit) => `${digit}`.repeat(32));
    const asked = traces.map((trace) => ask({ query, headers: { traceparent: `00-${trace}-00f067aa0ba902b7-01` } }));
    const answers = await answered(Promise.all(asked));
    expect(answers.map(({ text }) => JSON.parse(text).errors[0].extensions.traceId)).toEqual(traces);
  });

  it('give nobody more time than a request has', async () => {
    const hurried = await startOther({ requestTimeoutMs: 500 });
    await answered(hurried.send());
    const startedAt = performance.now();
    const answers = await Promise.all([hurried.send(), hurried.send()]);
    expect(answers.map(codesOf)).toEqual([['DEADLINE_EXCEEDED'], ['DEADLINE_EXCEEDED']]);
    expect(performance.now() - startedAt).toBeLessThan(950);
  });
});

describe('requests that are not identical', () => {
  const variable = 'query ($factor: Float, $flag: Boolean) { item(id: "a", factor: $factor, flag: $flag) { id } }';

  it('are kept apart by a number that JSON can be read as and not be written', async () => {
    await introduce({ query: variable });
    const good = ask({ query: variable, variables: { factor: null } });
    await until(() => service.held.size === 1);
    const body = JSON.stringify({ query: variable, variables: { factor: 0 } }).replace('0', '1e999');
    expect(codesOf(await ask({ body }))).toEqual(['BAD_USER_INPUT']);
    await answered(good);
  });

  it('are kept apart by bytes in a URL that are no text', async () => {
    const query = 'query ($id: ID!) { item(id: $id) { id } }';
    const search = (id: string) => `?query=${encodeURIComponent(query)}&variables=%7B%22id%22:%22${id}%22%7D`;
    await introduce({ search: search('a') });
    const answers = await answered(Promise.all([ask({ search: search('%25FF') }), ask({ search: search('%FF') })]));
    expect(answers.map((answer) => dataOf(answer).item.id)).toEqual(['%FF', '\u{fffd}']);
  });

  it('are kept apart by conditions that decide whether the operation is public', async () => {
    const query = 'query ($own: Boolean!) { item(id: "a") { id } whoami @include(if: $own) }';
    await introduce({ query, variables: { own: false } });
    const answers = await answered(
      Promise.all([ask({ query, variables: { own: true }, token: ann }), ask({ query, variables: { own: true } })]),
    );
    expect(answers.map((answer) => dataOf(answer).whoami)).toEqual(['acc-001', 'nobody']);
  });

  it('are refused alike, not failed, where variables are nested beyond measure', async () => {
    await introduce({ query: greetingOfA });
    const body = `{"query":${JSON.stringify(greetingOfA)},"variables":{"x":${'['.repeat(40_000)}${']'.repeat(40_000)}}}`;
    const alone = await startOther({ coalesce: false });
    const [shared, single] = await answered(Promise.all([ask({ body }), alone.send({ body })]));
    expect([shared.status, codesOf(shared)]).toEqual([400, ['MAX_VARIABLES']]);
    expect([single.status, codesOf(single)]).toEqual([400, ['MAX_VARIABLES']]);
  });
});

describe('an operation that is public but for a key of the caller', () => {
  const query = '{ own { id seen hello } }';

  it('is answered to each caller, and executed once more only to find out', async () => {
    const own = (token?: string) => ask({ query, token });
    const ben = await provider.token('acc-002');
    await answered(own(ann));
    const before = bff.greetings();
    const answers = await answered(Promise.all([own(ann), own(ben), own()]));
    expect(answers.map((answer) => dataOf(answer).own.id)).toEqual(['acc-001', 'acc-002', 'nobody']);
    await answered(Promise.all([own(ann), own(ben), own()]));
    expect(bff.greetings() - before).toBe(6);
  });
});
