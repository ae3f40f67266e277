/** What every scenario is given. */
import type { LoadGenerator } from '../load/load.ts';
import type { BenchOptions } from '../options.ts';
import type { Cores } from '../process/cores.ts';
import type { Reporter } from '../report/report.ts';

export interface Bench {
  readonly options: BenchOptions;
  readonly load: LoadGenerator;
  /** Where nginx is; a Node server is the upstream without it. */
  readonly nginx: string | undefined;
  readonly cores: Cores;
  readonly reporter: Reporter;
}

export type Scenario = (bench: Bench) => Promise<void>;

/** Whether the table is among those asked for. */
export const isWanted = ({ options: { match } }: Bench, title: string): boolean =>
  match === undefined || title.toLowerCase().includes(match.toLowerCase());
