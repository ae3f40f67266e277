/** What each mobile screen weighs against the REST bodies behind it and against what the web asks for the same screen. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buy, fillCart, listInStock } from '../support/buy.ts';
import type { ContractCall } from '../support/contract-gateway.ts';
import {
  type GraphqlAsking,
  type ObservedBffs,
  operationsFolder,
  startObservedBffs,
} from '../support/observed-bffs.ts';
import { globalId } from '../support/web-shopper.ts';

interface Screen {
  readonly asking?: GraphqlAsking;
  /** The operation of the web that shows the same; the web opens with the shelf of the whole shop. */
  readonly web: string;
  readonly webAsking?: GraphqlAsking;
}

interface Weight {
  readonly screen: string;
  readonly mobileBytes: number;
  /** With every column. */
  readonly restBytes: number;
  /** Of the columns that were asked for. */
  readonly fetchedBytes: number;
  readonly web: string;
  readonly webBytes: number;
  readonly webRestBytes: number;
  readonly webFetchedBytes: number;
}

let observed: ObservedBffs;
let weights: Weight[];
beforeAll(async () => {
  observed = await startObservedBffs();
  const screens = await describeScreens();
  weights = [];
  for (const [name, screen] of Object.entries(screens)) weights.push(await weigh(name, screen));
});
afterAll(() => observed.close());

async function describeScreens(): Promise<Record<string, Screen>> {
  const { data: web } = await observed.query('web', '{ browse(first: 1) { edges { node { id } } } }');
  const { data: mobile } = await observed.query('mobile', '{ homeScreen { popular { tiles { id } } } }');
  const text = { variables: { text: 'lamp' } };
  const caller = { as: 'acc-007' };
  const order = await shopAs('acc-007');
  return {
    home: { web: 'browse' },
    search: { asking: text, web: 'search', webAsking: text },
    // The most popular product: first on both.
    product: {
      asking: { variables: { id: mobile.homeScreen.popular.tiles[0].id } },
      web: 'product-page',
      webAsking: { variables: { id: web.browse.edges[0].node.id } },
    },
    account: { asking: caller, web: 'viewer', webAsking: caller },
    cart: { asking: caller, web: 'cart', webAsking: caller },
    orders: { asking: caller, web: 'orders', webAsking: caller },
    order: {
      asking: { ...caller, variables: { id: order } },
      web: 'order',
      webAsking: { ...caller, variables: { id: globalId('Order', order) } },
    },
  };
}

/** Two orders of two products each, and as much in the cart; gives the id of an order. */
async function shopAs(account: string): Promise<string> {
  const items = (await listInStock(observed, 20)).slice(0, 2).map((productId) => ({ productId, quantity: 2 }));
  const bought = [await buy(observed, account, items), await buy(observed, account, items)];
  await fillCart(observed, account, items);
  return bought[0]?.id ?? '';
}

/** Operations that show a screen; what changes something answers with parts of these. */
function listScreens(): string[] {
  const files = readdirSync(operationsFolder('mobile'));
  const isQuery = (file: string) => /^query\b/m.test(readFileSync(join(operationsFolder('mobile'), file), 'utf8'));
  return files.filter(isQuery).map((file) => file.replace('.graphql', ''));
}

async function weigh(screen: string, { asking, web, webAsking }: Screen): Promise<Weight> {
  const { byteCount: mobileBytes, calls, errors } = await observed.query('mobile', screen, asking);
  const { byteCount: webBytes, calls: webCalls, errors: webErrors } = await observed.query('web', web, webAsking);
  expect([errors, webErrors]).toEqual([undefined, undefined]);
  const [restBytes, webRestBytes] = [await sumOf(calls, wholeBody), await sumOf(webCalls, wholeBody)];
  const [fetchedBytes, webFetchedBytes] = [await sumOf(calls, bodyOf), await sumOf(webCalls, bodyOf)];
  return { screen, mobileBytes, restBytes, fetchedBytes, web, webBytes, webRestBytes, webFetchedBytes };
}

async function sumOf(calls: readonly ContractCall[], read: (call: ContractCall) => Promise<Buffer>): Promise<number> {
  const bodies = await Promise.all(calls.map(read));
  return bodies.reduce((sum, body) => sum + body.length, 0);
}

/** What the service sent, decoded. */
async function bodyOf({ body }: ContractCall): Promise<Buffer> {
  return body;
}

/** The answer to the same call with every column. */
async function wholeBody({ service, target, caller }: ContractCall): Promise<Buffer> {
  const { pathname, search } = new URL(target, 'http://localhost');
  const parameters = search
    .slice(1)
    .split('&')
    .filter((pair) => !pair.startsWith('fields='));
  return observed.read(service, `${pathname}?${parameters.join('&')}`, { as: caller });
}

const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
const bytes = (count: number) => count.toLocaleString('en-GB');

function toScreenCells({ screen, mobileBytes, restBytes, web, webBytes }: Weight): string[] {
  return [
    ...[screen, bytes(mobileBytes), bytes(restBytes), percent(mobileBytes, restBytes)],
    ...[bytes(webBytes), percent(mobileBytes, webBytes), web],
  ];
}

function toFetchedCells({ screen, restBytes, fetchedBytes, web, webRestBytes, webFetchedBytes }: Weight): string[] {
  return [
    ...[screen, bytes(restBytes), bytes(fetchedBytes), percent(fetchedBytes, restBytes)],
    ...[bytes(webRestBytes), bytes(webFetchedBytes), percent(webFetchedBytes, webRestBytes), web],
  ];
}

function toTable(cells: readonly string[][]): string {
  const widths = cells[0]?.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0))) ?? [];
  const pad = (cell: string, column: number) => {
    const isText = column === 0 || column === widths.length - 1;
    return isText ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  };
  return cells.map((row) => row.map(pad).join('  ').trimEnd()).join('\n');
}

describe('bytes of mobile screens', () => {
  it('are weighed for every screen of the app', () => {
    const screens = ['screen', 'bytes', 'REST bytes', 'share', 'web bytes', 'share', 'web operation'];
    const fetched = ['screen', 'all columns', 'fetched', 'share', 'all columns', 'fetched', 'share', 'web operation'];
    process.stdout.write(
      `\nBytes of mobile screens, uncompressed\n${toTable([screens, ...weights.map(toScreenCells)])}\n\n` +
        `Bytes of the REST bodies behind them, uncompressed\n${toTable([fetched, ...weights.map(toFetchedCells)])}\n\n`,
    );
    expect(weights.map(({ screen }) => screen).sort()).toEqual(listScreens().sort());
  });

  it('are at most 15 % of the REST bodies for Home', () => {
    const home = weights.find(({ screen }) => screen === 'home') as Weight;
    expect(home.mobileBytes / home.restBytes).toBeLessThanOrEqual(0.15);
  });

  it('come from REST bodies of the columns that are read: fewer on every screen, at most half for Home', () => {
    expect(weights.filter(({ fetchedBytes, restBytes }) => fetchedBytes >= restBytes)).toEqual([]);
    // The web shows all that there is of a person and their addresses.
    const whole = weights.filter(({ webFetchedBytes, webRestBytes }) => webFetchedBytes >= webRestBytes);
    expect(whole.map(({ web }) => web)).toEqual(['viewer']);
    const home = weights.find(({ screen }) => screen === 'home') as Weight;
    expect(home.fetchedBytes / home.restBytes).toBeLessThanOrEqual(0.5);
  });

  it('are fewer than those of the REST bodies and of the web, on every screen', () => {
    const heavier = ({ mobileBytes, restBytes, webBytes }: Weight) => mobileBytes >= Math.min(restBytes, webBytes);
    expect(weights.filter(heavier)).toEqual([]);
  });
});
