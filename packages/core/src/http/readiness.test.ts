import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import Fastify from 'fastify';
import { createRateProbes } from './rate-probes.ts';
import { createReadiness, type Probe } from './readiness.ts';
import { createInject, createSend, isSelfProbe } from './self-probe.ts';
import {
  createCookieProbe,
  createDocumentProbe,
  createGetMutationProbe,
  createLimitProbe,
  createPreflightProbes,
} from './self-probes.ts';
import { createBoundTokensProbe, createTokenProbes } from './token-probes.ts';

const probe = (guard: string, refused: boolean | Error, mode: Probe['mode'] = 'enforce'): Probe => ({
  guard,
  mode,
  run: () => (refused instanceof Error ? Promise.reject(refused) : Promise.resolve(refused)),
});
const isDraining = () => false;

describe('createReadiness', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('is starting until the probes have run', async () => {
    const readiness = createReadiness({ probes: [probe('a', true)], isDraining });
    expect(readiness.report().status).toBe('starting');
    await readiness.start();
    expect(readiness.report()).toEqual({ status: 'ready', guards: { a: 'enforce' }, degraded: [] });
  });

  it('names the guards that do not refuse, or whose probe fails, and stays red', async () => {
    const onOpen = jest.fn();
    const probes = [probe('a', true), probe('b', false), probe('c', new Error('gone')), probe('d', false, 'measure')];
    const readiness = createReadiness({ probes, isDraining, onOpen });
    await readiness.start();
    expect(readiness.report()).toMatchObject({ status: 'open', open: ['b', 'c'], guards: { d: 'measure' } });
    await jest.advanceTimersByTimeAsync(60_000);
    expect(onOpen.mock.calls).toEqual([[['b', 'c']]]);
    readiness.stop();
    expect(jest.getTimerCount()).toBe(0);
  });

  it('tries guards again, since what kept one from refusing may pass', async () => {
    let attempts = 0;
    const late = { guard: 'a', mode: 'enforce', run: async () => ++attempts > 2 } as const;
    const readiness = createReadiness({ probes: [late], isDraining });
    await readiness.start();
    expect(readiness.report().status).toBe('open');
    await jest.advanceTimersByTimeAsync(250 + 500);
    expect(readiness.report()).toEqual({ status: 'ready', guards: { a: 'enforce' }, degraded: [] });
    expect([attempts, jest.getTimerCount()]).toEqual([3, 0]);
  });

  it('tries again what it needs, at growing distances, and probes only then', async () => {
    let attempts = 0;
    const get = async () => {
      attempts += 1;
      if (attempts < 3) throw new Error('not yet');
    };
    const readiness = createReadiness({ probes: [probe('a', true)], needs: [{ name: 'keys', get }], isDraining });
    await readiness.start();
    expect(readiness.report()).toMatchObject({ status: 'starting', missing: ['keys'] });
    await jest.advanceTimersByTimeAsync(250);
    expect([attempts, readiness.report().status]).toEqual([2, 'starting']);
    await jest.advanceTimersByTimeAsync(500);
    expect([attempts, readiness.report().status]).toEqual([3, 'ready']);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('leaves no timer behind when it is stopped', async () => {
    const get = () => Promise.reject(new Error('never'));
    const readiness = createReadiness({ probes: [], needs: [{ name: 'keys', get }], isDraining });
    await readiness.start();
    readiness.stop();
    expect(jest.getTimerCount()).toBe(0);
  });

  it('is ready with what is degraded, and draining whatever else', async () => {
    let draining = false;
    const readiness = createReadiness({
      probes: [],
      isDraining: () => draining,
      findDegraded: () => ['redis'],
    });
    await readiness.start();
    expect(readiness.report()).toMatchObject({ status: 'ready', degraded: ['redis'] });
    draining = true;
    expect(readiness.report().status).toBe('draining');
  });
});

describe('a self-probe', () => {
  it.each([
    ['that answers everything', 200, '{"data":{"__typename":"Query"}}'],
    ['that is broken', 500, '{"errors":[{"message":"","extensions":{"code":"INTERNAL_SERVER_ERROR"}}]}'],
    ['that is overloaded', 503, 'Service Unavailable'],
  ])('finds every guard missing in a server %s', async (_name, status, body) => {
    const app = Fastify();
    app.addContentTypeParser('text/plain', { parseAs: 'string' }, (_request, text, done) => done(null, text));
    app.route({
      method: ['GET', 'POST'],
      url: '/graphql',
      handler: (_request, reply) => reply.code(status).send(body),
    });
    const inject = createInject(app);
    const send = createSend(inject);
    const refusals = ['MAX_DEPTH'] as const;
    const key = () => ({ id: 'key', publicKey: 'key' });
    const tokens = { issuer: 'http://localhost', audience: 'urn:facet:api', key };
    const rates = { mode: 'enforce', takesTokens: true, hasSessions: true } as const;
    const document = { query: '{ a }' };
    const probes = [
      ...createPreflightProbes(send, document),
      createGetMutationProbe(send, document),
      ...createRateProbes(inject, { ...rates, plain: document, fields: new Map([['Mutation.a', { document }]]) }),
      ...createTokenProbes(send, tokens),
      ...createTokenProbes(send, { ...tokens, prover: { thumbprint: 'thumbprint', prove: () => 'proof' } }),
      createBoundTokensProbe(inject, 'enforce'),
      createCookieProbe(send, '__Host-session'),
      createDocumentProbe(send, 'enforce'),
      createLimitProbe(send, { guard: 'max-depth', mode: 'enforce', document, refusals }),
    ];
    const readiness = createReadiness({ probes, isDraining });
    await readiness.start();
    readiness.stop();
    expect(readiness.report()).toMatchObject({ status: 'open', open: probes.map(({ guard }) => guard) });
    await app.close();
  });

  it('without a document that could be refused counts as off, and is not sent', async () => {
    const app = Fastify();
    const send = createSend(createInject(app));
    const probe = createLimitProbe(send, { guard: 'max-cost', mode: 'enforce', document: undefined, refusals: [] });
    const readiness = createReadiness({ probes: [probe], isDraining });
    await readiness.start();
    expect(readiness.report()).toMatchObject({ status: 'ready', guards: { 'max-cost': 'off' } });
    await app.close();
  });

  it('is known by its id, which nobody else can give, and comes from another address each time', async () => {
    const seen: { id: string; address: string }[] = [];
    const app = Fastify({ genReqId: ({ headers }) => String(headers['x-request-id']) });
    app.get('/graphql', ({ id, ip }, reply) => {
      seen.push({ id, address: ip });
      return reply.send({});
    });
    const inject = createInject(app);
    await inject('preflight', { method: 'GET' });
    await inject('preflight', { method: 'GET' });
    expect(seen.map(({ id }) => isSelfProbe(id))).toEqual([true, true]);
    expect(new Set(seen.map(({ address }) => address)).size).toBe(2);
    expect(isSelfProbe('self-probe-preflight')).toBe(false);
    await app.close();
  });
});
