/** Validation rule: how deep an operation may nest. Run it on valid documents only, on others it may not end. */
import { GraphQLError, type ValidationContext, type ValidationRule } from 'graphql';
import depthLimit from 'graphql-depth-limit';
import { withReservedName } from './reserved-names.ts';

/** Operations nested deeper than `maxDepth` fields are refused with MAX_DEPTH. */
export function createMaxDepth(maxDepth: number): ValidationRule {
  const rule = depthLimit(maxDepth);
  return (context: ValidationContext) => {
    // The reserved-names rule refuses these; graphql-depth-limit throws on them.
    if (withReservedName(context.getDocument()).length > 0) return {};
    const refusing: ValidationContext = Object.create(context, {
      reportError: { value: (error: GraphQLError) => context.reportError(toMaxDepthError(error, maxDepth)) },
    });
    return rule(refusing);
  };
}

function toMaxDepthError({ nodes }: GraphQLError, maxDepth: number): GraphQLError {
  return new GraphQLError(`The operation is nested deeper than ${maxDepth} levels. Split it, or ask for less.`, {
    nodes: nodes ?? null,
    extensions: { code: 'MAX_DEPTH', maxDepth },
  });
}
