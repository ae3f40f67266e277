/** Jest environment that leaves out, by name, the one test of Apollo's integration suite that is not about integrations. */
import { TestEnvironment } from 'jest-environment-node';

// Suite 5.5.0 asserts that the server has the suite's own version; the newest suite is older than server 5.5.1.
const leftOut = 'lockstep versioning of @apollo/server and @apollo/server-integration-testsuite';

export default class ApolloSuiteEnvironment extends TestEnvironment {
  handleTestEvent(event, state) {
    if (event.name === 'run_start') skip(state.rootDescribeBlock);
  }
}

function skip(block) {
  for (const child of block.children) {
    if (child.type === 'describeBlock') skip(child);
    else if (child.name === leftOut) child.mode = 'skip';
  }
}
