/** One case: a document executed by graphql-js and by another executor, in equal worlds. */
import { type DocumentNode, type ExecutionArgs, execute, type GraphQLSchema, parse } from 'graphql';
import { type Comparison, compareOutcomes } from './compare/compare-outcomes.ts';
import { type Executor, type Outcome, observe } from './compare/observe.ts';
import { type Enter, findPossibleErrors } from './compare/possible-errors.ts';
import { buildWorld, type World } from './generate/build-world.ts';
import type { DocumentSpec, ExecutionSpec } from './generate/document-spec.ts';
import { fieldResolver, toOperationName, toRootValue, toVariables, typeResolver } from './generate/execution.ts';
import { type PrintedDocument, printDocument } from './generate/print-document.ts';
import type { Run } from './generate/run.ts';
import type { SchemaSpec } from './generate/schema-spec.ts';

/** A document of a world, parsed once and executed often. */
export interface Work {
  readonly spec: SchemaSpec;
  readonly world: World;
  readonly printed: PrintedDocument;
  readonly document: DocumentNode;
}

export interface CaseReport {
  /** What the executor did otherwise than graphql-js. */
  readonly problems: readonly string[];
  readonly expected: Outcome;
  readonly actual: Outcome;
  /** Whether different errors won a race, so that it had to be judged. */
  readonly raced: boolean;
}

export function prepareWork(spec: SchemaSpec, world: World, documentSpec: DocumentSpec): Work {
  const printed = printDocument(world.schema, documentSpec);
  return { spec, world, printed, document: parse(printed.text) };
}

/** An executor under comparison. */
export interface Contender {
  readonly execute: Executor;
  /** Whether each execution gets a schema of its own, because the executor changes it. */
  readonly freshWorlds?: boolean;
}

/** Executes by graphql-js, then by the contender, one after the other, and says what was different. */
export async function runCase(work: Work, execution: ExecutionSpec, contender: Contender): Promise<CaseReport> {
  const thrown: Run['thrown'] = new Map();
  const enter: Enter = (world, brokenIterators) => enterWorld(work, execution, world, { thrown, brokenIterators });
  const reference = enter(work.world, undefined);
  const expected = await observe(execute, reference.args, reference.run);
  const trial = enter(contender.freshWorlds === true ? buildWorld(work.spec) : work.world, undefined);
  const actual = await observe(contender.execute, trial.args, trial.run);
  let raced = false;
  const about: Comparison = {
    thrown,
    serial: reference.run.operation?.operation === 'mutation',
    possibleErrors: () => {
      raced = true;
      return findPossibleErrors(work.spec, enter);
    },
  };
  return { problems: await compareOutcomes(expected, actual, about), expected, actual, raced };
}

function enterWorld(
  work: Work,
  execution: ExecutionSpec,
  { schema, values }: World,
  shared: Pick<Run, 'thrown' | 'brokenIterators'>,
): { args: ExecutionArgs; run: Run } {
  const operationName = toOperationName(work.printed, execution);
  const run = createRun(work, execution, schema, shared);
  run.rootValue = toRootValue(values, work.printed, execution, run);
  const args: ExecutionArgs = {
    schema,
    document: work.document,
    rootValue: run.rootValue,
    contextValue: run,
    variableValues: toVariables(work.printed, execution),
    ...(operationName === undefined ? {} : { operationName }),
    ...(execution.resolvers % 2 === 1 ? { fieldResolver } : {}),
    ...(execution.resolvers > 1 ? { typeResolver } : {}),
  };
  return { args, run };
}

function createRun(
  { spec, document }: Work,
  { seed }: ExecutionSpec,
  schema: GraphQLSchema,
  shared: Pick<Run, 'thrown' | 'brokenIterators'>,
): Run {
  const operation = document.definitions.find((definition) => definition.kind === 'OperationDefinition');
  return {
    seed: `${seed}`,
    strain: spec.strain,
    schema,
    operation,
    rootValue: undefined,
    calls: [],
    pending: 0,
    ...shared,
  };
}
