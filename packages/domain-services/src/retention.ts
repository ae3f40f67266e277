// How long a service remembers what is over: answers under their keys, and how a checkout came to its end.

/** A day, as the contracts promise: whoever asks again with a key within it learns what became of it. */
export const retentionMs = 86_400_000;

/** How often what is older is looked for. */
export const purgeIntervalMs = 60_000;
