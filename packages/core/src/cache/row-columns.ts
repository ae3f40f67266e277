/** The columns that a row was read with, by which a cache finds what was kept with more columns than are wanted. */
import type { Columns } from '../loaders/columns.ts';

/** Lists remembered of one row; those asked for last count. */
const maxLists = 8;
/** Places to look at, of which each costs a look for every key. */
const maxPlaces = 3;

/** Stands for all columns, in which a list has none. */
export const allColumns = '*';

export interface RowColumns {
  /** Texts of the lists that have all of `columns`, the same one first; remembers `columns`. */
  covering(columns: Columns): readonly string[];
}

export function createRowColumns(): RowColumns {
  const lists = new Map<string, Columns>();

  function remember(text: string, columns: Columns): void {
    lists.delete(text);
    lists.set(text, columns);
    if (lists.size > maxLists) lists.delete(lists.keys().next().value as string);
  }

  return {
    covering: (columns) => {
      if (columns === undefined) {
        remember(allColumns, undefined);
        return [allColumns];
      }
      const text = JSON.stringify(columns);
      const wider: string[] = [];
      for (const [other, names] of lists) if (other !== text && hasAll(names, columns)) wider.push(other);
      remember(text, columns);
      return [text, ...wider.slice(1 - maxPlaces)];
    },
  };
}

const hasAll = (names: Columns, wanted: readonly string[]) =>
  names === undefined || wanted.every((name) => names.includes(name));
