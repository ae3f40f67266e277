/** Bodies become values: JSON in well-formed UTF-8 (RFC 8259, 8.1), nothing else. */

/** Throws for what is no JSON. */
export type ParseJson = (body: Uint8Array) => unknown;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** A byte order mark is ignored. */
export function parseJson(body: Uint8Array): unknown {
  return JSON.parse(utf8.decode(body));
}

/** The same, frozen to the last object: whoever changes what others hold, too, throws a TypeError where they do it. */
export function parseFrozen(body: Uint8Array): unknown {
  return freeze(parseJson(body));
}

function freeze(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  for (const inner of Object.values(value)) freeze(inner);
  return Object.freeze(value);
}
