/** Digests: texts that tell apart what resolvers receive, so that an answer shows it. */
import type { GraphQLResolveInfo } from 'graphql';
import type { Run } from './run.ts';

type Path = GraphQLResolveInfo['path'];

/** Text of any value; shows undefined, holes, -0 and objects without a prototype, which JSON hides. */
export function digest(value: unknown, depth = 0): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (Object.is(value, -0)) return '-0';
  if (typeof value === 'function') return `function ${value.name}`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (depth > 6) return '…';
  if (Array.isArray(value)) return `[${Array.from(value, (item) => digest(item, depth + 1)).join()}]`;
  if (value instanceof Date) return `Date ${value.getTime()}`;
  const entries = Object.entries(value).map(([name, part]) => `${name}:${digest(part, depth + 1)}`);
  return `${Object.getPrototypeOf(value) === null ? 'bare' : ''}{${entries.join()}}`;
}

/** Response path as text: `products.0.name`. */
export function pathText(path: Path | undefined): string {
  if (path === undefined) return '';
  return path.prev === undefined ? String(path.key) : `${pathText(path.prev)}.${path.key}`;
}

/** Response path as a list. */
export function pathList(path: Path | undefined): (string | number)[] {
  return path === undefined ? [] : [...pathList(path.prev), path.key];
}

function typedPath(path: Path | undefined): string {
  return path === undefined ? '' : `${typedPath(path.prev)}/${path.typename ?? ''}:${path.key}`;
}

/** Everything that `info` promises; identities are told as true or false. */
export function infoDigest(info: GraphQLResolveInfo, run: Run): string {
  const marked = 'mark' in info;
  Object.assign(info, { mark: true });
  return [
    info.fieldName,
    typedPath(info.path),
    info.returnType,
    info.parentType,
    info.fieldNodes.map((node) => node.loc?.start),
    Object.keys(info.fragments),
    info.operation === run.operation,
    digest(info.variableValues),
    info.rootValue === run.rootValue,
    info.schema === run.schema,
    Object.keys(info),
    marked,
  ].join('|');
}
