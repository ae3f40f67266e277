/** Executes a great many different operations and variables with one engine; prints, as JSON, the heap it ends with. */
import { createExecute, type ExecutionReport } from '@facet/core';
import { buildSchema, parse } from 'graphql';

const counts: Readonly<Record<string, number>> = {
  documents: 100_000,
  variables: 100_000,
  operationNames: 20_000,
  conditions: 3_000,
};
const conditionCount = 20;
const schema = buildSchema('type Query { name(of: Int): String, self: Query }');
const rootValue = { name: ({ of }: { of?: number }) => `${of}`, self: () => rootValue };

let compiledCount = 0;
const execute = createExecute({
  onExecute: ({ compiled }: ExecutionReport) => {
    if (compiled) compiledCount += 1;
  },
});

const oneDocument = parse('query ($of: Int) { name(of: $of) }');
const names = Array.from({ length: conditionCount }, (_, index) => `c${index}`);
const manyConditions = parse(
  `query (${names.map((name) => `$${name}: Boolean!`).join(' ')}) {
    ${names.map((name) => `${name}: self @include(if: $${name}) { name }`).join(' ')} __typename
  }`,
);

const work: Readonly<Record<string, (index: number) => void>> = {
  documents: (index) => {
    execute({ schema, rootValue, document: parse(`query Q${index} { a${index}: name(of: ${index}) }`) });
  },
  variables: (of) => {
    execute({ schema, rootValue, document: oneDocument, variableValues: { of, [`unheard${of}`]: of } });
  },
  operationNames: (index) => {
    execute({ schema, rootValue, document: oneDocument, operationName: `Q${index}` });
  },
  conditions: (index) => {
    // An odd step visits the combinations far from each other.
    const bits = (index * 104_729) % 2 ** conditionCount;
    const variableValues = Object.fromEntries(names.map((name, at) => [name, ((bits >> at) & 1) === 1]));
    execute({ schema, rootValue, document: manyConditions, variableValues });
  },
};

const heapKb: Record<string, { readonly early: number; readonly late: number }> = {};
for (const [name, once] of Object.entries(work)) {
  const count = counts[name] ?? 0;
  let early = 0;
  for (let index = 0; index < count; index += 1) {
    if (index === count / 10) early = usedKb();
    once(index);
  }
  heapKb[name] = { early, late: usedKb() };
}
process.stdout.write(JSON.stringify({ compiledCount, heapKb }));

function usedKb(): number {
  globalThis.gc?.();
  return Math.round(process.memoryUsage().heapUsed / 1024);
}
