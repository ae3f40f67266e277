/** Errors as texts that are equal when message, path, locations, extensions and origin are. */
import { GraphQLError } from 'graphql';
import { digest } from '../generate/digest.ts';
import type { Run } from '../generate/run.ts';

export type Path = readonly (string | number)[];

/** Everything a client or a log may read of an error. What a resolver threw is told by identity. */
export function errorText(error: unknown, thrown: Run['thrown']): string {
  if (!(error instanceof Error)) return `no Error but ${digest(error)}`;
  const { message, path, locations, extensions, originalError } = error as GraphQLError;
  const kind = error instanceof GraphQLError ? 'GraphQLError' : error.constructor.name;
  const itself = thrownName(error, thrown);
  return [
    itself === undefined ? kind : `${kind} itself ${itself}`,
    message,
    digest(path),
    digest(locations?.map(({ line, column }) => ({ line, column })) ?? locations),
    digest(extensions),
    originalError === undefined ? 'no origin' : originText(originalError, thrown),
  ].join(' · ');
}

function originText(origin: Error, thrown: Run['thrown']): string {
  return thrownName(origin, thrown) ?? `${origin.constructor.name} ${origin.message}`;
}

function thrownName(error: unknown, thrown: Run['thrown']): string | undefined {
  for (const [name, one] of thrown) if (one === error) return name;
  return undefined;
}

/** Where the error happened. One that a resolver located itself says so in its extensions. */
export function positionOf(error: unknown): Path | undefined {
  const { path, extensions } = error as GraphQLError;
  return (extensions?.position as Path | undefined) ?? path;
}

/** The first position on the way to a path at which the data is null; `undefined` if none is, which is never right. */
export function nulledAt(data: unknown, path: Path): Path | undefined {
  let value = data;
  for (let depth = 0; ; depth++) {
    if (value === null) return path.slice(0, depth);
    const key = path[depth];
    if (key === undefined || typeof value !== 'object' || !Object.hasOwn(value as object, key)) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
}
