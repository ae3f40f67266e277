/** Assembly: what spares an execution, from an answer under way to one that is kept. */
import { createHash, randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { keptAnswerCodec } from './cache/kept-answer-codec.ts';
import { createKeptAnswers } from './cache/kept-answers.ts';
import { createSharedAnswers, type SharedAnswers } from './cache/share-answers.ts';
import type { Stores } from './cache/store.ts';
import type { Settings } from './config/settings.ts';
import type { Log, RequestContext } from './context/request-context.ts';
import type { Outbound } from './create-outbound.ts';
import type { Verdict } from './http/answer.ts';
import { toSharedContext } from './http/shared-context.ts';
import type { ExecutionReport } from './operation/execute.ts';

export interface AnswersOptions {
  readonly settings: Settings;
  /** Where answers are kept; without it, they are shared while they are under way only. */
  readonly stores: Stores | undefined;
  readonly outbound: Pick<Outbound, 'isCurrent'>;
  readonly toLocale: (acceptLanguage: string | undefined) => string;
  readonly contextOf: (request: FastifyRequest, reply: FastifyReply, deadline: number) => RequestContext;
  readonly log: Log;
}

/** Creates the answers that requests have in common, `undefined` with `coalesce: false`. */
export function createAnswers(options: AnswersOptions): SharedAnswers | undefined {
  const { settings, stores, outbound, toLocale, contextOf, log } = options;
  if (!settings.coalesce) return undefined;
  return createSharedAnswers({
    timeoutMs: settings.requestTimeoutMs,
    toLocale,
    kept: stores && createKeptAnswers({ store: stores.create(nameOf(settings), keptAnswerCodec), asOf: stores.asOf }),
    toIsCurrent: (request, reply, run) => {
      const context = toSharedContext(contextOf(request, reply, run.deadline), run);
      return (source) => outbound.isCurrent(source, context);
    },
    onSpared: ({ id, principal }, by) =>
      log.info({ requestId: id, principal: principal?.subject, by }, 'operation answered with another'),
  });
}

/** The same for processes of one release over the same services, and for no others. */
function nameOf({ release = randomUUID(), services }: Settings): string {
  const over = createHash('sha256').update(JSON.stringify(services)).digest('base64url');
  return `answer ${release} ${over}`;
}

/** What a report says to those who wait for the answer. */
export function toVerdict({ isPublic, plan }: ExecutionReport): Verdict {
  if (!isPublic || plan === undefined) return { isPublic: false };
  return { isPublic: true, maxAgeMs: plan.cacheHint.maxAgeSeconds * 1_000, operations: plan.operationsRead };
}
