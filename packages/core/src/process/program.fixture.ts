/** A program as small as one can be: `GET /` says which process answers. Not to be imported, but to be run. */
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseSettings } from '../config/settings.ts';
import { runBff } from './run-bff.ts';

const { WORKERS, BREAKS_WHERE = '', HANGS } = process.env;

await runBff({
  name: 'program',
  settings: () =>
    parseSettings({ environment: 'test', port: 0, workers: Number(WORKERS), cache: false, shutdownGraceMs: 1 }),
  create: async ({ port, host }) => {
    if (existsSync(BREAKS_WHERE)) throw new Error('there is no room');
    const server = createServer((_request, response) =>
      response.setHeader('connection', 'close').end(`${process.pid}`),
    );
    return {
      listen: () =>
        new Promise((resolve, reject) => {
          server.once('error', reject);
          server.listen(port, host, () => {
            const url = `http://localhost:${(server.address() as AddressInfo).port}`;
            console.log(`${process.pid} at ${url}`);
            resolve(url);
          });
        }),
      close: async () => {
        console.log(`${process.pid} stops`);
        await new Promise((resolve) => HANGS === undefined && server.close(resolve));
      },
    };
  },
});
