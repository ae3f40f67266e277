/** GraphQL over HTTP, as graphql-http's server audits check it, on both BFFs: no errors, and no warning unexplained. */

import { createMobileBff } from '@facet/mobile-bff';
import { createWebBff } from '@facet/web-bff';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serverAudits } from 'graphql-http';

const preflight =
  'A GET without a header that makes browsers ask first is refused: another site could send it with the cookies of ' +
  'the person who visits (CSRF). With `apollo-require-preflight` or a JSON content type it is answered.';
const honestStatus =
  'What is wrong with the request is 400 whatever the caller accepts, so that logs, proxies and monitors that read ' +
  'no bodies see it. The recommended 200 is for clients that cannot read a 400; the body is the same.';

/** What is recommended and not done, on purpose, with its requirement level: `warn` for SHOULD, `notice` for MAY. */
const explained: Readonly<Record<string, { status: 'warn' | 'notice'; because: string }>> = {
  '5A70': { status: 'notice', because: preflight },
  D6D5: { status: 'notice', because: preflight },
  '6A70': { status: 'notice', because: preflight },
  '572B': { status: 'warn', because: honestStatus },
  FDE2: { status: 'warn', because: honestStatus },
  '7B9B': { status: 'warn', because: honestStatus },
};

describe.each([
  ['web', createWebBff],
  ['mobile', createMobileBff],
])('audits of the %s BFF', (_, create) => {
  let bff: Awaited<ReturnType<typeof create>>;
  let url: string;
  beforeAll(async () => {
    // The audits ask for __typename alone: no service is called.
    const origin = 'http://localhost:1';
    bff = await create({
      environment: 'test',
      port: 0,
      logLevel: 'silent',
      services: { catalog: { origin }, inventory: { origin }, reviews: { origin }, accounts: { origin } },
    });
    url = `${await bff.listen()}/graphql`;
  });
  afterAll(() => bff.close());

  const audits = serverAudits({ url: () => url });

  it.each(audits)('$id: $name', async ({ id, fn }) => {
    const result = await fn();
    const reason = result.status === 'ok' ? undefined : result.reason;
    expect({ status: result.status, reason }).toEqual(
      explained[id] === undefined
        ? { status: 'ok', reason: undefined }
        : { status: explained[id].status, reason: 'Response status code is not 200' },
    );
  });

  it('explain no audit that does not exist', () => {
    expect(Object.keys(explained).filter((id) => !audits.some((audit) => audit.id === id))).toEqual([]);
  });

  it('leave GET to callers that show they are no forged form', async () => {
    const target = `${url}?query={__typename}`;
    const preflighted = await fetch(target, { headers: { 'apollo-require-preflight': 'true' } });
    expect(await preflighted.json()).toEqual({ data: { __typename: 'Query' } });
    const refused = await fetch(target);
    expect([refused.status, await refused.json()]).toMatchObject([
      400,
      { errors: [{ extensions: { code: 'BAD_REQUEST' } }] },
    ]);
  });
});
