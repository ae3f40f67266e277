/** A system, started on its core and asked: it is ready when it has answered the constant. */
import { request } from 'undici';
import { freePort } from '../process/free-port.ts';
import { startProcess } from '../process/start-process.ts';
import { missingPackages } from './packages.ts';
import type { QueryName, System } from './system.ts';

export interface RunningSystem {
  readonly system: System;
  readonly pid: number;
  readonly urlOf: (query: QueryName) => string;
  stop(): Promise<void>;
}

/** Why a system is not in the table. */
export class AbsentError extends Error {}

/** Throws AbsentError when the system cannot run on this machine. */
export async function startSystem(system: System, upstream: string, cores: readonly number[]): Promise<RunningSystem> {
  const missing = missingPackages(system);
  if (missing.length > 0) throw new AbsentError(`not installed: ${missing.join(', ')}`);
  const port = await freePort();
  const urlOf = (query: QueryName) => `http://127.0.0.1:${port}${system.pathOf?.(query) ?? '/graphql'}`;
  const body = JSON.stringify({ query: '{ greet }' });
  try {
    const { command, env = {}, cwd, cleanUp } = await system.launch({ port, upstream });
    const isReady = async () => {
      const headers = { 'content-type': 'application/json' };
      const answer = await request(urlOf('greet'), { method: 'POST', headers, body });
      await answer.body.dump();
      return answer.statusCode === 200;
    };
    const started = { name: system.title, command, env, ...(cwd === undefined ? {} : { cwd }), cores, isReady };
    const running = await startProcess(started);
    return {
      system,
      pid: running.pid,
      urlOf,
      stop: async () => {
        await running.stop();
        await cleanUp?.();
      },
    };
  } catch (reason) {
    throw new AbsentError(reasonOf(reason));
  }
}

function reasonOf(reason: unknown): string {
  const text = reason instanceof Error ? reason.message : String(reason);
  return /ABSENT: (.*)/.exec(text)?.[1] ?? text;
}
