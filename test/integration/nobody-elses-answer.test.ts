/** Whoever asks whatever at the same time gets what the same request alone would get: nobody else's bytes. */
import { startIdentityProvider } from '@facet/dev-env';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type EchoBff,
  type EchoService,
  type Received,
  released,
  startEchoBff,
  startEchoService,
  until,
} from '../support/echo-bff.ts';

let provider: Awaited<ReturnType<typeof startIdentityProvider>>;
let service: EchoService;
let bff: EchoBff;
/** The same without coalescing: what a request alone gets. */
let lonely: EchoBff;
let tokens: Record<string, string | undefined>;
beforeAll(async () => {
  provider = await startIdentityProvider({ port: 0 });
  const { issuer } = provider;
  const [ann, ben] = await Promise.all([provider.token('acc-001'), provider.token('acc-002')]);
  tokens = { nobody: undefined, ann, ben, forger: `${ann.slice(0, -8)}AAAAAAAA` };
  service = await startEchoService();
  bff = await startEchoBff(service, issuer);
  lonely = await startEchoBff(service, issuer, { coalesce: false });
});
afterAll(async () => {
  await bff.close();
  await lonely.close();
  await service.close();
  await provider.close();
});

const operations = [
  'query ($id: ID!, $name: String) { item(id: $id) { id seen hello(name: $name) } }',
  'query ($name: String) { everything { items { id seen hello(name: $name) } } }',
  'query ($id: ID!) { mine(id: $id) { id seen hello } }',
  'query ($id: ID!, $more: Boolean = false) { item(id: $id) { seen } mine(id: $id) @include(if: $more) { seen } }',
  'query ($id: ID!, $more: Boolean!) { item(id: $id) { seen } whoami @include(if: $more) }',
  '{ own { id seen hello } }',
  '{ whoami item(id: "a") { seen } }',
  'query ($id: ID!) { item(id: $id) { id } broken(id: $id) { id } }',
  '{ __typename __schema { queryType { fields { name } } } }',
  'query One($id: ID!) { item(id: $id) { seen hello } } query Two($id: ID!) { mine(id: $id) { seen } }',
  'mutation { count }',
  '{ nothing }',
];

const kind = fc.record({
  query: fc.constantFrom(...operations),
  operationName: fc.constantFrom(undefined, undefined, 'One', 'Two', ''),
  variables: fc.constantFrom<(Record<string, unknown> | undefined)[]>(
    { id: 'a' },
    { id: 'a', more: false },
    { id: 'b', more: true },
    { id: '%FF', name: 'x' },
    { id: 'a', name: null },
    { id: null },
    undefined,
  ),
  method: fc.constantFrom('GET' as const, 'POST' as const, 'POST' as const),
  headers: fc.constantFrom<Record<string, string>[]>(
    {},
    {},
    { 'accept-language': 'de' },
    { 'accept-language': 'fr-FR, en;q=0.5' },
    { accept: 'application/graphql-response+json' },
    { accept: 'text/html' },
    { 'content-type': 'application/json; charset=utf-8' },
    { 'content-type': 'text/plain' },
    { 'idempotency-key': 'with space' },
    { 'idempotency-key': 'key-1' },
  ),
});
const caller = fc.record({
  kind: fc.nat(2),
  who: fc.constantFrom('nobody', 'ann', 'ann', 'ben', 'forger'),
  comes: fc.nat(2),
  leaves: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined, freq: 4 }),
});
const scene = fc.record({
  kinds: fc.array(kind, { minLength: 3, maxLength: 3 }),
  callers: fc.array(caller, { minLength: 1, maxLength: 20 }),
  /** The service answers what it has by then, before the end. */
  answersAt: fc.nat(4),
});
type Kind = typeof kind extends fc.Arbitrary<infer T> ? T : never;

let traceCount = 0;

/** With a trace of its own, which errors must tell. */
function ask(to: EchoBff, asked: Kind, who: string, signal?: AbortSignal) {
  traceCount += 1;
  const trace = traceCount.toString(16).padStart(32, '0');
  const headers = { ...asked.headers, traceparent: `00-${trace}-00f067aa0ba902b7-01` };
  return to.send({ ...asked, headers, token: tokens[who], signal }).then((received) => toComparable(received, trace));
}

/** The last two are not there where nothing is shared. */
const ofOneRequest = new Set(['x-request-id', 'date', 'connection', 'keep-alive', 'cache-control', 'etag']);

function toComparable({ status, headers, text }: Received, trace: string) {
  const telling = Object.entries(headers).filter(([name]) => !ofOneRequest.has(name));
  const requestId = headers['x-request-id'] ?? '';
  return {
    status,
    headers: Object.fromEntries(telling),
    text: text
      .replaceAll(trace, '<trace>')
      .replaceAll(requestId, '<request>')
      .replaceAll(/[\da-f]{64}/g, '<nonce>'),
  };
}

const alone = new Map<string, ReturnType<typeof ask>>();

function askAlone(asked: Kind, who: string): ReturnType<typeof ask> {
  const id = JSON.stringify([asked, who]);
  const known = alone.get(id) ?? released(service, ask(lonely, asked, who));
  alone.set(id, known);
  return known;
}

async function play({ kinds, callers, answersAt }: typeof scene extends fc.Arbitrary<infer T> ? T : never) {
  const leavers: { at: number; controller: AbortController }[] = [];
  const checks: Promise<void>[] = [];
  for (let turn = 0; turn < 6; turn += 1) {
    for (const { controller } of leavers.filter(({ at }) => at === turn)) controller.abort('left');
    for (const { kind: index, who, comes, leaves } of callers.filter((one) => one.comes === turn)) {
      const controller = new AbortController();
      if (leaves !== undefined) leavers.push({ at: comes + leaves, controller });
      checks.push(check(kinds[index] as Kind, who, controller.signal));
    }
    if (turn === answersAt) service.release();
    for (let pause = 0; pause < 30; pause += 1) await new Promise(setImmediate);
  }
  await released(service, Promise.all(checks));
}

async function check(asked: Kind, who: string, signal: AbortSignal): Promise<void> {
  const outcome = await ask(bff, asked, who, signal).catch((reason: unknown) => ({ reason }));
  if ('reason' in outcome) expect([outcome.reason, signal.aborted]).toEqual(['left', true]);
  else expect(outcome).toEqual(await askAlone(asked, who));
}

describe('requests at the same time', () => {
  it('are answered as each of them alone', async () => {
    await fc.assert(fc.asyncProperty(scene, play), { numRuns: 150, seed: 4 });
    await until(() => service.held.size === 0);
    const alike = await Promise.all(alone.values());
    expect(new Set(alike.map(({ status }) => status))).toEqual(new Set([200, 400, 401, 405, 406]));
  }, 60_000);

  it('have shared what they could', async () => {
    const before = [service.calls.length, bff.greetings()] as const;
    const [query = ''] = operations;
    const asked = { query, operationName: undefined, variables: { id: 'a' }, method: 'POST' as const, headers: {} };
    const people = ['nobody', 'ann', 'ben', 'ann'];
    await released(service, Promise.all(people.map((who) => ask(bff, asked, who))));
    expect(service.calls.length - before[0]).toBeLessThan(4);
    expect(bff.greetings() - before[1]).toBeLessThan(4);
  });

  it('show each person what is theirs, and of others nothing', async () => {
    const [query = ''] = operations.slice(2);
    const asked = { query, operationName: undefined, variables: { id: 'a' }, method: 'POST' as const, headers: {} };
    const answers = released(service, Promise.all(['ann', 'ben', 'ann'].map((who) => ask(bff, asked, who))));
    const seen = (await answers).map(({ text }) => JSON.parse(text).data.mine.seen);
    expect(seen).toEqual(['acc-001', 'acc-002', 'acc-001']);
  });
});
