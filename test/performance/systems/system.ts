/** A system under test: how it is started, where it is asked, and what it needs to be there. */

/** The three queries of the public comparison, by the path at which the floor has each. */
export type QueryName = 'posts-with-users' | 'titles' | 'greet';

export interface LaunchOptions {
  readonly port: number;
  readonly upstream: string;
}

export interface Launch {
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Removes what was written for this launch. */
  readonly cleanUp?: () => Promise<void>;
}

export interface System {
  readonly name: string;
  /** In the table's first column. */
  readonly title: string;
  /** The peer's packages; a system of this repository has none. */
  readonly packages?: readonly string[];
  /** Where it has a query; `/graphql` by default. */
  readonly pathOf?: (query: QueryName) => string;
  launch(options: LaunchOptions): Promise<Launch>;
}
