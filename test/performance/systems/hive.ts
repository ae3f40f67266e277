/** Hive Gateway, a program of its own with a supergraph. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { binOf, peersFolder } from './packages.ts';
import type { System } from './system.ts';

const run = promisify(execFile);

/** Hive Gateway; its supergraph is composed at each launch, since the upstream's address is part of it. */
export function createHive(given: Pick<System, 'name' | 'title'> & { readonly env?: Record<string, string> }): System {
  const { env = {}, ...system } = given;
  return {
    ...system,
    packages: ['@graphql-hive/gateway', '@graphql-mesh/compose-cli', '@omnigraph/openapi'],
    async launch({ port, upstream }) {
      const folder = await mkdtemp(path.join(tmpdir(), 'facet-bench-hive-'));
      const supergraph = path.join(folder, 'supergraph.graphql');
      const environment = { ...env, PORT: String(port), UPSTREAM: upstream };
      const compose = [binOf('@graphql-mesh/compose-cli', 'mesh-compose'), '-c', 'hive-compose.mjs', '-o', supergraph];
      await run(process.execPath, compose, { cwd: peersFolder, env: { ...process.env, ...environment } });
      const gateway = binOf('@graphql-hive/gateway', 'hive-gateway');
      return {
        command: [process.execPath, gateway, 'supergraph', supergraph, '-c', 'hive-gateway.mjs'],
        env: environment,
        cwd: peersFolder,
        cleanUp: () => rm(folder, { recursive: true, force: true }),
      };
    },
  };
}
