/** How much both APIs take, over HTTP: the most of everything is answered, one more is refused before any call. */
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Bffs, type Services, startBffs, startServices } from '../support/bffs-over-services.ts';
import { type Forwarder, startForwarder } from '../support/forwarder.ts';
import { limitCases } from '../support/limit-cases.ts';
import { postOperation } from '../support/post-operation.ts';

let services: Services;
let ways: Forwarder[];
let bffs: Bffs;
let callCount = 0;

beforeAll(async () => {
  services = await startServices();
  const entries = await Promise.all(
    Object.entries(services.origins).map(async ([name, origin]) => {
      const onExchange = () => {
        callCount += 1;
      };
      return [name, await startForwarder({ to: () => origin, onExchange })] as const;
    }),
  );
  ways = entries.map(([, way]) => way);
  const origins = Object.fromEntries(entries.map(([name, { origin }]) => [name, origin]));
  bffs = await startBffs(services, origins, { cache: false, speculate: false });
});
afterAll(async () => {
  await bffs.close();
  await Promise.all(ways.map((way) => way.close()));
  await services.close();
});

async function send(client: 'web' | 'mobile', operation: Parameters<typeof postOperation>[1]) {
  callCount = 0;
  const { status, errors } = await postOperation(bffs[client], operation);
  return { status, codes: errors.map(({ extensions }) => extensions.code), errors, calls: callCount };
}

describe('a limit', () => {
  it.each(limitCases.map((one) => [one.client, one.what, one] as const))(
    'of %s lets the most %s pass, and refuses one more before any call',
    async (client, what, { code, max, toOperation }) => {
      const passed = await send(client, toOperation(max));
      // A page of mobile is shorter than pages may be: the argument says so itself.
      const isShorter = client === 'mobile' && what === 'items of a page';
      expect(passed.codes).toEqual(isShorter ? ['BAD_USER_INPUT'] : []);
      expect([passed.status, passed.calls > 0]).toEqual([200, !isShorter]);
      const refused = await send(client, toOperation(max + 1));
      expect(refused).toMatchObject({ status: 400, codes: [code], calls: 0 });
      if (code.startsWith('MAX_')) expect(refused.errors[0]?.extensions).toMatchObject({ found: max + 1 });
    },
  );
});

describe.each(['web', 'mobile'] as const)('%s', (client) => {
  const query = '{ __typename }';
  const bodyOf = (byteCount: number) => JSON.stringify({ query }).padEnd(byteCount);

  it('says how long a document may be', async () => {
    const { errors } = await send(client, { query: `{ ${'a b '.repeat(501)} }` });
    expect(errors[0]?.message).toBe('The document has more than 1,000 tokens. Split it, or ask for less.');
  });

  it('takes bodies of 100 KB, and no byte more', async () => {
    expect(await send(client, { query, body: bodyOf(100_000) })).toMatchObject({ status: 200, codes: [] });
    const refused = await send(client, { query, body: bodyOf(100_001) });
    expect(refused).toMatchObject({ status: 413, codes: ['PAYLOAD_TOO_LARGE'], calls: 0 });
  });

  it.each([
    [15_000, 200],
    [17_000, 431],
  ])('answers headers of %i bytes with %i', async (byteCount, status) => {
    const { hostname, port } = new URL(bffs[client]);
    const socket = connect(Number(port), hostname);
    const head = `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${bodyOf(0).length}\r\n`;
    socket.write(`${head}x-padding: ${'x'.repeat(byteCount)}\r\n\r\n${bodyOf(0)}`);
    const [answer] = await new Promise<Buffer[]>((resolve) => socket.once('data', (data) => resolve([data])));
    socket.destroy();
    expect(String(answer)).toContain(`HTTP/1.1 ${status} `);
  });
});
