import { describe, expect, it, jest } from '@jest/globals';
import { buildSchema, type ExecutionArgs, parse } from 'graphql';
import { createExecute, type Execute } from './execute.ts';

const schema = buildSchema('type Query { a(n: Int = 3): Int }');
const args: ExecutionArgs = {
  schema,
  document: parse('query ($n: Int = 4) { a(n: $n) }'),
  rootValue: { a: ({ n }: { n: number }) => n },
};

describe('createExecute with admit', () => {
  it('executes nothing that is not admitted', async () => {
    const onExecute = jest.fn();
    const refuse = createExecute({
      onExecute,
      admit: () => {
        throw new RangeError('no');
      },
    });
    expect(() => refuse(args)).toThrow('no');
    const refuseLater = createExecute({ onExecute, admit: () => Promise.reject(new RangeError('no')) });
    await expect(refuseLater(args)).rejects.toThrow('no');
    expect(onExecute).not.toHaveBeenCalled();
  });

  it('shows what is about to be executed, with its variables', () => {
    const admit = jest.fn((..._given: unknown[]) => undefined);
    expect(createExecute({ admit })(args)).toEqual({ data: { a: 4 } });
    expect(admit).toHaveBeenCalledWith(expect.objectContaining({ compiled: true }), args, { n: 4 });
  });

  it('wraps what waited', async () => {
    const order: string[] = [];
    const resume = (execute: Execute): Execute => {
      return (given) => {
        order.push('begin');
        const result = execute(given);
        order.push('end');
        return result;
      };
    };
    const execute = createExecute({ admit: async () => {}, resume, onExecute: () => void order.push('execute') });
    expect(await execute(args)).toEqual({ data: { a: 4 } });
    expect(order).toEqual(['begin', 'execute', 'end']);
  });
});
