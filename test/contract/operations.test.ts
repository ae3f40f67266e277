/** Every operation that reads, asked in every way its contract knows, through a gateway that checks both sides. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { buy, listInStock } from '../support/buy.ts';
import { type ContractOperation, contracts } from '../support/contract.ts';
import { itemsOf } from '../support/contract-check.ts';
import { type Asking, type ObservedServices, startObservedServices } from '../support/observed-services.ts';
import { listOutside, type Parameters, toTarget } from '../support/outside-contract.ts';

const all = contracts.flatMap(({ operations }) => operations).filter(({ method }) => method === 'GET');
const has = (name: string) => (operation: ContractOperation) => operation.parameters.some((each) => each.name === name);
/** What is not for everybody can be refused: only such an operation describes 403. */
const isPrivate = ({ responses }: ContractOperation) => responses.has('403');
const isPersonal = (operation: ContractOperation) => isPrivate(operation) && operation.onlyFor === undefined;
const valuesOf = ({ parameters }: ContractOperation, name: string) => {
  const schema = parameters.find((each) => each.name === name)?.schema;
  return schema?.items?.enum ?? schema?.enum ?? [];
};

/** Parents that own items, and one that is unknown. */
const parentsOf: Readonly<Record<string, () => Parameters>> = {
  listRelatedProducts: () => ({ productIds: ['prd-0007', 'prd-9999', 'prd-0003'] }),
  listCategories: () => ({ parentIds: ['cat-living', 'cat-nowhere', 'root'] }),
  listReviews: () => ({ productIds: ['prd-0007', 'prd-9999', 'prd-0003'] }),
  listAddresses: () => ({ accountIds: ['acc-001', 'acc-999'] }),
  listOrders: () => ({ accountIds: ['acc-001', 'acc-999'] }),
  listPayments: () => ({ orderIds: [...ordered.slice(0, 2), 'ord-nothing'] }),
};
/** What an operation cannot be asked without. */
const required: Readonly<Record<string, Parameters>> = {
  listRelatedProducts: { productIds: ['prd-0001'] },
  getImage: { imageId: 'prd-0001-1' },
};
const good = (operation: ContractOperation): Parameters => required[operation.operationId] ?? {};

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
  // biome-ignore lint/suspicious/noExplicitAny: each operation has its own
  readonly json: any;
}

let observed: ObservedServices;
/** Orders of acc-001. */
let ordered: string[];
beforeAll(async () => {
  observed = await startObservedServices();
  const [productId = ''] = await listInStock(observed, 20);
  const buyOne = async (account: string) => (await buy(observed, account, [{ productId, quantity: 1 }])).id;
  ordered = [];
  for (let count = 0; count < 5; count += 1) ordered.push(await buyOne('acc-001'));
  await buyOne('acc-002');
});
afterAll(() => observed.close());
afterEach(() => expect(observed.takeViolations()).toEqual([]));

async function ask(operation: ContractOperation, parameters: Parameters = good(operation), asking?: Asking) {
  return send(operation, toTarget(operation, parameters), asking);
}

async function send({ service, onlyFor }: ContractOperation, target: string, asking?: Asking): Promise<Answer> {
  const response = await observed.ask(service, target, { as: onlyFor ?? 'acc-001', ...asking });
  const bytes = Buffer.from(await response.arrayBuffer());
  const isJson = response.headers.get('content-type')?.includes('json');
  return {
    status: response.status,
    headers: response.headers,
    bytes,
    json: isJson ? JSON.parse(`${bytes}`) : undefined,
  };
}

const idsIn = (operation: ContractOperation, { bytes }: Answer) => {
  const column = valuesOf(operation, 'fields').includes('id') ? 'id' : 'productId';
  return itemsOf(bytes).map((item) => String(item[column]));
};

describe.each(all)('$service $operationId', (operation) => {
  it('answers, to be kept by everybody or by its person alone', async () => {
    const { status, headers } = await ask(operation);
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toMatch(isPrivate(operation) ? /^private\b/ : /^public\b/);
    expect(headers.get('vary')).toBe(isPrivate(operation) ? 'Authorization' : null);
  });

  it('answers 304 to who still has the answer', async () => {
    const first = await ask(operation);
    const etag = String(first.headers.get('etag'));
    const again = await ask(operation, good(operation), { headers: { 'if-none-match': etag } });
    expect([again.status, again.headers.get('etag'), again.bytes.length]).toEqual([304, etag, 0]);
    expect(again.headers.get('cache-control')).toBe(first.headers.get('cache-control'));
    const other = await ask(operation, good(operation), { headers: { 'if-none-match': 'W/"another"' } });
    expect(other.bytes).toEqual(first.bytes);
  });

  it('refuses whatever the contract refuses, and names the parameter', async () => {
    const outside = listOutside(operation, good(operation));
    const answers = await Promise.all(outside.map(({ target }) => send(operation, target)));
    for (const [index, { parameter, target }] of outside.entries()) {
      const { status, headers, json } = answers[index] as Answer;
      expect([target, status, headers.get('cache-control')]).toEqual([target, 400, 'no-store']);
      expect(json.errors.map((error: { parameter: string }) => error.parameter)).toContain(parameter);
    }
    const violations = observed.takeViolations();
    expect(violations.filter(({ by }) => by === 'answer')).toEqual([]);
    expect(new Set(violations.map(({ call }) => call))).toEqual(new Set(outside.map(({ target }) => `GET ${target}`)));
  });

  it('answers 401 to who has no good token, where it takes one', async () => {
    const forged = { as: 'nobody', headers: { authorization: 'Bearer a.b.c' } };
    const answers = [
      await ask(operation, good(operation), { as: 'nobody' }),
      await ask(operation, good(operation), forged),
    ];
    expect(answers.map(({ status }) => status)).toEqual(operation.isSecured ? [401, 401] : [200, 200]);
  });
});

describe.each(all.filter((operation) => !isPrivate(operation)))('$service $operationId', (operation) => {
  it('answers the same to everybody', async () => {
    const [one, other, client] = await Promise.all(
      ['acc-001', 'acc-002', 'web-bff'].map((as) => ask(operation, good(operation), { as })),
    );
    expect(other?.bytes).toEqual(one?.bytes);
    expect(client?.bytes).toEqual(one?.bytes);
  });
});

describe.each(all.filter(isPersonal))('$service $operationId', (operation) => {
  it('shows a person nothing of others', async () => {
    const own = idsIn(operation, await ask(operation, {}, { as: 'acc-001' }));
    const foreign = idsIn(operation, await ask(operation, {}, { as: 'acc-002' }));
    expect([own.length, foreign.length]).not.toContain(0);
    const { json } = await ask(operation, { ids: [...foreign, ...own] }, { as: 'acc-001' });
    expect(json).toMatchObject({ total: own.length, next: null });
    expect(json.items.map((item: { id: string }) => item.id)).toEqual(own);
  });

  it('answers 403 to a client that speaks for nobody', async () => {
    expect((await ask(operation, {}, { as: 'web-bff' })).status).toBe(403);
  });
});

describe.each(all.filter(({ onlyFor }) => onlyFor !== undefined))('$service $operationId', (operation) => {
  it('answers 403 to everybody but the one service that it is for', async () => {
    const others = ['acc-001', 'web-bff', 'carts'].map((as) => ask(operation, good(operation), { as }));
    expect((await Promise.all(others)).map(({ status }) => status)).toEqual([403, 403, 403]);
  });
});

describe.each(all)('$service $operationId', (operation) => {
  it('lets the service orders act for a person where it says so, and nobody else anywhere', async () => {
    const acting = (as: string, account: string) =>
      ask(operation, good(operation), { as, headers: { 'facet-subject': account } });
    if (operation.takesSubject) {
      const own = await ask(operation);
      expect((await acting('orders', 'acc-001')).bytes).toEqual(own.bytes);
      expect((await acting('orders', 'Not_An_Id')).status).toBe(400);
      observed.takeViolations();
    } else if (operation.isSecured) expect((await acting('orders', 'acc-001')).status).toBe(403);
    if (!operation.isSecured) return;
    const refused = await Promise.all(['acc-001', 'web-bff', 'carts'].map((as) => acting(as, 'acc-001')));
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403]);
  });
});

describe.each(all.filter(has('ids')))('$service $operationId', (operation) => {
  it('gives items by id in the order asked and leaves out unknown ones', async () => {
    const [first = '', ...others] = idsIn(operation, await ask(operation));
    const { json, ...answer } = await ask(operation, { ids: [...others.reverse(), 'nothing-here', first] });
    expect(idsIn(operation, { json, ...answer })).toEqual([...others, first]);
    expect(json).toMatchObject({ next: null, total: others.length + 1 });
    expect((await ask(operation, { ids: ['nothing-here'] })).json).toEqual({ items: [], next: null, total: 0 });
  });

  it('takes as many ids as the contract allows', async () => {
    const page = await ask(operation, { limit: 100 });
    const ids = idsIn(operation, page);
    const unknown = Array.from({ length: 100 - ids.length }, (_, index) => `nothing-${index}`);
    const { json } = await ask(operation, { ids: [...ids, ...unknown] });
    expect(json.items).toEqual(page.json.items);
  });
});

describe.each(all.filter(has('fields')))('$service $operationId', (operation) => {
  it('gives exactly the fields asked for, each alone and all', async () => {
    const columns = valuesOf(operation, 'fields');
    const whole = itemsOf((await ask(operation, { ...good(operation), limit: 2 })).bytes);
    for (const fields of [...columns.map((column) => [column]), [...columns].reverse()]) {
      const { bytes } = await ask(operation, { ...good(operation), limit: 2, fields });
      expect(itemsOf(bytes)).toEqual(whole.map((item) => Object.fromEntries(fields.map((name) => [name, item[name]]))));
    }
  });
});

const paged = all.filter(has('after')).filter(({ operationId }) => required[operationId] === undefined);
describe.each(paged)('$service $operationId', (operation) => {
  it('pages on behind each page, and refuses a cursor that is none', async () => {
    const expected = (await ask(operation, { limit: 9 })).json;
    const items: unknown[] = [];
    let page = { next: undefined as string | null | undefined, total: 0 };
    for (let count = 0; count < 3 && page.next !== null; count += 1) {
      const { json } = await ask(operation, { limit: 3, after: page.next });
      page = json;
      items.push(...json.items);
      expect(json.total).toBe(expected.total);
    }
    expect([items, page.next]).toEqual([expected.items, expected.next]);
    expect((await ask(operation, { after: 'nothing-here' })).status).toBe(400);
  });
});

const grouped = all.filter(({ operationId }) => parentsOf[operationId] !== undefined);
describe.each(grouped)('$service $operationId', (operation) => {
  const readParents = parentsOf[operation.operationId] as () => Parameters;

  it('gives each parent its own page, in the order asked', async () => {
    const parents = readParents();
    const [parameter = '', asked] = Object.entries(parents)[0] ?? [];
    const { json } = await ask(operation, { ...parents, limit: 2 });
    expect(json.groups.map((group: { parentId: string }) => group.parentId)).toEqual(asked);
    for (const group of json.groups) {
      const alone = await ask(operation, { [parameter]: [group.parentId], limit: 2 });
      expect(alone.json).toEqual({ groups: [group] });
      expect(group.items).toHaveLength(Math.min(2, group.total));
      if (group.next === null) continue;
      const rest = await ask(operation, { [parameter]: [group.parentId], after: group.next });
      const whole = await ask(operation, { [parameter]: [group.parentId] });
      expect([...group.items, ...rest.json.groups[0].items]).toEqual(whole.json.groups[0].items);
    }
    expect(json.groups.some((group: { total: number }) => group.total > 0)).toBe(true);
  });

  it('refuses ids beside parents, and more for each than twenty', async () => {
    const parents = readParents();
    expect((await ask(operation, { ...parents, limit: 20 })).status).toBe(200);
    expect((await ask(operation, { ...parents, limit: 21 })).status).toBe(400);
    if (has('ids')(operation)) expect((await ask(operation, { ...parents, ids: ['x'] })).status).toBe(400);
    expect(observed.takeViolations().filter(({ by }) => by === 'answer')).toEqual([]);
  });
});

describe('catalog searchProducts', () => {
  const search = all.find(({ operationId }) => operationId === 'searchProducts') as ContractOperation;

  it.each(valuesOf(search, 'sort'))('finds in the order %s, with facets', async (sort) => {
    const facets = valuesOf(search, 'facets');
    const { json } = await ask(search, { q: 'lamp', sort, facets, limit: 5 });
    expect(json.items).toHaveLength(5);
    expect(json.facets.map((facet: { name: string }) => facet.name)).toEqual(facets);
  });

  it.each<[string, Parameters]>([
    ['categories', { categoryIds: ['cat-living', 'cat-kitchen'] }],
    ['prices', { minPriceAmount: 1000, maxPriceAmount: 5000 }],
    ['reductions', { reduced: true }],
    ['words that nothing has', { q: 'xyzzy, plugh & co' }],
  ])('filters by %s', async (_, parameters) => {
    const { status, json } = await ask(search, { ...parameters, facets: ['price'] });
    expect([status, json.total < 2000]).toEqual([200, true]);
  });

  it('tells a comma between brands from one within a brand', async () => {
    const { json } = await ask(search, { limit: 100 });
    const brands = [...new Set<string>(json.items.map((item: { brand: string }) => item.brand))].slice(0, 2);
    expect((await ask(search, { brands })).json.total).toBeGreaterThan(0);
    expect((await ask(search, { brands: [brands.join(',')] })).json.total).toBe(0);
  });

  it('refuses text that cannot be decoded', async () => {
    const { status, json } = await send(search, '/v1/search?brands=%E4%A');
    expect([status, json.errors[0].parameter]).toEqual([400, 'brands']);
    expect(observed.takeViolations().filter(({ by }) => by === 'answer')).toEqual([]);
  });
});

describe('catalog getImage', () => {
  const image = all.find(({ operationId }) => operationId === 'getImage') as ContractOperation;

  it.each<[number, Parameters]>([
    [200, { imageId: 'prd-0001-1', width: 4096, height: 1 }],
    [404, { imageId: 'nothing-here' }],
    [400, { imageId: 'Not_An_Id' }],
  ])('answers %i to %j', async (status, parameters) => {
    expect((await ask(image, parameters)).status).toBe(status);
    expect(observed.takeViolations().filter(({ by }) => by === 'answer')).toEqual([]);
  });
});
