import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { startIdentityProvider } from './identity-provider.ts';
import { killRemaining, startProcess } from './process.fixture.ts';

const runToken = (port: string, ...args: string[]) =>
  startProcess(process.execPath, ['--conditions=facet-source', join(import.meta.dirname, 'token.ts'), ...args], {
    env: { IDP_PORT: port },
  }).ended;

describe('token', () => {
  afterEach(killRemaining);

  it('prints a fresh token of the account and nothing else', async () => {
    const provider = await startIdentityProvider({ port: 0 });
    const { code, stdout, stderr } = await runToken(new URL(provider.issuer).port, 'acc-007');
    await provider.close();

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    const claims = JSON.parse(Buffer.from(stdout.split('.')[1] ?? '', 'base64url').toString());
    expect(claims).toMatchObject({ sub: 'acc-007' });
  });

  it('says that Facet must run when nothing answers', async () => {
    const provider = await startIdentityProvider({ port: 0 });
    await provider.close();
    const { code, stdout, stderr } = await runToken(new URL(provider.issuer).port);

    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(
      `No identity provider answers at ${provider.issuer}: start Facet with \`npm start\` first.`,
    );
  });
});
