/** When tags were last touched, in counted moments, within bounded memory. */

/** A point between two touches. */
export interface Moment {
  readonly touchCount: number;
}

export interface TouchClock {
  /** Now. */
  moment(): Moment;
  touch(tags: readonly string[]): void;
  /** Whether none of the tags was touched after the moment. May say no where nothing was touched, never the contrary. */
  isUntouchedSince(tags: readonly string[], moment: Moment): boolean;
  usedBytes(): number;
}

/** What a tag takes beside its characters. */
const tagOverheadBytes = 100;
const bytesOf = (tag: string) => 2 * tag.length + tagOverheadBytes;

/**
 * Creates a clock at moment 0. A tag it does not know was last touched no later than the last one it had to forget, so
 * it takes them all to have been touched then: forgetting costs misses, and nothing else.
 */
export function createTouchClock(maxBytes: number): TouchClock {
  /** By tag, the longest untouched first. */
  const touched = new Map<string, number>();
  let bytes = 0;
  let forgottenUntil = 0;
  let moment: Moment = { touchCount: 0 };

  function forget(tag: string): void {
    const touchedAt = touched.get(tag);
    if (touchedAt === undefined) return;
    touched.delete(tag);
    bytes -= bytesOf(tag);
    forgottenUntil = Math.max(forgottenUntil, touchedAt);
  }

  function note(tag: string, touchCount: number): void {
    if (!touched.delete(tag)) bytes += bytesOf(tag);
    touched.set(tag, touchCount);
    for (const oldest of touched.keys()) {
      if (bytes <= maxBytes) return;
      forget(oldest);
    }
  }

  return {
    moment: () => moment,
    touch(tags) {
      if (tags.length === 0) return;
      moment = { touchCount: moment.touchCount + 1 };
      for (const tag of tags) note(tag, moment.touchCount);
    },
    isUntouchedSince: (tags, { touchCount }) => tags.every((tag) => (touched.get(tag) ?? forgottenUntil) <= touchCount),
    usedBytes: () => bytes,
  };
}
