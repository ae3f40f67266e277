/** Compares data strictly: same JSON, same keys in the same order, and what JSON does not show. */

/** What differs, as `path: left is not right`; `undefined` where nothing does. */
export function differenceOfData(left: unknown, right: unknown): string | undefined {
  const texts = [toJson(left), toJson(right)] as const;
  if (texts[0] !== texts[1]) return `JSON ${texts[0]} is not ${texts[1]}`;
  return walk(left, right, 'data');
}

/** JSON cannot say BigInt, and refuses it. */
function toJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? `${part}n` : part)) ?? 'undefined';
}

function walk(left: unknown, right: unknown, path: string): string | undefined {
  if (Object.is(left, right)) return undefined;
  if (!isObject(left) || !isObject(right)) return `${path}: ${String(left)} is not ${String(right)}`;
  if (Array.isArray(left) !== Array.isArray(right)) return `${path}: one is a list, the other is none`;
  const names = Object.keys(left);
  const others = Object.keys(right);
  if (names.join() !== others.join()) return `${path}: keys ${names.join()} are not ${others.join()}`;
  if (Array.isArray(left) && left.length !== (right as unknown as unknown[]).length) return `${path}: lengths differ`;
  for (const name of names) {
    const difference = walk(left[name], right[name], `${path}.${name}`);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
