import { describe, expect, it } from '@jest/globals';
import type { RequestContext } from '../context/request-context.ts';
import { FacetError } from '../errors/facet-error.ts';
import { createLog } from './create-log.ts';
import { createLogEvents } from './log-events.ts';

function recording(logLevel: 'debug' | 'info' = 'debug') {
  const lines: Record<string, unknown>[] = [];
  const log = createLog('web', { logLevel }, { write: (line) => lines.push(JSON.parse(line)) });
  return { lines, log };
}

describe('createLog', () => {
  it('writes one JSON line with name, level as a word and time', () => {
    const { lines, log } = recording();
    log.info({ requestId: 'r1' }, 'hello');
    expect(lines).toEqual([
      expect.objectContaining({ name: 'web', level: 'info', requestId: 'r1', msg: 'hello', time: expect.any(String) }),
    ]);
  });

  it('removes secrets at every depth that rooms log at', () => {
    const { lines, log } = recording();
    const secrets = {
      authorization: 'Bearer abc',
      cookie: 'abc',
      token: 'abc',
      clientSecret: 'abc',
      access_token: 'abc',
      password: 'abc',
    };
    log.info({ ...secrets, request: secrets, call: { headers: { ...secrets, 'set-cookie': 'abc' } } }, 'hello');
    expect(JSON.stringify(lines)).not.toContain('abc');
  });
});

describe('createLogEvents', () => {
  const contextOver = (log: unknown) =>
    ({
      log,
      client: { name: 'shop', version: '1' },
      principal: { subject: 'acc-001', token: 'abc' },
    }) as unknown as RequestContext;

  it("writes an operation's line with who asked, never with their token", () => {
    const { lines, log } = recording();
    createLogEvents({ logLevel: 'debug' }).operation({
      context: contextOver(log),
      operationName: 'Home',
      operationType: 'query',
      durationMs: 1.234,
      errorCodes: [],
    });
    expect(lines[0]).toMatchObject({
      operationName: 'Home',
      durationMs: 1.2,
      principal: 'acc-001',
      client: { name: 'shop' },
    });
    expect(JSON.stringify(lines)).not.toContain('abc');
  });

  it('writes the cause of what went wrong here, at the level of its code', () => {
    const { lines, log } = recording();
    const error = new FacetError('UPSTREAM_UNAVAILABLE', { cause: { status: 500, body: 'out of memory' } });
    createLogEvents({ logLevel: 'debug' }).error({
      context: contextOver(log),
      code: error.code,
      path: ['a', 0, 'b'],
      error,
    });
    expect(lines[0]).toMatchObject({
      level: 'error',
      code: 'UPSTREAM_UNAVAILABLE',
      path: 'a.0.b',
      cause: { body: 'out of memory' },
    });
  });

  it('writes what callers did wrong without a stack', () => {
    const { lines, log } = recording();
    createLogEvents({ logLevel: 'debug' }).error({
      context: contextOver(log),
      code: 'BAD_USER_INPUT',
      path: undefined,
      error: new FacetError('BAD_USER_INPUT'),
    });
    expect(lines[0]).toMatchObject({ level: 'info', reason: expect.stringContaining('input was refused') });
    expect(lines[0]).not.toHaveProperty('err');
  });

  it('warns of batches that were split, and says nothing of those that fit', () => {
    const { lines, log } = recording();
    const batch = { service: 'catalog', operationId: 'listProducts', keys: 150, calls: 2, levels: 1 };
    const events = createLogEvents({ logLevel: 'debug' });
    for (const reason of ['fits', 'post', 'one-by-one', 'count'] as const) {
      events.batch({ ...batch, reason, context: contextOver(log) });
    }
    expect(lines).toEqual([expect.objectContaining({ ...batch, level: 'warn', reason: 'count' })]);
  });

  it('writes calls at debug only', () => {
    const { lines, log } = recording('info');
    createLogEvents({ logLevel: 'debug' }).call({
      context: contextOver(log),
      service: 'catalog',
      operationId: 'listProducts',
      durationMs: 1,
    });
    expect(lines).toEqual([]);
  });
});
