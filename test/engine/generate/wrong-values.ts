/** Values of another type than the field's: some fail, some only seem to. */
import { type GraphQLOutputType, isLeafType, isListType, isNonNullType } from 'graphql';
import { choose } from './chance.ts';

const leaves = [{ not: 'a leaf' }, ['list'], 'text', 1e40, true, '', Symbol.for('odd'), () => 'called', 3n];
const lists = ['text', 5, true, { length: 1, 0: 'a' }, Symbol.for('odd'), new Date(0), () => 'called'];
const objects = [...lists, [], [{}], ''];

/** What a type cannot be, or not as it seems. */
export function wrongOf(type: GraphQLOutputType, seed: string): unknown {
  const inner = isNonNullType(type) ? type.ofType : type;
  if (isLeafType(inner)) return choose(seed, leaves);
  return choose(seed, isListType(inner) ? lists : objects);
}
