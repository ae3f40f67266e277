/** The engine asks services for the columns that an operation reads, graphql-js for all of them: no answer differs. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, createAuthorization, createExecute, type ResolverContext } from '@facet/core';
import * as mobile from '@facet/mobile-bff';
import * as web from '@facet/web-bff';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ExecutionArgs, type ExecutionResult, execute as executeByGraphqlJs, parse } from 'graphql';
import { newKey } from '../support/buy.ts';
import { createExpectedCalls } from '../support/expected-calls.ts';
import { createExpectedPurchaseCalls } from '../support/expected-purchase-calls.ts';
import {
  type BffName,
  type GraphqlAsking,
  gatewayOrigins,
  isService,
  type ObservedBffs,
  operationsFolder,
  startObservedBffs,
} from '../support/observed-bffs.ts';
import { audience } from '../support/observed-services.ts';
import { startWorkBff, type WorkBff } from '../support/work-bff.ts';

type Executor = (args: ExecutionArgs) => ExecutionResult | PromiseLike<ExecutionResult>;

const schemas = {
  web: buildSchema(web.typeDefs, web.resolvers),
  mobile: buildSchema(mobile.typeDefs, mobile.resolvers),
};
const execute = createExecute({ authorization: createAuthorization() });
const files = (['web', 'mobile'] as const).flatMap((bff) =>
  readdirSync(operationsFolder(bff)).map((file): [BffName, string] => [bff, file.replace('.graphql', '')]),
);

let observed: ObservedBffs;
let bffs: Record<BffName, WorkBff>;
let askings: ReturnType<typeof createExpectedCalls>;
beforeAll(async () => {
  observed = await startObservedBffs();
  const { issuer, gateways } = observed;
  const start = (name: BffName) => {
    const identity = { issuer, audience, clientId: `${name}-bff`, clientSecret: `${name}-bff-secret` };
    return startWorkBff({ services: gatewayOrigins(gateways), identity, cache: false });
  };
  bffs = { web: await start('web'), mobile: await start('mobile') };
  askings = { ...createExpectedCalls(observed), ...createExpectedPurchaseCalls(observed) };
});
afterAll(async () => {
  await Promise.all(Object.values(bffs).map((bff) => bff.close()));
  await observed.close();
});

/** The answer as JSON, and the BFF's calls that named columns. */
async function ask(executor: Executor, bff: BffName, operation: string, asking: GraphqlAsking) {
  const document = parse(readFileSync(join(operationsFolder(bff), `${operation}.graphql`), 'utf8'));
  const { variables = {}, as, key = '' } = asking;
  const signedIn = as === undefined ? {} : { authorization: `Bearer ${await observed.token(as)}` };
  const headers = { 'accept-language': 'de-DE', 'idempotency-key': key, ...signedIn };
  observed.takeCalls();
  const run = (contextValue: ResolverContext) =>
    executor({ schema: schemas[bff], document, contextValue, variableValues: variables });
  const answer = await bffs[bff].inRequest(run, headers);
  const naming = observed.takeCalls().filter(({ query, caller }) => 'fields' in query && !isService(caller));
  return { text: JSON.stringify(answer), errors: answer.errors, naming };
}

describe('answers', () => {
  it.each(files)('of %s %s are the same with the columns that are read as with all', async (bff, operation) => {
    const { asking = {} } = (await askings[`${bff} ${operation}`]?.()) ?? {};
    // The key makes a change be carried out once, so that both executors are told the same of it.
    const keyed = { key: newKey(), ...asking };
    const some = await ask(execute, bff, operation, keyed);
    const all = await ask(executeByGraphqlJs as Executor, bff, operation, keyed);
    expect(some.errors).toBeUndefined();
    expect(some.text).toBe(all.text);
    expect(all.naming).toEqual([]);
    // The children of a category are found by a resolver written by hand; a profile that changed is the change's answer.
    const readsAll = ['web category-tree', 'web update-profile'].includes(`${bff} ${operation}`);
    expect(some.naming.length > 0).toBe(!readsAll);
  });
});
