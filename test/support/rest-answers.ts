/** What the services themselves say, in the words that expectations need: ids, pages, groups. */
import type { Query } from './contract-check.ts';
import type { ObservedServices } from './observed-services.ts';

/** What a line of text needs of a call. */
export interface LineOfCall {
  readonly caller: string;
  readonly operationId: string;
  readonly query: Query;
  readonly path?: Readonly<Record<string, string>>;
  readonly key?: string | undefined;
  /** JSON. */
  readonly sent?: Buffer | string;
}

/** One call as a line of text: who asked, which operation, every parameter by name, the key and the body. */
export function toLine({ caller, operationId, query, path = {}, key, sent = '' }: LineOfCall): string {
  const sorted = (values: object) => Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
  const body = String(sent) === '' ? [] : sorted(JSON.parse(String(sent)));
  return [
    caller,
    operationId,
    ...sorted({ ...path, ...query }).map(([name, value]) => `${name}=${value}`),
    ...(key === undefined ? [] : [`Idempotency-Key=${key}`]),
    ...body.map(([name, value]) => `body.${name}=${JSON.stringify(value)}`),
  ].join(' ');
}

interface Item {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly accountId: string;
  readonly categoryId: string;
  readonly parentId: string | null;
}

export interface RestAnswers {
  /** Items of a page. */
  items(service: string, target: string): Promise<Item[]>;
  /** Items of all groups. */
  grouped(service: string, target: string): Promise<Item[]>;
  /** A category and all above it, each as it was found. */
  categoryPath(id: string): Promise<string[]>;
}

export function createRestAnswers({ read }: Pick<ObservedServices, 'read'>): RestAnswers {
  const json = async (service: string, target: string) => JSON.parse(String(await read(service, target)));
  const items = async (service: string, target: string): Promise<Item[]> => (await json(service, target)).items;
  return {
    items,
    grouped: async (service, target) =>
      (await json(service, target)).groups.flatMap((group: { items: Item[] }) => group.items),
    async categoryPath(id) {
      const path: string[] = [];
      for (let next: string | null = id; next !== null; ) {
        const [category]: Item[] = await items('catalog', `/v1/categories?ids=${next}`);
        path.push(next);
        next = category?.parentId ?? null;
      }
      return path;
    },
  };
}

/** Unique and sorted, as a batch carries its keys. */
export const toKeys = (keys: readonly string[]) => [...new Set(keys)].sort();
export const idsOf = (items: readonly Item[]) => items.map(({ id }) => id);
