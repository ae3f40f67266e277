/** Sections that answer together, so that what their products need next is one batch for all. */
import type { Field, Loaders, ResolverContext } from '@facet/core';

const sectionsByRequest = new WeakMap<Loaders, Promise<unknown>[]>();

/**
 * Makes a field wait for its siblings that are in step, too, and asked for in the same request. A sibling that fails
 * ends the wait as well; each field has its own answer or error.
 *
 * Three sections whose calls end at different times would ask for the ratings of their products in three calls. The
 * price is that the first section is as late as the last, which is fair where all ask one service the same question.
 */
export function inStep<Parent, Args, Result, Context extends ResolverContext>(
  field: Field<Parent, Args, Promise<Result>, Context>,
): Field<Parent, Args, Promise<Result>, Context> {
  return {
    ...field,
    resolve: async (parent, args, context) => {
      const sections = sectionsByRequest.get(context.loaders) ?? [];
      sectionsByRequest.set(context.loaders, sections);
      const section = field.resolve(parent, args, context);
      sections.push(section);
      // GraphQL starts all fields of an object before any promise goes on, so by then every sibling is here.
      await Promise.resolve();
      await Promise.allSettled(sections);
      return section;
    },
  };
}
