import { describe, expect, it } from '@jest/globals';
import { parseResult, toScript } from './wrk.ts';

describe('toScript', () => {
  it('has a constant body where all requests are the same', () => {
    const script = toScript({ query: '{ posts { title }}', headers: { authorization: 'Bearer abc' } });

    expect(script).toContain('wrk.headers[ [==[authorization]==] ] = [==[Bearer abc]==]');
    expect(script).toContain('wrk.body = [==[{"query":"{ posts { title }}"}]==]');
    expect(script).not.toContain('function request');
  });

  it('counts through different bodies where there are some', () => {
    const script = toScript({ query: 'query q%d { t%d: title }', differentCount: 100 });

    expect(script).toContain(
      'local parts, number = { [==[{"query":"query q]==], [==[ { t]==], [==[: title }"}]==] }, -1',
    );
    expect(script).toContain('number = (number + 1) % 100');
  });
});

describe('parseResult', () => {
  it('reads the line of the script', () => {
    const output =
      'Running 1s test @ http://127.0.0.1:1/graphql\n  2 requests\n\nRESULT 1553 1000000 204996 3 311 56595\n';

    expect(parseResult(output)).toEqual({
      requestCount: 1_553,
      seconds: 1,
      bytes: 204_996,
      errorCount: 3,
      p50Ms: 0.311,
      p99Ms: 56.595,
    });
  });

  it('refuses output without it', () => {
    expect(() => parseResult('unable to connect')).toThrow('wrk gave no result:\nunable to connect');
  });
});
