/** Tables on standard output, progress on standard error: one line that is written over where that is a terminal. */
import type { Reporter, Table } from './report.ts';
import { toText } from './to-text.ts';

export interface CollectingReporter extends Reporter {
  readonly tables: readonly Table[];
  /** Ends the progress line. */
  end(): void;
}

export function createReporter(): CollectingReporter {
  const { stderr } = process;
  const startedAt = Date.now();
  const tables: Table[] = [];
  const clear = stderr.isTTY ? '\r\x1b[2K' : '';

  return {
    tables,
    progress(text) {
      const seconds = Math.round((Date.now() - startedAt) / 1_000);
      stderr.write(`${clear}[${seconds} s] ${text}${stderr.isTTY ? '' : '\n'}`);
    },
    table(table) {
      tables.push(table);
      stderr.write(clear);
      process.stdout.write(`\n${toText(table)}\n`);
    },
    end: () => void stderr.write(clear),
  };
}
