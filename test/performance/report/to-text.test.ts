import { describe, expect, it } from '@jest/globals';
import type { Measured } from '../measure.ts';
import type { Line } from './report.ts';
import { number, toText } from './to-text.ts';

const measured = (cpuMicros: number): Measured => ({
  requestCount: 10_000,
  cpuMicros,
  requestsPerSecond: 3_456.7,
  p50Ms: 28.44,
  p99Ms: 60.05,
  upstreamCalls: 2,
  upstreamBytes: 33_500,
  answerBytes: 13_800,
  errorCount: 0,
  rssMegabytes: 90.4,
  peakRssMegabytes: 120,
  processCount: 1,
});

/** Cells by heading. */
function readTable(text: string, headings = 1): Record<string, string>[] {
  const cells = (line: string) => line.trim().split(/ {2,}/);
  const [head = '', ...body] = text.split('\n').slice(headings);
  const names = ['label', ...cells(head)];
  return body.map((line) =>
    Object.fromEntries(cells(line).map((cell, index) => [names[index] ?? `more ${index}`, cell])),
  );
}

describe('toText', () => {
  it('divides by the first line', () => {
    const lines: Line[] = [
      { label: 'floor', measured: measured(200) },
      { label: 'a longer name', measured: measured(190) },
    ];

    expect(readTable(toText({ title: 'posts', ratio: true, lines }))).toMatchObject([
      { label: 'floor', 'CPU µs': '200', ratio: '1.00', 'req/s': '3457', 'KB in': '33.5', errors: '0' },
      { label: 'a longer name', 'CPU µs': '190', ratio: '0.95', 'p50 ms': '28.4', calls: '2.00' },
    ]);
  });

  it('divides by the baseline that a line names', () => {
    const lines: Line[] = [
      { label: '10 floor', measured: measured(100) },
      { label: '20 floor', measured: measured(200) },
      { label: '20 facet', baseline: '20 floor', measured: measured(100) },
    ];

    expect(readTable(toText({ title: 'lists', ratio: true, lines })).map(({ ratio }) => ratio)).toEqual([
      '1.00',
      '2.00',
      '0.50',
    ]);
  });

  it('divides CPU time by a count where the table has one', () => {
    const table = {
      title: 'lists',
      note: 'what it means',
      ratio: false,
      each: { heading: 'µs/item', count: ({ label }: Line) => Number.parseInt(label, 10) },
      lines: [{ label: '10 items', measured: measured(123) }],
    };

    expect(readTable(toText(table), 2)).toMatchObject([{ label: '10 items', 'CPU µs': '123', 'µs/item': '12.3' }]);
  });

  it('names what is absent, and says why in one line', () => {
    const lines: Line[] = [
      { label: 'floor', absent: 'not installed: undici\nand more' },
      { label: 'facet', measured: measured(10) },
    ];
    const text = toText({ title: 'posts', ratio: true, lines });

    expect(text).toMatch(/^floor {2}absent: not installed: undici$/m);
    expect(readTable(text)[1]).toMatchObject({ label: 'facet', ratio: '–' });
  });
});

describe('number', () => {
  it.each([
    [0.951, '0.95'],
    [12.34, '12.3'],
    [1_234.5, '1235'],
    [Number.NaN, '–'],
  ])('writes %d as %s', (value, text) => {
    expect(number(value)).toBe(text);
  });
});
