// Runs orders in a process of its own that kills itself at one moment of a checkout, for good and without a word.
import { type DomainServicesOptions, startDomainServices } from '../index.ts';

const [options = '{}', killAt, clockAheadMs] = process.argv.slice(2);
const running = await startDomainServices({
  ...(JSON.parse(options) as DomainServicesOptions),
  now: () => Date.now() + Number(clockAheadMs),
  checkout: {
    onStep: (moment) => {
      if (moment === killAt) process.kill(process.pid, 'SIGKILL');
    },
  },
});
console.log(running.origins.orders);
