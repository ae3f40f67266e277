/** What a run of the benchmark found: tables of lines, each measured or absent with its reason. */
import type { Measured } from '../measure.ts';

export interface Line {
  /** The system, the operation or the size, whatever the table compares. */
  readonly label: string;
  readonly measured?: Measured;
  /** Why there is none. */
  readonly absent?: string;
  /** The line's own baseline, by label; the table's first line otherwise. */
  readonly baseline?: string;
}

export interface Table {
  readonly title: string;
  /** What the columns `ratio` and `each` mean here. */
  readonly note?: string;
  /** Divides the CPU time further, for example by the number of items. */
  readonly each?: { readonly heading: string; readonly count: (line: Line) => number };
  /** Whether lines are divided by the first one. */
  readonly ratio: boolean;
  readonly lines: readonly Line[];
}

/** What a scenario has to run with and to tell. */
export interface Reporter {
  /** One line of what is going on. */
  progress(text: string): void;
  /** A table, as soon as it is whole. */
  table(table: Table): void;
}
