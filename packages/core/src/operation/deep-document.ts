/** A document that nests as deeply as asked, of whatever schema: with it, the limit of depth is tried. */
import type { GraphQLSchema } from 'graphql';
import { type Composite, type Step, stepsOf, toDocument } from './document-steps.ts';

/** A valid query with fields on more than `depth` levels below the root's; `undefined` where no field of the schema leads there. */
export function toDeepDocument(schema: GraphQLSchema, depth: number): string | undefined {
  const root = schema.getQueryType();
  const reach = root === undefined || root === null ? undefined : findReach(root, depth + 1);
  if (reach === undefined || root === undefined || root === null) return undefined;
  const steps: Step[] = [];
  let type: Composite = root;
  for (let left = depth + 1; left > 0; left -= 1) {
    const step: Step | undefined = reach.get(type)?.[left];
    if (step === undefined) return undefined;
    steps.push(step);
    type = step.to;
  }
  return toDocument(steps);
}

/** For each type and number of levels, a field that has so many below it; computed from the last level up. */
function findReach(root: Composite, levels: number): Map<Composite, Step[]> {
  const types = new Map<Composite, Step[]>();
  const steps = new Map<Composite, readonly Step[]>();
  const open = [root];
  for (let type = open.pop(); type !== undefined; type = open.pop()) {
    if (steps.has(type)) continue;
    const found = stepsOf(type);
    steps.set(type, found);
    types.set(type, []);
    open.push(...found.map(({ to }) => to));
  }
  for (let level = 1; level <= levels; level += 1) {
    for (const [type, found] of steps) {
      const step = found.find(({ to }) => level === 1 || types.get(to)?.[level - 1] !== undefined);
      if (step !== undefined) (types.get(type) as Step[])[level] = step;
    }
  }
  return types;
}
