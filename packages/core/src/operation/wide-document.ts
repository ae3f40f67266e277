/** A document that brings as much as one path through a schema can: with it, the limit of cost is tried. */
import type { GraphQLSchema } from 'graphql';
import { type Composite, type Field, type Step, stepsOf, toDocument } from './document-steps.ts';

export interface WideDocumentOptions {
  readonly schema: GraphQLSchema;
  /** Fields below each other. */
  readonly levels: number;
  /** How often the whole path is asked for. */
  readonly count: number;
  /** How many items a field brings at most, and the arguments that ask for them. */
  readonly widthOf: (field: Field) => { readonly items: number; readonly given: Readonly<Record<string, string>> };
}

/** The path from here that brings most items. */
interface Path {
  readonly items: number;
  readonly steps: readonly Step[];
}

const nowhere: Path = { items: 1, steps: [] };

/** A valid query; `undefined` where the query type leads nowhere. */
export function toWideDocument({ schema, levels, count, widthOf }: WideDocumentOptions): string | undefined {
  const root = schema.getQueryType();
  if (root === undefined || root === null) return undefined;
  const known = new Map<Composite, Path[]>();

  function widest(type: Composite, left: number): Path {
    const paths = known.get(type) ?? [];
    known.set(type, paths);
    paths[left] ??= left === 0 ? nowhere : find(type, left);
    return paths[left];
  }

  function find(type: Composite, left: number): Path {
    let best = nowhere;
    for (const step of stepsOf(type, (field) => widthOf(field).given)) {
      const { items, steps } = widest(step.to, left - 1);
      const all = items * widthOf(step.field).items;
      if (best.steps.length === 0 || all > best.items) best = { items: all, steps: [step, ...steps] };
    }
    return best;
  }

  const { steps } = widest(root, levels);
  return steps.length === 0 ? undefined : toDocument(steps, count);
}
