import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type FragmentDefinitionNode, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { tallyAliases, tallyDirectives, tallyRootFields } from './tally.ts';

function read(text: string) {
  const { definitions } = parse(text);
  const fragments = definitions.filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION);
  return {
    operation: definitions[0] as OperationDefinitionNode,
    fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])),
  };
}

/** Selections of the fragment number `level`, which spread later ones only. */
const selection = (level: number, count: number): fc.Arbitrary<string> => {
  const leaf = fc.constantFrom('a', 'x: a', 'a @d', 'x: a @d @d', '... @d { a }', 'b { y: a }');
  if (level === count - 1) return leaf;
  const spread = fc.integer({ min: level + 1, max: count - 1 }).map((index) => `...f${index}`);
  return fc.oneof(
    leaf,
    spread,
    spread.map((text) => `b { ${text} }`),
    spread.map((text) => `${text} @d`),
  );
};
const documents = fc
  .integer({ min: 1, max: 6 })
  .chain((count) =>
    fc.tuple(
      ...Array.from({ length: count }, (_, level) => fc.array(selection(level, count), { minLength: 1, maxLength: 4 })),
    ),
  )
  .map((bodies) => bodies.map((body) => body.join(' ')));

/** The document with every fragment written where it is spread. */
function unfold(bodies: readonly string[], level = 0): string {
  return (bodies[level] ?? '').replaceAll(
    /\.\.\.f(\d+)( @d)?/g,
    (_, index, directive = '') => `...${directive} { ${unfold(bodies, Number(index))} }`,
  );
}

describe('tally', () => {
  it('counts as if every fragment were written where it is spread', () => {
    fc.assert(
      fc.property(documents, (bodies) => {
        const [first, ...others] = bodies;
        const folded = read(
          [`{ ${first} }`, ...others.map((body, index) => `fragment f${index + 1} on T { ${body} }`)].join('\n'),
        );
        const flat = read(`{ ${unfold(bodies)} }`);
        for (const count of [tallyAliases, tallyDirectives, tallyRootFields]) {
          const [ours, theirs] = [count(folded.operation, folded.fragments), count(flat.operation, flat.fragments)];
          expect(ours.count).toBe(theirs.count);
          expect(ours.nth(ours.count)).toBeUndefined();
          if (ours.count > 0) expect(ours.nth(ours.count - 1)?.kind).toBe(theirs.nth(theirs.count - 1)?.kind);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('counts fragments that double themselves forty times at once', () => {
    const doubling = Array.from(
      { length: 40 },
      (_, index) => `fragment f${index} on T { ...f${index + 1} ...f${index + 1} }`,
    );
    const { operation, fragments } = read(`{ ...f0 } ${doubling.join('\n')} fragment f40 on T { x: a }`);
    const { count, nth } = tallyAliases(operation, fragments);
    expect(count).toBe(2 ** 40);
    expect(nth(2 ** 39)).toMatchObject({ alias: { value: 'x' } });
  });

  it('ends where a fragment is spread in itself, or nowhere to be found', () => {
    const { operation, fragments } = read('{ ...a ...nope } fragment a on T { x: b ...a }');
    expect(tallyAliases(operation, fragments).count).toBe(1);
  });
});
