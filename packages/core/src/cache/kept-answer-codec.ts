/** How whole answers leave the process and come back, and what they weigh. */
import type { Source } from '../context/freshness.ts';
import { readChecked, writeChecked } from './checked-frame.ts';
import type { Codec } from './store.ts';

export interface KeptAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Without content coding. */
  readonly body: Buffer;
  /** Milliseconds since the epoch. */
  readonly freshUntil: number;
  readonly sources: readonly Source[];
}

const overheadBytes = 1_000;
const sourceBytes = 200;
const version = 1;

export const keptAnswerCodec: Codec<KeptAnswer> = {
  encode: ({ body, ...head }) => writeChecked({ version, ...head }, body),
  decode: (stored) => {
    const { head, body } = readChecked(stored);
    const { version: writtenBy, ...rest } = head as { version: number } & Omit<KeptAnswer, 'body'>;
    if (writtenBy !== version) throw new TypeError(`An answer was kept by version ${writtenBy}, not ${version}.`);
    return { ...rest, body };
  },
  // The body counts twice: its bytes, and what it is compressed to.
  sizeOf: ({ body, sources }) =>
    2 * body.byteLength + overheadBytes + sources.reduce((sum, { path }) => sum + 2 * path.length + sourceBytes, 0),
};
