/** A table as text in columns. */
import type { Measured } from '../measure.ts';
import type { Line, Table } from './report.ts';

const columns: readonly (readonly [string, (measured: Measured) => string])[] = [
  ['CPU µs', ({ cpuMicros }) => number(cpuMicros)],
  ['req/s', ({ requestsPerSecond }) => number(requestsPerSecond)],
  ['p50 ms', ({ p50Ms }) => number(p50Ms)],
  ['p99 ms', ({ p99Ms }) => number(p99Ms)],
  ['calls', ({ upstreamCalls }) => number(upstreamCalls)],
  ['KB in', ({ upstreamBytes }) => number(upstreamBytes / 1_000)],
  ['KB out', ({ answerBytes }) => number(answerBytes / 1_000)],
  ['RSS MB', ({ rssMegabytes }) => number(rssMegabytes)],
  ['peak MB', ({ peakRssMegabytes }) => number(peakRssMegabytes)],
  ['errors', ({ errorCount }) => String(errorCount)],
];

/** Two decimals below ten, one below a hundred, none above. */
export function number(value: number): string {
  if (!Number.isFinite(value)) return '–';
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
}

export function toText(table: Table): string {
  const { title, note, lines, each, ratio } = table;
  const headings = ['', ...columns.map(([heading]) => heading)];
  if (ratio) headings.splice(2, 0, 'ratio');
  if (each !== undefined) headings.splice(2, 0, each.heading);
  const rows = lines.map((line) => (line.measured === undefined ? undefined : toCells(table, line, line.measured)));
  const widths = headings.map((heading, column) =>
    Math.max(
      heading.length,
      ...lines.map(({ label }, index) => (column === 0 ? label : (rows[index]?.[column] ?? '')).length),
    ),
  );
  const toRow = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  const body = lines.map(({ label, absent = '' }, index) => {
    const cells = rows[index];
    return cells === undefined ? `${label.padEnd(widths[0] ?? 0)}  absent: ${absent.split('\n')[0]}` : toRow(cells);
  });
  return [title, ...(note === undefined ? [] : [note]), toRow(headings), ...body].join('\n');
}

function toCells({ each, ratio, lines }: Table, line: Line, measured: Measured): string[] {
  const cells = [line.label, ...columns.map(([, toCell]) => toCell(measured))];
  const baseline = line.baseline === undefined ? lines[0] : lines.find(({ label }) => label === line.baseline);
  if (ratio) cells.splice(2, 0, number(measured.cpuMicros / (baseline?.measured?.cpuMicros ?? Number.NaN)));
  if (each !== undefined) cells.splice(2, 0, number(measured.cpuMicros / each.count(line)));
  return cells;
}
