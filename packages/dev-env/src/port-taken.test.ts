import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config.ts';
import { listen } from './listen.ts';
import { toStartError } from './port-taken.ts';

const { ports } = readConfig({});

describe('toStartError', () => {
  it('names who wanted a port that is really taken, and the variable that changes it', async () => {
    const holder = createServer();
    await listen(holder, 0, '127.0.0.1');
    const { port } = holder.address() as AddressInfo;
    const refused = await listen(createServer(), port, '127.0.0.1').catch((error: unknown) => error);
    holder.close();

    expect(toStartError(refused, { ...ports, catalog: port })).toMatchObject({
      name: 'PortTakenError',
      message: `Port ${port} (catalog) is already in use; set CATALOG_PORT to another one.`,
    });
  });

  it('finds the listen error behind causes and aggregates', () => {
    const listenError = Object.assign(new Error('listen'), { code: 'EADDRINUSE', port: 4001 });
    const wrapped = new Error('mobile did not start', { cause: new AggregateError([new Error('other'), listenError]) });

    expect(toStartError(wrapped, ports)).toMatchObject({ listener: 'mobile', port: 4001 });
  });

  it('leaves every other error as it is', () => {
    const error = new Error('no such table');

    expect(toStartError(error, ports)).toBe(error);
  });
});
