/** A document that leads to the nearest field of a kind, of whatever schema: with it, what stands on such fields is tried. */
import type { GraphQLSchema } from 'graphql';
import { type Composite, type Field, type Step, stepsOf, toDocument } from './document-steps.ts';

export type ArgumentsOf = (field: Field) => Readonly<Record<string, string>> | undefined;

/** A valid query for the first field that `argumentsOf` gives arguments for; `undefined` where the query leads to none. */
export function toNearDocument(schema: GraphQLSchema, argumentsOf: ArgumentsOf): string | undefined {
  const root = schema.getQueryType();
  const paths = new Map<Composite, readonly Step[]>(root ? [[root, []]] : []);
  // What is added on the way is visited in its turn: the nearest come first.
  for (const [type, path] of paths) {
    for (const step of stepsOf(type, (field) => argumentsOf(field) ?? {})) {
      const steps = [...path, step];
      if (argumentsOf(step.field) !== undefined) return toDocument(steps);
      if (!paths.has(step.to)) paths.set(step.to, steps);
    }
  }
  return undefined;
}
