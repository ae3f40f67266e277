import { describe, expect, it } from '@jest/globals';
import type { RequestContext } from '../context/request-context.ts';
import { createLogEvents } from './log-events.ts';

function logging() {
  const lines: unknown[][] = [];
  const write =
    (level: string) =>
    (...line: unknown[]) =>
      lines.push([level, ...line]);
  const log = { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
  return { lines, context: { log } as unknown as RequestContext };
}

describe('createLogEvents', () => {
  it('warns of an operation that was left to graphql-js, with its reason', () => {
    const { lines, context } = logging();
    const event = { context, operationName: 'Home', compiled: false, reason: 'plan-too-large' };
    createLogEvents({ logLevel: 'info' }).execution(event);
    const line = { operationName: 'Home', reason: 'plan-too-large' };
    expect(lines).toEqual([['warn', expect.objectContaining(line), 'operation left to graphql-js']]);
  });

  it('counts a document that is not trusted where it was answered; a refusal has its own line', () => {
    const { lines, context } = logging();
    const { untrusted } = createLogEvents({ logLevel: 'info' });
    const code = 'PERSISTED_QUERY_ONLY';
    untrusted({ context, code, isRefused: true });
    untrusted({ context, code, isRefused: false });
    createLogEvents({ logLevel: 'warn' }).untrusted({ context, code, isRefused: false });
    expect(lines).toEqual([['info', { code, client: undefined }, 'document not trusted']]);
  });

  it('says nothing of an operation that was compiled', () => {
    const { lines, context } = logging();
    createLogEvents({ logLevel: 'info' }).execution({ context, operationName: null, compiled: true });
    expect(lines).toEqual([]);
  });

  it('says at debug what became of calls that were made on speculation', () => {
    const { lines, context } = logging();
    const counts = { started: 3, used: 2, wasted: 1, further: 0, extraKeys: 4 };
    for (const logLevel of ['info', 'debug'] as const) {
      createLogEvents({ logLevel }).speculation({ context, operationName: 'Home', ...counts });
    }
    expect(lines).toEqual([['debug', { operationName: 'Home', ...counts }, 'calls made on speculation']]);
  });
});
