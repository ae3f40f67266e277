/** `pnpm token [account]`: prints a fresh demo token, and nothing else, while the constellation runs. */
import { readConfig } from './config.ts';
import { requestDemoToken } from './demo-token.ts';

const [account = 'acc-001'] = process.argv.slice(2);

try {
  const issuer = `http://localhost:${readConfig().ports.identity}`;
  process.stdout.write(`${await requestDemoToken(issuer, account)}\n`);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
