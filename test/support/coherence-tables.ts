/** Tables that remember: what every row held, until when, and until when caches were allowed to go on using it. */

export const tableNames = ['items', 'makers', 'stocks', 'notes'] as const;
export type TableName = (typeof tableNames)[number];

/** What a row held for a while; number 0 is that there was no such row. */
export interface Version {
  readonly number: number;
  /** The write that made it; absent where it was there at the start, or came from outside. */
  readonly by?: string;
  /** Milliseconds since the epoch, as below; infinite for what a row still holds. */
  heldUntil: number;
  /** The latest moment at which an answer of the service allowed it to be used without asking again. */
  usableUntil: number;
}

export interface Place {
  readonly table: TableName;
  readonly key: string;
}

export interface Tables {
  current(place: Place): Version;
  change(place: Place, by?: string): Version;
  find(place: Place, number: number): Version | undefined;
  madeBy(place: Place, write: string): Version | undefined;
  /** Of a table that lists its rows. */
  keys(table: TableName): readonly string[];
}

/** Creates tables that have a row for each of `present`, and for any other key once it is changed. */
export function createTables(present: Readonly<Record<TableName, readonly string[]>>): Tables {
  const rows = new Map<string, Version[]>();

  function versionsOf({ table, key }: Place): Version[] {
    const id = `${table} ${key}`;
    const known = rows.get(id);
    if (known !== undefined) return known;
    const number = present[table].includes(key) || table === 'notes' ? 1 : 0;
    const versions: Version[] = [{ number, heldUntil: Number.POSITIVE_INFINITY, usableUntil: 0 }];
    rows.set(id, versions);
    return versions;
  }

  const current = (place: Place) => versionsOf(place).at(-1) as Version;
  return {
    current,
    change(place, by) {
      const last = current(place);
      last.heldUntil = Date.now();
      const madeBy = by === undefined ? {} : { by };
      const next = { number: last.number + 1, ...madeBy, heldUntil: Number.POSITIVE_INFINITY, usableUntil: 0 };
      versionsOf(place).push(next);
      return next;
    },
    find: (place, number) => versionsOf(place).find((version) => version.number === number),
    madeBy: (place, write) => versionsOf(place).find(({ by }) => by === write),
    keys: (table) => present[table],
  };
}

/** What a service writes in every column: the row, which of its versions, and for whom or in which language. */
export function toText({ table, key }: Place, { number }: Version, forWhom = ''): string {
  return `${table}/${key}/v${number}/${forWhom}`;
}

export interface Said extends Place {
  readonly number: number;
  readonly forWhom: string;
  /** What a view of the BFF put in front. */
  readonly view: string;
}

/** `undefined` for what is no such text. */
export function fromText(text: string): Said | undefined {
  const match = /^(?:([\w-]+): )?(items|makers|stocks|notes)\/([\w.-]+)\/v(\d+)\/([\w-]*)$/.exec(text);
  if (match === null) return undefined;
  const [, view = '', table, key = '', number, forWhom = ''] = match;
  return { table: table as TableName, key, number: Number(number), forWhom, view };
}
