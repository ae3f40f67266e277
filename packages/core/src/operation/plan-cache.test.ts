import { describe, expect, it } from '@jest/globals';
import { buildSchema, type DocumentNode, parse } from 'graphql';
import { createPlanCache } from './plan-cache.ts';

const schema = buildSchema('type Query { a: Int, b: Int, self: Query }');
const names = ['c0', 'c1', 'c2', 'c3', 'c4'];
const conditional = () =>
  parse(
    `query (${names.map((name) => `$${name}: Boolean`)}) { ${names.map((name) => `${name}: a @skip(if: $${name})`).join(' ')} b }`,
  );

function cacheOf(document: DocumentNode, maxFieldCount = 100, name: string | null = null) {
  const cache = createPlanCache(maxFieldCount);
  const plan = (variables: Record<string, unknown> = {}) => {
    const selected = cache.select(schema, document, name);
    return selected === undefined ? undefined : cache.compile(schema, document, selected, variables);
  };
  return { cache, plan };
}

/** The conditions that the bits of a number are. */
const bits = (number: number) => Object.fromEntries(names.map((name, at) => [name, ((number >> at) & 1) === 1]));

describe('createPlanCache', () => {
  it('compiles a document once, whatever the values that no condition reads', () => {
    const { plan } = cacheOf(parse('query ($x: Boolean) { a }'));
    expect(plan({ x: true })).toBe(plan({ x: false }));
  });

  it('has a plan for each set of conditions', () => {
    const { plan } = cacheOf(conditional());
    const [none, one] = [plan(bits(0)), plan(bits(1))];
    expect(none).not.toBe(one);
    expect([none, one].map((each) => (each as { fieldCount: number }).fieldCount)).toEqual([6, 5]);
  });

  it('tells no value from null and false, which conditions take differently', () => {
    const { plan } = cacheOf(conditional());
    const plans = [{}, { c0: null }, { c0: false }, { c0: true }].map((given) =>
      plan({ ...bits(0), c0: undefined, ...given }),
    );
    expect(new Set(plans).size).toBe(4);
  });

  it('keeps 16 plans of a document; the one longest unused gives way', () => {
    const { plan } = cacheOf(conditional());
    const plans = Array.from({ length: 16 }, (_, index) => plan(bits(index)));
    expect(plan(bits(0))).toBe(plans[0]);
    plan(bits(16));
    expect(plan(bits(0))).toBe(plans[0]);
    expect(plan(bits(2))).toBe(plans[2]);
    expect(plan(bits(1))).not.toBe(plans[1]);
  });

  it('keeps schemas, documents and operations apart', () => {
    const document = parse('query A { a } query B { b }');
    const { cache } = cacheOf(document);
    const planOf = (of: typeof schema, text: DocumentNode, name: string) => {
      const selected = cache.select(of, text, name);
      return selected && cache.compile(of, text, selected, {});
    };
    const other = buildSchema('type Query { a: Int, b: Int }');
    const plans = [
      planOf(schema, document, 'A'),
      planOf(schema, document, 'B'),
      planOf(other, document, 'A'),
      planOf(schema, parse('query A { a }'), 'A'),
    ];
    expect(new Set(plans).size).toBe(4);
    expect(planOf(schema, document, 'A')).toBe(plans[0]);
  });

  it('selects nothing where the request means no operation, or the schema has no such type', () => {
    const document = parse('query A { a } query B { b } mutation C { a }');
    expect(cacheOf(document).plan()).toBeUndefined();
    expect(cacheOf(document, 100, 'X').plan()).toBeUndefined();
    expect(cacheOf(document, 100, '').plan()).toBeUndefined();
    expect(cacheOf(document, 100, 'C').plan()).toBeUndefined();
  });

  it('says why an operation has no plan, and remembers it', () => {
    expect(cacheOf(parse('{ a b self { a } }'), 4).plan()).toMatchObject({ fieldCount: 4 });
    expect(cacheOf(parse('{ a b self { a } }'), 3).plan()).toBe('plan-too-large');
    const document = {
      kind: 'Document',
      definitions: [{ kind: 'OperationDefinition', operation: 'query', selectionSet: { kind: 'SelectionSet' } }],
    };
    expect(cacheOf(document as unknown as DocumentNode).plan()).toBe('not-compilable');
  });
});
