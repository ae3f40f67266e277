// Writes many rows with few statements.
import { CompiledQuery, type Kysely, PostgresAdapter } from 'kysely';

// Both databases take at least 32,766 parameters a statement; shorter statements are parsed faster.
const maxParameters = 4000;

type Placeholder = (position: number) => string;

function toInsertText(table: string, columns: readonly string[], rowCount: number, placeholder: Placeholder): string {
  let position = 0;
  const tuples = Array.from({ length: rowCount }, () => `(${columns.map(() => placeholder(++position)).join(',')})`);
  return `insert into "${table}" (${columns.map((column) => `"${column}"`).join(',')}) values ${tuples.join(',')}`;
}

/**
 * Inserts `rows`, which all have the same columns, in batches. The text of a full batch is built once;
 * kysely's query builder would build and walk a tree with a node a value, which takes ten times as long.
 */
export async function insertRows<Tables, Name extends keyof Tables & string>(
  db: Kysely<Tables>,
  table: Name,
  rows: readonly Tables[Name][],
): Promise<void> {
  const first = rows[0] as Record<string, unknown> | undefined;
  if (!first) return;
  const columns = Object.keys(first);
  const batchSize = Math.floor(maxParameters / columns.length);
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
  const toText = (rowCount: number) =>
    toInsertText(table, columns, rowCount, (position) => (isPostgres ? `$${position}` : '?'));
  const fullBatch = toText(batchSize);
  for (let start = 0; start < rows.length; start += batchSize) {
    const batch = rows.slice(start, start + batchSize) as Record<string, unknown>[];
    const text = batch.length === batchSize ? fullBatch : toText(batch.length);
    const values = batch.flatMap((row) => columns.map((column) => row[column]));
    await db.executeQuery(CompiledQuery.raw(text, values));
  }
}
