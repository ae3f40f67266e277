/** The REST service that every system is measured over, as scenarios see it. */
import type { PostsData } from './posts-data.ts';

export interface UpstreamCounters {
  readonly calls: number;
  /** Bytes sent, headers included. */
  readonly bytes: number;
}

export interface Upstream {
  /** `nginx` or `node`. */
  readonly kind: string;
  readonly origin: string;
  readonly data: PostsData;
  /** Totals since the start; reading them is not counted. */
  counters(): Promise<UpstreamCounters>;
  close(): Promise<void>;
}

/** `repeat`: an answer has the same bytes each time; `differ`: never, although what is asked for stays the same. */
export type Bytes = 'repeat' | 'differ';

export interface UpstreamOptions {
  readonly postCount?: number;
  readonly bytes?: Bytes;
  /** Where nginx is; without it, a Node server is started. */
  readonly nginx: string | undefined;
  /** The core to run on. */
  readonly core: number;
}

/** What each kind of upstream is started with. */
export interface StartOptions {
  readonly data: PostsData;
  readonly routes: ReadonlyMap<string, string>;
  readonly bytes: Bytes;
  readonly core: number;
}
