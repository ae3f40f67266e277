/** Runs many cases and counts; on a difference it looks for the smallest case that still shows one. */
import fc from 'fast-check';
import { printSchema, validate } from 'graphql';
import { watchRejections } from './compare/observe.ts';
import { buildWorld, type World } from './generate/build-world.ts';
import { chance } from './generate/chance.ts';
import { digest } from './generate/digest.ts';
import { type ExecutionSpec, type WorkSpec, workSpec } from './generate/document-spec.ts';
import { toOperationName, toVariables } from './generate/execution.ts';
import { type SchemaSpec, schemaSpec } from './generate/schema-spec.ts';
import { type CaseReport, type Contender, prepareWork, runCase, type Work } from './run-case.ts';
import { count, createSummary, type PathReport, type Summary } from './summary.ts';

export interface Trial extends Contender {
  /** Which path the last call took; asked after each case. */
  readonly path?: () => PathReport | undefined;
  /** graphql-js itself leaves rejections unhandled where a list fails at once behind a promise; nobody else may. */
  readonly mayLeaveRejections?: boolean;
}

export interface Limits {
  readonly seed: number;
  /** At least so many cases. */
  readonly cases: number;
  /** Most milliseconds to look for a smaller case; 0 takes the first as it is. 20 seconds by default. */
  readonly shrinkMs?: number;
  /** Receives every difference, and the run goes on behind it; without, the first difference ends the run. */
  readonly onDifference?: (description: string) => void;
}

interface CaseSpec {
  readonly schema: SchemaSpec;
  readonly works: readonly WorkSpec[];
}

/** What one run of cases is about. */
interface Session {
  readonly trial: Trial;
  readonly limits: Limits;
  readonly summary: Summary;
  /** Milliseconds on the clock of `performance` at which shrinking ends. */
  shrinkUntil?: number;
}

/** Schemas for one call of fast-check: memory stays small, and progress shows. */
const schemasPerCheck = 50;

// Documents shrink before the schema, whose every change moves what happens where.
const caseSpec: fc.Arbitrary<CaseSpec> = fc.record({
  works: fc.array(workSpec, { minLength: 1, maxLength: 4 }),
  schema: schemaSpec,
});

/** Runs cases until there are enough or one differs. The same seed gives the same cases. */
export async function runCases(
  trial: Trial,
  limits: Limits,
  progress: (summary: Summary) => void = () => undefined,
): Promise<Summary> {
  const { seed, cases, shrinkMs } = limits;
  const summary = createSummary(seed);
  const session: Session = { trial, limits, summary };
  const unwatch = watchRejections();
  const { stackTraceLimit } = Error;
  // Errors are made by the thousand, for their message alone.
  Error.stackTraceLimit = 0;
  try {
    for (let chunk = 0; summary.cases < cases && summary.failure === undefined; chunk++) {
      const options = {
        seed: chance(`${seed} chunk ${chunk}`) | 0,
        numRuns: schemasPerCheck,
        unbiased: true,
        endOnFailure: shrinkMs === 0,
      };
      const checked = await fc.check(
        fc.asyncProperty(caseSpec, (spec) => runSpec(spec, session)),
        options,
      );
      if (checked.failed) summary.failure = toFailure(checked, seed);
      progress(summary);
    }
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
    unwatch();
  }
  return summary;
}

/** Throws a description of the first difference. */
async function runSpec({ schema: spec, works }: CaseSpec, session: Session): Promise<void> {
  if (session.shrinkUntil !== undefined && performance.now() > session.shrinkUntil) return;
  const world = buildWorld(spec);
  for (const { document, executions } of works) {
    const work = prepareWork(spec, world, document);
    for (const execution of executions) await runExecution(work, execution, session);
  }
}

async function runExecution(work: Work, execution: ExecutionSpec, session: Session): Promise<void> {
  const { trial, limits, summary } = session;
  const compared = await runCase(work, execution, trial);
  const path = trial.path?.();
  const mayLeave = trial.mayLeaveRejections === true || path?.compiled === false;
  const report = mayLeave ? compared : { ...compared, problems: [...compared.problems, ...leftBehind(compared)] };
  // What follows a difference is shrinking, which counts for nothing.
  if (session.shrinkUntil === undefined) count(summary, report, path, () => isValid(work));
  if (report.problems.length === 0) return;
  if (limits.onDifference !== undefined) return limits.onDifference(describe(work, execution, report));
  session.shrinkUntil ??= performance.now() + (limits.shrinkMs ?? 20_000);
  throw new Error(describe(work, execution, report));
}

function leftBehind({ actual }: CaseReport): string[] {
  return actual.unhandled.map((reason) => `leaves a rejection that nobody handles: ${(reason as Error)?.message}`);
}

/** Validation itself may throw: it collects a subscription's fields without variables. */
function isValid({ world: { schema }, document }: Work): boolean {
  try {
    return validate(schema, document).length === 0;
  } catch {
    return false;
  }
}

function describe(work: Work, execution: ExecutionSpec, report: CaseReport): string {
  const { expected, actual } = report;
  const { printed, spec, world } = work;
  return [
    `Problems:\n${report.problems.join('\n')}`,
    `Schema (strain ${spec.strain}):\n${schemaText(world)}`,
    `Document:\n${printed.text}`,
    `Variables: ${digest(toVariables(printed, execution))}`,
    `Operation name: ${toOperationName(printed, execution)}; execution: ${digest(execution)}`,
    `graphql-js ${expected.how}: ${digest(expected.result ?? expected.reason)}`,
    `executor ${actual.how}: ${digest(actual.result ?? actual.reason)}`,
  ].join('\n\n');
}

/** A schema that an executor has changed may be none that prints. */
function schemaText({ schema }: World): string {
  try {
    return printSchema(schema);
  } catch (error) {
    return `(${error})`;
  }
}

function toFailure(checked: fc.RunDetails<[CaseSpec]>, seed: number): string {
  const { numShrinks, errorInstance } = checked as { errorInstance?: unknown } & typeof checked;
  const text = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
  return `Seed ${seed}, shrunk ${numShrinks} times.\n${text}`;
}
