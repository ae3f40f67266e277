/**
 * First step of every root script: makes `npm start` and `npm test` work on a machine that has only Node 20+ and npm.
 *
 *     node packages/dev-env/bootstrap.mjs <command> [arguments…]
 *
 * Called by anybody but pnpm, it hands the same script to pnpm (which installs first, and puts the project's own Node
 * in front on PATH). Called by pnpm, it runs the command. In both cases it passes signals on, ends with the child's exit
 * code, and ends the child when whoever started it is gone. Node built-ins only: it runs before anything is installed.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { constants } from 'node:os';

const OLDEST_NODE = 24;
const PARENT_POLL_MS = 250;
/** How long a child may take to stop by itself after its parents are gone. */
const STOP_GRACE_MS = 5_000;

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const [command, ...args] = process.argv.slice(2);
const script = process.env.npm_lifecycle_event;
const calledByPnpm = process.env.npm_config_user_agent?.startsWith('pnpm/') ?? false;

await (calledByPnpm ? runCommand() : handToPnpm());

function runCommand() {
  if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
    fail(
      `Facet runs on Node ${OLDEST_NODE} or newer and this is Node ${process.versions.node}: the install did not finish.`,
      `Run \`npx -y ${manifest.packageManager} install\`, read what it says, then try again.`,
    );
  }
  if (command === undefined) fail('Say what to run: node packages/dev-env/bootstrap.mjs <command> [arguments…]');
  return run(command, args);
}

function handToPnpm() {
  if (script === undefined) fail('Start this through a script of package.json, such as `npm start` or `npm test`.');
  const silent = process.env.npm_config_loglevel === 'silent' ? ['--silent'] : [];
  return run('npx', ['-y', manifest.packageManager, ...silent, 'run', script, ...argumentsBehindScript()]);
}

/** What the user added (`npm test -- path`): npm appends it to the script's own words, so it is the rest. */
function argumentsBehindScript() {
  const text = manifest.scripts[script] ?? '';
  const own = text.split(/\s+/).slice(2);
  const given = process.argv.slice(2);
  if (own.every((word, index) => given[index] === word)) return given.slice(own.length);
  return fail(
    `The script "${script}" in package.json is not what was run: ${text}`,
    'Write it as `node packages/dev-env/bootstrap.mjs <command> …`, in plain words without quotes.',
  );
}

async function run(file, fileArgs) {
  const link = createServer((below) => below.on('error', () => {})).listen(0, '127.0.0.1');
  await once(link, 'listening');
  const child = spawn(file, fileArgs, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, FACET_BOOTSTRAP_LINK: String(link.address().port) },
  });
  // A handler keeps this process alive on a second Ctrl-C, too: it leaves only after its child has.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  whenAbandoned(() => {
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), STOP_GRACE_MS);
  });
  child.on('error', (error) => fail(`Could not run ${file}: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}

/**
 * npx and pnpm may end without telling their children, and may live on when npm is gone. So each bootstrap watches its
 * parent, and holds a connection to the bootstrap above, which closes however that one ends.
 */
function whenAbandoned(stop) {
  const parent = process.ppid;
  const watch = setInterval(() => process.ppid !== parent && stopOnce(), PARENT_POLL_MS);
  const stopOnce = () => {
    clearInterval(watch);
    stop();
  };
  const port = process.env.FACET_BOOTSTRAP_LINK;
  if (port === undefined) return;
  connect(Number(port), '127.0.0.1')
    .on('error', () => {})
    .on('close', stopOnce);
}

function fail(...lines) {
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exit(1);
}
