/** Stores: where caches keep things, in this process's memory or in Redis, and how a change makes them forget. */

export type MaybePromise<Value> = Value | Promise<Value>;

export interface Wanted {
  readonly key: string;
  /** Names whose change ends the entry: those that it was, or would be, written with, in the same order. */
  readonly tags: readonly string[];
}

export interface Entry<Value> extends Wanted {
  readonly value: Value;
  /** Milliseconds it is kept; more than 0. */
  readonly ttlMs: number;
}

/** The state of tags at one moment, to be handed back unread; only the stores that gave it know what is in it. */
export type TagVersions = object;

export interface Reading<Value> {
  /** Aligned to what was wanted; `undefined` is a miss. */
  readonly values: readonly (Value | undefined)[];
  /**
   * State of all tags that were asked about, and of no others; `undefined` when it is unknown, and nothing may be
   * written.
   */
  readonly versions: TagVersions | undefined;
}

/**
 * A bounded place for values of one kind. It is never an error: what is not there, cannot be read or does not come in
 * time is a miss, and what cannot be written is dropped. What it gives is shared and must never be changed.
 */
export interface Store<Value> {
  /** What is there and was not changed since; synchronous in memory. Never rejects. */
  read(wanted: readonly Wanted[]): MaybePromise<Reading<Value>>;
  /**
   * Keeps entries that were fetched after `versions` was read. An entry of whose tags one was not asked about then, or
   * has changed since, is never seen, so that nobody reads what a writer has replaced. Never throws, never waits.
   */
  write(entries: readonly Entry<Value>[], versions: TagVersions): void;
}

/** How values of one kind leave the process and come back, and what they weigh. */
export interface Codec<Value> {
  readonly encode: (value: Value) => string | Buffer;
  /** Throws for what it did not write: a miss. The bytes are its own to keep. */
  readonly decode: (stored: Buffer) => Value;
  /** Bytes of memory, roughly. */
  readonly sizeOf: (value: Value) => number;
}

export interface Stores {
  /** Creates the store of one kind; `name` is part of every key. Kinds share tags and the bound on memory. */
  create<Value>(name: string, codec: Codec<Value>): Store<Value>;
  /**
   * Ends every entry with one of the tags, on every node; resolves as soon as no later read can see one. Never rejects:
   * where other nodes cannot be told, later reads of this one see none all the same, and the others are told as soon as
   * they can be.
   */
  touch(tags: readonly string[]): Promise<void>;
  /** Text of a state of tags: the same for two readings only where none of them changed in between. */
  asOf(versions: TagVersions): string;
  close(): Promise<void>;
}
