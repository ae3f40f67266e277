/** Runs one autocannon job, given as JSON in the first argument, and prints its result as JSON. */
import autocannon from 'autocannon';

const result = await autocannon(JSON.parse(process.argv[2]));
console.log(
  JSON.stringify({
    requestCount: result['2xx'] + result.non2xx,
    seconds: result.duration,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    bytes: result.throughput.total,
    errorCount: result.errors + result.timeouts + result.non2xx,
  }),
);
