/** Calls that answer together, so that what their values need next is one batch for all. */
import type { Loaders } from './loaders.ts';

const answersByRequest = new WeakMap<Loaders, Promise<unknown>[]>();

/**
 * The answer, once all that are in step in the same request have one or have failed; each keeps its own answer or error.
 *
 * Siblings whose calls end at different times would ask for what their values need next in a batch each. The price is
 * that the first is as late as the last, which is fair where all ask one service the same question.
 */
export async function inStep<Value>(answer: Promise<Value>, loaders: Loaders): Promise<Value> {
  const answers = answersByRequest.get(loaders) ?? [];
  answersByRequest.set(loaders, answers);
  answers.push(answer);
  // All fields of an object are started before any promise goes on, so by then every sibling is here.
  await Promise.resolve();
  await Promise.allSettled(answers);
  return answer;
}
