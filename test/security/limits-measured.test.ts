/** What the programs write of limits and costs: what is only measured is answered, and every operation says what it cost. */
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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
  const codes = [...new Set(limitCases.map(({ code }) => (code.startsWith('MAX_') ? code : 'MAX_TOKENS')))];
  const origins = Object.entries(services.origins).map(([service, origin]) => [`${service.toUpperCase()}_URL`, origin]);
  const main = fileURLToPath(import.meta.resolve(`@facet/${name}-bff`)).replace('index.ts', 'main.ts');
  const process = startShell(`exec ${globalThis.process.execPath} --conditions=facet-source ${main}`, {
    ...{ NODE_ENV: 'test', PORT: '0', LOG_LEVEL: 'info', IDENTITY_ISSUER: services.issuer.issuer },
    ...Object.fromEntries(origins),
    LIMIT_MODES: codes.map((code) => `${code}:measure`).join(','),
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
