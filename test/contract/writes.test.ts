/** Every operation that writes, asked as its contract says and in every other way, through a gateway that checks both. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { listInStock, newKey } from '../support/buy.ts';
import { type ContractOperation, contracts } from '../support/contract.ts';
import { type Asking, type ObservedServices, startObservedServices } from '../support/observed-services.ts';
import { listOutside, listWrongBodies, toTarget } from '../support/outside-contract.ts';
import { createWriteCases, stranger, type WriteCase, type WriteRequest, writer } from '../support/write-cases.ts';

const writes = contracts.flatMap(({ operations }) => operations).filter(({ method }) => method !== 'GET');
const idempotent = writes.filter(({ isIdempotent }) => isIdempotent);

let observed: ObservedServices;
let cases: Readonly<Record<string, WriteCase>>;
let product: string;
beforeAll(async () => {
  observed = await startObservedServices();
  product = (await listInStock(observed, 100))[0] ?? '';
  cases = createWriteCases(observed, () => product);
});
afterAll(() => observed.close());
afterEach(() => expect(observed.takeViolations()).toEqual([]));

const caseOf = ({ operationId }: ContractOperation) => {
  const found = cases[operationId];
  if (found === undefined) throw new Error(`Say in write-cases.ts what a good request of ${operationId} is.`);
  return found;
};

interface Answer {
  readonly status: number;
  readonly replayed: string | null;
  readonly cacheControl: string | null;
  // biome-ignore lint/suspicious/noExplicitAny: each operation has its own
  readonly json: any;
}

interface Sending extends Asking {
  /** The `Idempotency-Key`; null sends none. */
  readonly key?: string | null;
  /** The person whom the service orders acts for. */
  readonly subject?: string;
  readonly target?: string;
}

/** Sends it as the writer, or as the one service that may, for the writer. */
async function send(operation: ContractOperation, request: WriteRequest, sending: Sending = {}): Promise<Answer> {
  const { service, method, onlyFor, isIdempotent } = operation;
  const { key = newKey(), subject = writer, target = toTarget(operation, request.parameters), ...asking } = sending;
  const isActing = onlyFor !== undefined && operation.takesSubject && sending.as === undefined;
  const headers = {
    ...(isActing ? { 'facet-subject': subject } : {}),
    ...(isIdempotent && key !== null ? { 'idempotency-key': key } : {}),
    ...asking.headers,
  };
  const body = request.body;
  const response = await observed.ask(service, target, { as: onlyFor ?? writer, method, body, ...asking, headers });
  const replayed = response.headers.get('idempotency-replayed');
  const cacheControl = response.headers.get('cache-control');
  return { status: response.status, replayed, cacheControl, json: await response.json() };
}

/** The violations of the answers: those of requests are wanted where requests are wrong. */
const answerViolations = () => observed.takeViolations().filter(({ by }) => by === 'answer');
const statusOf = ({ status }: Answer) => status;
const parametersIn = ({ json }: Answer) => json.errors.map((error: { parameter: string }) => error.parameter);

describe.each(writes)('$service $operationId', (operation) => {
  it('does its work, to be kept by nobody', async () => {
    const answer = await send(operation, await caseOf(operation).make());
    expect(answer).toMatchObject({ status: operation.successStatus, replayed: null, cacheControl: 'no-store' });
  });

  it('refuses whatever parameter the contract refuses, and names it', async () => {
    const request = await caseOf(operation).make();
    const [name] = /\{(\w+)\}/.exec(operation.path)?.slice(1) ?? [];
    const badPath = toTarget(operation, { ...request.parameters, [name ?? '']: 'Not_An_Id' });
    const outside = [
      ...listOutside(operation, request.parameters),
      ...(name === undefined ? [] : [{ parameter: name, target: badPath }]),
    ];
    for (const { parameter, target } of outside) {
      const answer = await send(operation, request, { target });
      expect([target, answer.status]).toEqual([target, 400]);
      expect(parametersIn(answer)).toContain(parameter);
    }
    expect(answerViolations()).toEqual([]);
  });

  it('answers 401 to who has no token and 403 to who may not', async () => {
    const request = await caseOf(operation).make();
    expect(statusOf(await send(operation, request, { as: 'nobody' }))).toBe(401);
    // A query in a body is for everybody who has a token.
    if (!operation.responses.has('403')) return;
    const others = operation.onlyFor === undefined ? ['web-bff', 'carts'] : [writer, 'web-bff', 'carts'];
    for (const as of others) expect([as, statusOf(await send(operation, request, { as }))]).toEqual([as, 403]);
    const acting = { headers: { 'facet-subject': writer } };
    for (const as of [writer, 'web-bff']) expect(statusOf(await send(operation, request, { as, ...acting }))).toBe(403);
    if (operation.takesSubject) return;
    expect(statusOf(await send(operation, request, { as: 'orders', ...acting }))).toBe(403);
  });
});

describe.each(writes.filter(({ takesSubject }) => takesSubject))('$service $operationId', (operation) => {
  it('is done by the service orders for a person, and only for a person', async () => {
    const request = await caseOf(operation).make();
    expect(statusOf(await send(operation, request, { as: 'orders' }))).toBe(403);
    const acting = { as: 'orders', headers: { 'facet-subject': writer } };
    expect(statusOf(await send(operation, request, acting))).toBe(operation.successStatus);
  });
});

describe.each(writes.filter(({ body }) => body !== undefined))('$service $operationId', (operation) => {
  it('refuses whatever body the contract refuses, names the property, and remembers nothing', async () => {
    const { parameters, body = {} } = await caseOf(operation).make();
    const key = newKey();
    for (const wrong of listWrongBodies(operation, body)) {
      const answer = await send(operation, { parameters, body: wrong.body as WriteRequest['body'] & object }, { key });
      const place = JSON.stringify(wrong).slice(0, 200);
      expect([place, answer.status, answer.json.code]).toEqual([place, 422, 'VALIDATION_FAILED']);
      expect(parametersIn(answer)).toContain(wrong.property);
    }
    expect(answerViolations()).toEqual([]);
    expect(await send(operation, { parameters, body }, { key })).toMatchObject({
      status: operation.successStatus,
      replayed: null,
    });
  });

  it.each<[string, unknown, string, number[]]>([
    ['no JSON', '{"a":', 'application/json', [400]],
    ['another media type', 'a=1', 'application/x-www-form-urlencoded', [415]],
    ['nothing', '', 'application/json', [400, 422]],
    ['a list', [], 'application/json', [422]],
    ['null', 'null', 'application/json', [422]],
    ['a name that is none of its own', '{"__proto__":{"quantity":1}}', 'application/json', [400, 422]],
  ])('refuses %s for a body', async (_, body, type, statuses) => {
    const request = await caseOf(operation).make();
    const answer = await send(operation, request, { body, headers: { 'content-type': type } });
    expect(statuses).toContain(answer.status);
    expect(answerViolations()).toEqual([]);
  });
});

describe.each(writes.filter(({ responses }) => responses.has('404')))('$service $operationId', (operation) => {
  it('answers 404 to what is not there or belongs to somebody else', async () => {
    const { missing } = caseOf(operation);
    const request = await caseOf(operation).make();
    const other: Sending = operation.onlyFor === undefined ? { as: stranger } : { subject: stranger };
    const key = newKey();
    const ask = () =>
      missing === undefined
        ? send(operation, request, { ...other, key })
        : send(operation, { ...request, parameters: missing }, { key });
    const answer = await ask();
    expect([answer.status, answer.json.code]).toEqual([404, 'NOT_FOUND']);
    const again = await ask();
    expect([again.status, again.json]).toEqual([404, { ...answer.json, instance: again.json.instance }]);
    expect(again.replayed).toBe(operation.isIdempotent ? 'true' : null);
    expect(await send(operation, request)).toMatchObject({ status: operation.successStatus });
  });
});

describe.each(idempotent)('$service $operationId', (operation) => {
  it.each<[string, string | null]>([
    ['without a key', null],
    ['under a key of two words', 'two words'],
    ['under a key of 256 characters', 'k'.repeat(256)],
  ])('answers 400 %s', async (_, key) => {
    const answer = await send(operation, await caseOf(operation).make(), { key });
    expect([answer.status, parametersIn(answer)]).toEqual([400, ['Idempotency-Key']]);
    expect(answerViolations()).toEqual([]);
  });

  it('replays its answer to the same request under the same key', async () => {
    const request = await caseOf(operation).make();
    const key = newKey();
    const first = await send(operation, request, { key });
    const second = await send(operation, request, { key });
    expect([first.status, first.replayed]).toEqual([operation.successStatus, null]);
    expect(second).toEqual({ ...first, replayed: 'true' });
  });

  it('answers 422 to another request under the same key', async () => {
    const { make, otherBody } = caseOf(operation);
    const [request, another] = [await make(), otherBody === undefined ? await make() : undefined];
    const key = newKey();
    const first = await send(operation, request, { key });
    expect(first.status).toBe(operation.successStatus);
    const other = another ?? { ...request, body: { ...request.body, ...otherBody } };
    const refused = await send(operation, other, { key });
    expect([refused.status, refused.json.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    expect((await send(operation, request, { key })).json).toEqual(first.json);
  });

  it('does its work once for duplicates that arrive together', async () => {
    const request = await caseOf(operation).make();
    const key = newKey();
    const answers = await Promise.all(Array.from({ length: 4 }, () => send(operation, request, { key })));
    const done = answers.filter(({ status }) => status === operation.successStatus);
    const waiting = answers.filter(({ json }) => json.code === 'IDEMPOTENCY_KEY_IN_USE');
    expect(done.length + waiting.length).toBe(4);
    expect(new Set(done.map(({ json }) => JSON.stringify(json))).size).toBe(1);
    expect((await send(operation, request, { key })).json).toEqual(done[0]?.json);
  });
});

describe.each(writes.filter(({ isIdempotent }) => !isIdempotent))('$service $operationId', (operation) => {
  it('may be repeated: it says how things shall be', async () => {
    const request = await caseOf(operation).make();
    const { json: first } = await send(operation, request);
    const { status, json: second } = await send(operation, request);
    expect(status).toBe(operation.successStatus);
    const { updatedAt: _first, ...before } = first;
    const { updatedAt: _second, ...after } = second;
    expect(after).toEqual(before);
  });
});
