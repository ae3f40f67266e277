/** What a run of many cases counted, so that one can see that it tried what it claims to try. */
import type { CaseReport } from './run-case.ts';

/** What an executor says of a call. */
export interface PathReport {
  readonly compiled: boolean;
  readonly reason?: string | undefined;
}

export interface Summary {
  readonly seed: number;
  cases: number;
  /** Cases whose request was no request error, so that something was executed. */
  executed: number;
  /** Executed cases that the executor compiled. */
  compiled: number;
  /** Executed cases that it did not compile although their document passes validation. */
  fellBack: number;
  /** Why it did not compile, and how often, for valid and invalid documents. */
  readonly reasons: Record<string, number>;
  /** How executions ended in graphql-js. */
  readonly endings: Record<string, number>;
  /** Calls of resolvers by graphql-js. */
  calls: number;
  withErrors: number;
  /** Cases in which other errors won than in graphql-js, which was found right. */
  raced: number;
  /** Promises that graphql-js left rejected and unhandled. */
  leftByReference: number;
  /** Problems by their beginning; only a survey goes on behind the first. */
  readonly differences: Record<string, number>;
  /** The smallest case that differs, as text for people; absent where all is equal. */
  failure?: string;
}

export function createSummary(seed: number): Summary {
  const counts = {
    cases: 0,
    executed: 0,
    compiled: 0,
    fellBack: 0,
    calls: 0,
    withErrors: 0,
    raced: 0,
    leftByReference: 0,
  };
  return { seed, ...counts, reasons: {}, endings: {}, differences: {} };
}

/** Counts a case; whether its document is valid is asked for only where that matters. */
export function count(
  summary: Summary,
  report: CaseReport,
  path: PathReport | undefined,
  isValid: () => boolean,
): void {
  const { expected } = report;
  summary.cases++;
  if (wasExecuted(report)) {
    summary.executed++;
    if (path?.compiled === true) summary.compiled++;
    if (path?.compiled === false) countFallback(summary, path, isValid());
  }
  add(summary.endings, expected.how);
  if (expected.result?.errors !== undefined) summary.withErrors++;
  if (report.raced && report.problems.length === 0) summary.raced++;
  summary.calls += expected.calls.length;
  summary.leftByReference += expected.unhandled.length;
  for (const problem of report.problems) add(summary.differences, problem.replaceAll(/"[^"]*"|\d+/g, '…').slice(0, 80));
}

function countFallback(summary: Summary, { reason }: PathReport, valid: boolean): void {
  if (valid) summary.fellBack++;
  add(summary.reasons, `${valid ? 'valid' : 'invalid'}: ${reason}`);
}

/** Whether there was an operation to compile: neither its variables nor its kind were refused. */
function wasExecuted({ expected: { result } }: CaseReport): boolean {
  if (result === undefined) return true;
  return 'data' in result && result.errors?.[0]?.message.startsWith('Schema is not configured') !== true;
}

function add(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}
