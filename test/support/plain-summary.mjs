/**
 * Jest reporter: closes a run with one plain line that people and scripts can read alike.
 * A suite that could not run counts as one failure. Written at exit, behind Jest's own summary.
 */
export default class PlainSummary {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const line = `${results.numPassedTests} passed, ${failed} failed, ${skipped} skipped\n`;
    process.once('exit', () => process.stdout.write(line));
  }
}
