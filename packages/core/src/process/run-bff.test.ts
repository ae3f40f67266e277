import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';

const program = join(import.meta.dirname, 'program.fixture.ts');
const folder = mkdtempSync(join(tmpdir(), 'facet-run-'));
const groups = new Set<number>();
afterAll(() => {
  for (const group of groups) process.kill(-group, 'SIGKILL');
  rmSync(folder, { recursive: true });
});

/** A process in a group of its own; `ended` waits for everything that could still write to its output. */
function start(env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ['--conditions=facet-source', program], {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const pid = child.pid as number;
  groups.add(pid);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      child.emit('said');
    });
  }
  const ended = once(child, 'close').then(([code, signal]) => {
    groups.delete(pid);
    child.emit('said');
    return { code, signal, said };
  });
  const says = async (pattern: RegExp): Promise<RegExpExecArray> => {
    for (;;) {
      const match = pattern.exec(said);
      if (match !== null) return match;
      if (!groups.has(pid)) throw new Error(`It ended without saying ${pattern}:\n${said}`);
      await once(child, 'said');
    }
  };
  const workersListen = async (): Promise<number[]> =>
    JSON.parse((await says(/"workerPids":(\[[\d,]+\]),"msg":"listening"/))[1] as string);
  return { pid, says, workersListen, ended };
}

const countOf = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

describe('runBff with one worker', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'ends with code 0 on %s as soon as it can be seen to listen',
    async (signal) => {
      const { pid, says, ended } = start({ WORKERS: '1' });
      await says(/ at http/);
      process.kill(pid, signal);
      expect(await ended).toMatchObject({ code: 0, said: expect.stringMatching(/ stops\n$/) });
    },
  );

  it('ends at once on a second signal', async () => {
    const { pid, says, ended } = start({ WORKERS: '1', HANGS: 'yes' });
    await says(/ at http/);
    process.kill(pid, 'SIGTERM');
    await says(/ stops/);
    process.kill(pid, 'SIGINT');
    expect(await ended).toMatchObject({ code: null, signal: 'SIGINT' });
  });

  it('says what is wrong at start, and ends with code 1', async () => {
    const { code, said } = await start({ WORKERS: '1', BREAKS_WHERE: folder }).ended;
    expect({ code, said }).toEqual({ code: 1, said: 'there is no room\n' });
  });
});

describe('runBff with several workers', () => {
  it('says once that it listens, with one port for all, and ends with code 0 when they have stopped', async () => {
    const { pid, workersListen, ended } = start({ WORKERS: '3' });
    const pids = await workersListen();
    process.kill(pid, 'SIGTERM');
    const { code, said } = await ended;
    expect({ code, stopped: pids.filter((worker) => said.includes(`${worker} stops`)) }).toEqual({
      code: 0,
      stopped: pids,
    });
    expect(new Set(said.match(/http:\/\/localhost:\d+/g)).size).toBe(1);
    expect(countOf(said, /"workers":3/g)).toBe(1);
  });

  it('stops once when Ctrl-C signals the whole group', async () => {
    const { pid, workersListen, ended } = start({ WORKERS: '2' });
    await workersListen();
    process.kill(-pid, 'SIGINT');
    const { code, said } = await ended;
    expect({ code, stops: countOf(said, / stops/g), deaths: countOf(said, /worker died/g) }).toEqual({
      code: 0,
      stops: 2,
      deaths: 0,
    });
  });

  it('ends at once, with its workers, on a second signal', async () => {
    const { pid, says, workersListen, ended } = start({ WORKERS: '2', HANGS: 'yes' });
    await workersListen();
    process.kill(pid, 'SIGTERM');
    await says(/ stops[\s\S]* stops/);
    process.kill(pid, 'SIGTERM');
    expect(await ended).toMatchObject({ code: null, signal: 'SIGTERM' });
  });

  it('kills a worker that does not stop in time', async () => {
    const { pid, workersListen, ended } = start({ WORKERS: '2' });
    const [frozen = 0] = await workersListen();
    process.kill(frozen, 'SIGSTOP');
    process.kill(pid, 'SIGTERM');
    const { code, said } = await ended;
    expect({ code, said }).toEqual({ code: 0, said: expect.stringMatching(`"workerPid":${frozen},.*"worker killed`) });
  });

  it('takes its workers with it when it is killed itself', async () => {
    const { pid, workersListen, ended } = start({ WORKERS: '2' });
    await workersListen();
    process.kill(pid, 'SIGKILL');
    expect(await ended).toMatchObject({ signal: 'SIGKILL' });
  });

  it.each(['SIGKILL', 'SIGTERM'] as const)('replaces a worker that ended by %s, at the same port', async (signal) => {
    const { pid, says, workersListen, ended } = start({ WORKERS: '2' });
    const [gone = 0, other = 0] = await workersListen();
    process.kill(gone, signal);
    const [, url, pids = ''] = await says(/"url":"([^"]+)","workerPids":\[([\d,]+)\],"msg":"worker replaced"/);
    const workers = pids.split(',').map(Number);
    expect([workers.length, workers.includes(gone), workers.includes(other)]).toEqual([2, false, true]);

    const answered = new Set<string>();
    for (let count = 0; count < 4; count++) answered.add(await (await fetch(`${url}/`)).text());
    expect([...answered].sort()).toEqual(workers.map(String).sort());
    process.kill(pid, 'SIGTERM');
    expect(await ended).toMatchObject({ code: 0 });
  });

  it('starts one worker first, so that what is wrong is said once, and ends with code 1', async () => {
    const { code, said } = await start({ WORKERS: '4', BREAKS_WHERE: folder }).ended;
    expect({ code, reasons: countOf(said, /there is no room/g) }).toEqual({ code: 1, reasons: 1 });
    expect(said).toContain('The first worker ended before it listened, by exit code 1; no other was started.');
  });

  it('stops all and ends with code 1 when replacements fail again and again', async () => {
    const marker = join(folder, 'broken');
    const { workersListen, ended } = start({ WORKERS: '2', BREAKS_WHERE: marker });
    const [gone = 0, other] = await workersListen();
    writeFileSync(marker, '');
    process.kill(gone, 'SIGKILL');
    const { code, said } = await ended;
    expect({ code, attempts: countOf(said, /there is no room/g) }).toEqual({ code: 1, attempts: 5 });
    expect(said).toContain('A worker died 5 times within 30 s before it listened, the last time by exit code 1');
    expect(said).toContain(`${other} stops`);
  }, 60_000);

  it('says once what is wrong with its settings', async () => {
    const { code, said } = await start({ WORKERS: '65' }).ended;
    expect({ code, said }).toEqual({ code: 1, said: expect.stringMatching(/^The settings .*\n- workers: .*\n$/) });
  });
});
