/** What the programs write of limits and costs: what is only measured is answered, and every operation says what it cost. */
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'undici';
import { killRemaining, type RunningProcess, startShell } from '../recipes/start-process.ts';
import { type Services, startServices } from '../support/bffs-over-services.ts';
import { limitCases } from '../support/limit-cases.ts';
import { type Operation, postOperation } from '../support/post-operation.ts';

const names = ['web', 'mobile'] as const;
type Name = (typeof names)[number];

interface Running {
  readonly url: string;
  readonly process: RunningProcess;
}
interface Line {
  readonly msg: string;
  readonly requestId: string;
}

let services: Services;
const running = new Map<Name, Running>();
beforeAll(async () => {
  services = await startServices();
  for (const name of names) running.set(name, await start(name));
}, 30_000);
afterAll(async () => {
  for (const { process } of running.values()) process.kill('SIGTERM');
  await Promise.all([...running.values()].map(({ process }) => process.ended));
  killRemaining();
  await services.close();
});

async function start(name: Name): Promise<Running> {
  const ofDocuments = [...new Set(limitCases.map(({ code }) => (code.startsWith('MAX_') ? code : 'MAX_TOKENS')))];
  const origins = Object.entries(services.origins).map(([service, origin]) => [`${service.toUpperCase()}_URL`, origin]);
  const main = fileURLToPath(import.meta.resolve(`@facet/${name}-bff`)).replace('index.ts', 'main.ts');
  const process = startShell(`exec ${globalThis.process.execPath} --conditions=facet-source ${main}`, {
    ...{ NODE_ENV: 'test', PORT: '0', LOG_LEVEL: 'info', IDENTITY_ISSUER: services.issuer.issuer },
    ...Object.fromEntries(origins),
    LIMIT_MODES: ['MAX_BODY_BYTES', ...ofDocuments].map((code) => `${code}:measure`).join(','),
  });
  const [, url = ''] = await process.says(/"url":"(http:[^"]+)"/);
  return { url, process };
}

/** The answer, and the lines that the program writes of it until the one that ends it. */
async function ask(name: Name, requestId: string, operation: Operation) {
  const { url, process } = running.get(name) as Running;
  const headers = { ...operation.headers, 'x-request-id': requestId };
  const answer = await postOperation(url, { ...operation, headers });
  await process.says(new RegExp(`"requestId":"${requestId}".*"msg":"operation answered"`));
  const written = process
    .output()
    .split('\n')
    .filter((line) => line.includes(`"requestId":"${requestId}"`));
  return { answer, lines: written.map((line) => JSON.parse(line) as Line) };
}

describe('a limit that only measures', () => {
  it.each(limitCases.map((one, at) => [one.client, one.what, one, at] as const))(
    'of %s answers more %s than it would, and says so in the log',
    async (client, _what, { code, max, toOperation }, at) => {
      const limit = code.startsWith('MAX_') ? code : 'MAX_TOKENS';
      const { answer, lines } = await ask(client, `measured-${at}`, toOperation(max + 1));
      expect(answer.errors.map(({ extensions }) => extensions.code)).not.toContain(code);
      const told = lines.filter(({ msg }) => msg === 'operation beyond a limit that is only measured');
      expect(told).toEqual([expect.objectContaining({ code: limit, found: max + 1, max })]);
    },
  );
});

describe.each(names)('the limit of bodies of %s that only measures', (name) => {
  const query = '{ __typename }';
  const beyond = 'operation beyond a limit that is only measured';
  const told = (lines: Line[]) => lines.filter(({ msg }) => msg === beyond);

  it('answers a longer one, and says so in the log', async () => {
    const body = JSON.stringify({ query }).padEnd(100_001);
    const { answer, lines } = await ask(name, `long-${name}`, { query, body });
    expect(answer.status).toBe(200);
    expect(told(lines)).toEqual([expect.objectContaining({ code: 'MAX_BODY_BYTES', found: 100_001, max: 100_000 })]);
  });

  it('does so where the length was not said', async () => {
    const id = `chunks-${name}`;
    const { url, process } = running.get(name) as Running;
    const padding = 'x'.repeat(100_000);
    const headers = { 'content-type': 'application/json', 'x-request-id': id };
    const body = Readable.from([JSON.stringify({ query, padding })]);
    const { statusCode, body: answered } = await request(`${url}/graphql`, { method: 'POST', headers, body });
    await answered.dump();
    expect(statusCode).toBe(200);
    await process.says(new RegExp(`"requestId":"${id}".*"code":"MAX_BODY_BYTES"`));
  });

  it('says nothing of one that is as long as one may be', async () => {
    const { lines } = await ask(name, `short-${name}`, { query, body: JSON.stringify({ query }).padEnd(100_000) });
    expect(told(lines)).toEqual([]);
  });

  it('still refuses what is ten times as long', async () => {
    const { url } = running.get(name) as Running;
    const answer = await postOperation(url, { query, body: JSON.stringify({ query }).padEnd(1_000_001) });
    expect(answer).toMatchObject({ status: 413, errors: [{ extensions: { code: 'PAYLOAD_TOO_LARGE' } }] });
  });
});

describe('the line of an operation', () => {
  const costsOf = async (name: Name, id: string, operation: Operation) => {
    const { lines } = await ask(name, id, operation);
    return lines.find(({ msg }) => msg === 'operation answered');
  };

  it('says what it was counted to cost, and what it did: of one whose answer is everybody’s', async () => {
    const search = (first: number) => `search(text: "lamp", first: ${first}) { edges { node { id } } }`;
    const some = await costsOf('web', 'public-web', { query: `{ ${search(5)} }` });
    expect(some).toMatchObject({ estimatedCost: 6, actualCost: 6 });
    const tiles = 'searchScreen(text: "oak lamp", price: "1-2", first: 20) { tiles { id rating { count } } }';
    expect(await costsOf('mobile', 'public-mobile', { query: `{ ${tiles} }` })).toMatchObject({
      estimatedCost: 41,
      actualCost: 1,
    });
  });

  it('says both of one that is a person’s own', async () => {
    const headers = { authorization: `Bearer ${services.issuer.token('acc-007')}` };
    const web = await costsOf('web', 'personal-web', { query: '{ viewer { id cart { items { name } } } }', headers });
    expect(web).toMatchObject({ principal: 'acc-007', estimatedCost: 22, actualCost: 2 });
    const mobile = await costsOf('mobile', 'personal-mobile', { query: '{ cartScreen { lines { name } } }', headers });
    expect(mobile).toMatchObject({ principal: 'acc-007', estimatedCost: 21, actualCost: 1 });
  });
});
