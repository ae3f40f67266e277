/**
 * `pnpm verify [--only format,lint]`: everything that must hold before a change lands, one named step after another.
 * A failing step does not stop the others; the summary names all of them and the exit code is 1.
 * The last line is the tests' own `N passed, N failed, N skipped`, when they ran.
 */
import { spawn } from 'node:child_process';
import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const boundaryRules = ['plugin', 'suspicious/noImportCycles'];
const toOptions = (option) => boundaryRules.map((rule) => `--${option}=${rule}`).join(' ');

/** Commands run from the root with the project's own tools first on PATH; the tests as a newcomer runs them. */
const steps = [
  { name: 'format', commands: ['biome format .'] },
  { name: 'lint', commands: [`biome lint --error-on-warnings ${toOptions('skip')} .`] },
  { name: 'types', commands: ['tsc -b', 'tsc -p test/tsconfig.json'] },
  { name: 'boundaries', commands: [`biome lint ${toOptions('only')} .`] },
  { name: 'generated', commands: ['node --conditions=facet-source packages/codegen/src/main.ts --check'] },
  { name: 'tests', commands: ['npm test'], asNewcomer: true },
];

/** A process that a command left behind holds its output open; nobody waits for it longer, in milliseconds. */
const leftBehindMs = 5_000;

const chosen = chooseSteps();
const results = [];
for (const step of chosen) results.push(await runStep(step));
printSummary(results);
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;

function chooseSteps() {
  const { only } = parseArgs({ options: { only: { type: 'string' } } }).values;
  if (only === undefined) return steps;
  const wanted = only.split(',');
  const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length === 0) return steps.filter(({ name }) => wanted.includes(name));
  process.stderr.write(
    `There is no step ${unknown.join(', ')}: choose from ${steps.map(({ name }) => name).join(', ')}.\n`,
  );
  return process.exit(2);
}

async function runStep({ name, commands, asNewcomer = false }) {
  process.stdout.write(`\n== ${name} ==\n`);
  const start = performance.now();
  let failed = false;
  let counts;
  for (const command of commands) {
    process.stdout.write(`$ ${command}\n`);
    const { code, output } = await runCommand(command, asNewcomer);
    failed ||= code !== 0;
    counts = output.match(/^\d+ passed, \d+ failed, \d+ skipped$/gm)?.at(-1) ?? counts;
  }
  const result = { name, ok: !failed, seconds: ((performance.now() - start) / 1_000).toFixed(1), counts };
  process.stdout.write(`${toLine(result)}\n`);
  return result;
}

/** Runs in a shell, shows stdout as it comes, and returns it with the exit code. */
function runCommand(command, asNewcomer) {
  const ownTools = `${root}node_modules/.bin${delimiter}${process.env.PATH}`;
  const env = asNewcomer ? process.env : { ...process.env, PATH: ownTools };
  const child = spawn(command, { cwd: root, shell: true, stdio: ['inherit', 'pipe', 'inherit'], env });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    output += chunk;
    process.stdout.write(chunk);
  });
  return new Promise((resolve) => {
    child.on('exit', (code) => {
      const timer = setTimeout(() => child.stdout.destroy(), leftBehindMs);
      child.on('close', () => {
        clearTimeout(timer);
        resolve({ code, output });
      });
    });
  });
}

function toLine({ name, ok, seconds }) {
  return `${ok ? 'ok    ' : 'FAILED'} ${name.padEnd(10)} ${seconds.padStart(6)} s`;
}

function printSummary(all) {
  process.stdout.write(`\n== verify ==\n${all.map(toLine).join('\n')}\n`);
  const counts = all.findLast((result) => result.counts !== undefined)?.counts;
  if (counts !== undefined) process.stdout.write(`${counts}\n`);
}
